package org.tessera.engine.prep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.numbers.NumericCategories;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.prep.reading.ReadColumn;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * What a preparation needs to know of more customers than memory holds, computed block by block and added in any order with
 * the same bits. A preparation fitted to a sample says which columns are used, how texts are read and how numbers are
 * transformed; over all customers are
 *
 * <ul>
 *   <li>exact: counts of missing entries, smallest and largest numbers, means and standard deviations of the transformed
 *       numbers, shares of categories, also of those outside the sample, up to {@value CategoryTotals#MAX_COUNTED};
 *   <li>exact for numbers at quantiles of the sample, elsewhere of known error of their rank ({@link #rankErrors}): medians
 *       and quartiles ({@link RankCounts}).
 * </ul>
 *
 * <p>A category or number outside the sample thus never changes which columns are used: with a sample of m rows, what a share p
 * of the customers has is missed with a probability of (1 - p)^m. O(n c log b) time for c columns with b quantiles.
 */
public final class PreparationTotals implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Totals of the used columns of numbers and of categories, by name. */
    private final HashMap<String, NumberTotals> numbers = new HashMap<>();

    private final HashMap<String, CategoryTotals> categories = new HashMap<>();
    private long rows;

    /**
     * Totals of no customer.
     *
     * @param fitted the preparation of a sample
     * @param sample the customers of the sample
     * @param run cancel
     */
    public PreparationTotals(Preparation fitted, CustomerTable sample, RunContext run) {
        Column[] sources = sources(fitted, sample, run);
        for (int c = 0; c < sources.length; c++) {
            String name = sources[c].name();
            if (sources[c] instanceof NumericColumn column) {
                Feature feature = fitted.features().stream()
                        .filter(f -> f.source().equals(name) && f.isNumber())
                        .findFirst()
                        .orElseThrow();
                numbers.put(
                        name,
                        new NumberTotals(
                                (ColumnPreparation.Numbers) fitted.columns().get(c), feature, column));
            } else {
                categories.put(name, new CategoryTotals((CategoryColumn) sources[c]));
            }
        }
    }

    private PreparationTotals() {}

    /** @return totals of no customer that begin with the same sample */
    public PreparationTotals empty() {
        PreparationTotals empty = new PreparationTotals();
        numbers.forEach((name, totals) -> empty.numbers.put(name, totals.empty()));
        categories.forEach((name, totals) -> empty.categories.put(name, totals.empty()));
        return empty;
    }

    /** The used columns as they were when the preparation was fitted: texts read, codes as categories. */
    private static Column[] sources(Preparation fitted, CustomerTable table, RunContext run) {
        Map<String, ColumnReading> readings = new HashMap<>();
        fitted.readings().stream().filter(ColumnReading::isRead).forEach(r -> readings.put(r.column(), r));
        Set<String> codes = fitted.options().category().codeColumns();
        return fitted.columns().stream()
                .map(c -> {
                    Column column =
                            NumericCategories.convert(table.column(c.column()).orElseThrow(), codes, run);
                    ColumnReading reading = readings.get(c.column());
                    return reading == null
                            ? column
                            : TextColumns.readColumn(column, reading, run)
                                    .<Column>map(ReadColumn::column)
                                    .orElse(column);
                })
                .toArray(Column[]::new);
    }

    /**
     * Adds customers.
     *
     * @param block customers with the columns of the sample
     * @param fitted the preparation of the sample
     * @param run cancel
     * @throws SegmentationException if a number is infinite, or too large to be a category
     */
    public void add(CustomerTable block, Preparation fitted, RunContext run) {
        rows += block.rows();
        Column[] sources = sources(fitted, block, run);
        PreparationOptions options = fitted.options();
        boolean[] leftOut = UnknownRows.find(sources, block.rows(), options, run);
        if (options.numeric().missing() == NumericMissing.LEAVE_OUT) {
            for (Column column : sources) {
                for (int i = 0; i < leftOut.length; i++) {
                    leftOut[i] |= column instanceof NumericColumn && column.isMissing(i);
                }
            }
        }
        for (Column source : sources) {
            if (source instanceof NumericColumn column) {
                numbers.get(column.name()).add(column, leftOut);
            } else {
                categories.get(source.name()).add((CategoryColumn) source, leftOut);
            }
        }
    }

    /**
     * Adds the totals of other customers.
     *
     * @param other totals that began with the same sample
     */
    public void add(PreparationTotals other) {
        rows += other.rows;
        numbers.forEach((name, totals) -> totals.add(other.numbers.get(name)));
        categories.forEach((name, totals) -> totals.add(other.categories.get(name)));
    }

    /**
     * The largest error of the rank of a median or quartile.
     *
     * @return per column of numbers a share of its numbers, by name; 0 where every number is among the bounds
     */
    public Map<String, Double> rankErrors() {
        Map<String, Double> errors = new HashMap<>();
        numbers.forEach((name, totals) -> errors.put(name, totals.rankError()));
        return errors;
    }

    /**
     * The preparation of all customers.
     *
     * @param fitted the preparation of the sample
     * @param order the names of all columns, in the table's order
     * @param takenNames names that features must not get
     * @param run cancel
     * @return the preparation
     * @throws SegmentationException if there are more customers than can be counted, or numbers are too far apart
     */
    public Preparation preparation(Preparation fitted, List<String> order, Set<String> takenNames, RunContext run) {
        if (rows > Integer.MAX_VALUE) {
            throw new SegmentationException(
                    "There are " + Numbers.count(rows) + " customers, but a model counts at most "
                            + Numbers.count(Integer.MAX_VALUE),
                    "segment a random half of them and assign the rest");
        }
        Map<String, DroppedColumn> dropped = new HashMap<>();
        fitted.dropped().forEach(d -> dropped.put(d.column(), d));
        List<Preparer.Outcome> outcomes = new ArrayList<>();
        for (String column : order) {
            Optional<DroppedColumn> reason = Optional.ofNullable(dropped.get(column))
                    .or(() -> Optional.ofNullable(categories.get(column))
                            .flatMap(c -> c.text(fitted.options().columns())));
            outcomes.add(new Preparer.Outcome(
                    reason, reason.isPresent() ? Optional.empty() : fit(column, fitted.options(), run)));
        }
        return Preparer.assemble(fitted.options(), outcomes, takenNames, (int) rows)
                .withReadings(fitted.readings());
    }

    private Optional<FittedColumn> fit(String column, PreparationOptions options, RunContext run) {
        FeatureScaler scaler = new FeatureScaler(options.scaling());
        NumberTotals ofNumbers = numbers.get(column);
        if (ofNumbers != null) {
            return Optional.of(ofNumbers.fit(options.numeric(), scaler));
        }
        return Optional.ofNullable(categories.get(column)).map(c -> c.fit(options.category(), scaler, run));
    }
}
