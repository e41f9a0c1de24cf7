package org.tessera.engine.prep;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.numbers.NumericCategories;
import org.tessera.engine.prep.screen.Constants;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Finds numbers that are categories because there are only two of them, such as 0 and 1. Missing entries are then a
 * category, by the rule for missing categories; so is a column of one number and missing entries. With missing entries
 * that are filled by a constant, or whose rows are left out, a column stays numeric, because the user has said what
 * they mean. Two numbers that differ by rounding only are one. Dates, times, durations and numbers too large to be told
 * apart as texts stay numeric.
 *
 * <p>They are detected before columns are screened, which treats categories otherwise: a category of missing entries
 * counts as a value, and flags that sum to a constant are no linear relation, so that all of them are used.
 */
final class TwoValuedNumbers {

    private TwoValuedNumbers() {}

    /** The names of such columns; none if categories are scaled like numbers. O(n) per column. */
    static Set<String> in(CustomerTable table, PreparationOptions options, RunContext run) {
        Set<String> names = new HashSet<>();
        if (!options.scaling().givenDistance()) {
            return names;
        }
        NumericMissing fill = options.numeric().missing();
        boolean estimated = fill == NumericMissing.MEAN || fill == NumericMissing.MEDIAN;
        for (Column column : table.columns()) {
            if (column instanceof NumericColumn numbers && numbers.quantity() == Quantity.NUMBER) {
                int values = distinct(numbers.values(), run);
                int missing = numbers.missing();
                boolean two = missing == 0 ? values == 2 : estimated && (values == 1 || values == 2);
                if (two
                        && Arrays.stream(numbers.values()).noneMatch(v -> Math.abs(v) > NumericCategories.MAX_EXACT)
                        && !(values == 2 && Constants.equalUpToRounding(sorted(numbers)))) {
                    names.add(column.name());
                }
            }
        }
        return names;
    }

    private static double[] sorted(NumericColumn column) {
        return Arrays.stream(column.values())
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
    }

    /** The number of distinct numbers, NaN left out, but 3 as soon as there are three. */
    static int distinct(double[] values, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run, 2);
        double first = Double.NaN;
        double second = Double.NaN;
        for (double value : values) {
            cancellation.step();
            if (Double.isNaN(value) || value == first || value == second) {
                continue;
            }
            if (!Double.isNaN(second)) {
                return 3;
            }
            if (Double.isNaN(first)) {
                first = value;
            } else {
                second = value;
            }
        }
        return Double.isNaN(first) ? 0 : Double.isNaN(second) ? 1 : 2;
    }
}
