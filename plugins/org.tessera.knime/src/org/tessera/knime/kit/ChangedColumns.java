package org.tessera.knime.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;

/**
 * Finds own columns that do not look like those a Preparation was made on: they were probably changed in between, for
 * example by a Normalizer, or belong to other customers. A column counts as changed when more than half of its numbers lie
 * outside the range of training, or when they all lie within a fiftieth of it without being equal.
 */
public final class ChangedColumns {

    /** Fewest numbers by which a column is judged. */
    private static final int MIN_NUMBERS = 10;
    /** Share of the numbers outside the range of training above which a column counts as changed. */
    private static final double OUTSIDE = 0.5;
    /** Share of the range of training below which a column counts as shrunk. */
    private static final double SHRUNK = 0.02;

    private final Preparation preparation;
    private final Map<String, Range> ranges = new LinkedHashMap<>();
    private final Map<String, Quantity> quantities = new HashMap<>();

    /**
     * Starts without customers.
     *
     * @param preparation the Preparation
     */
    public ChangedColumns(Preparation preparation) {
        this.preparation = preparation;
    }

    /**
     * Adds customers. O(n c) for c columns.
     *
     * @param customers their own columns
     * @param run cancel
     */
    public void add(CustomerTable customers, RunContext run) {
        CustomerTable read = preparation.readTexts(customers, run);
        for (ColumnPreparation fitted : preparation.columns()) {
            run.checkCanceled();
            Column column = read.column(fitted.column()).orElse(null);
            if (fitted instanceof Numbers training && column instanceof NumericColumn numbers) {
                ranges.merge(column.name(), Range.of(numbers.values(), training), Range::with);
                quantities.put(column.name(), numbers.quantity());
            }
        }
    }

    /** @return a warning that names the columns with both ranges, or "" */
    public String warning() {
        List<String> changed = new ArrayList<>();
        for (ColumnPreparation fitted : preparation.columns()) {
            Range range = ranges.get(fitted.column());
            if (range != null && range.isChanged((Numbers) fitted)) {
                changed.add(range.inWords(fitted.column(), quantities.get(fitted.column()), (Numbers) fitted));
            }
        }
        return changed.isEmpty()
                ? ""
                : NodeTexts.count(changed.size(), "column does", "columns do")
                        + " not look like those that the Preparation was made on: " + NodeTexts.first(changed, ", ")
                        + ". If a node in between has changed them, connect the Segmentation Preprocessor behind it.";
    }

    /** The range of a column's numbers, and how many lie outside that of training. */
    private record Range(double lowest, double highest, int count, int outside) {

        static Range of(double[] values, Numbers training) {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            int count = 0;
            int outside = 0;
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                    count++;
                    outside += value < training.min() || value > training.max() ? 1 : 0;
                }
            }
            return new Range(lowest, highest, count, outside);
        }

        Range with(Range other) {
            return new Range(
                    Math.min(lowest, other.lowest),
                    Math.max(highest, other.highest),
                    count + other.count,
                    outside + other.outside);
        }

        boolean isChanged(Numbers training) {
            double width = highest - lowest;
            boolean shrunk = width > 0 && width < SHRUNK * (training.max() - training.min());
            return count >= MIN_NUMBERS && (outside > OUTSIDE * count || shrunk);
        }

        String inWords(String column, Quantity quantity, Numbers training) {
            return "'" + column + "' (" + quantity.text(lowest) + " to " + quantity.text(highest) + " instead of "
                    + quantity.text(training.min()) + " to " + quantity.text(training.max()) + ")";
        }
    }
}
