package org.tessera.engine.profile.columns;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.numbers.NumericCategories;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Numbers that are described by shares rather than by means: of two values, such as 0 and 1, the share of one says all
 * there is to say.
 */
public final class ShareColumns {

    private ShareColumns() {}

    /**
     * Converts plain numbers with exactly two values, missing and infinite ones left out, to categories. O(n) per
     * column.
     *
     * @param table any columns
     * @param rows the rows that count; in other rows the category of a third value is missing
     * @param run threads, cancel
     * @return the same columns, those of two values as categories in ascending order
     */
    public static CustomerTable twoValued(CustomerTable table, int[] rows, RunContext run) {
        Column[] columns = table.columns().toArray(Column[]::new);
        run.forBlocks(columns.length, c -> {
            if (columns[c] instanceof NumericColumn numbers && numbers.quantity() == Quantity.NUMBER) {
                double[] two = twoValues(numbers.values(), rows, new CancellationCheck(run));
                columns[c] = two.length == 2 ? categories(numbers, two) : numbers;
            }
        });
        return new CustomerTable(table.rows(), List.of(columns));
    }

    /**
     * The two values in ascending order, or nothing where there are fewer, more, or such that texts do not tell apart.
     */
    private static double[] twoValues(double[] values, int[] rows, CancellationCheck cancellation) {
        double first = Double.NaN;
        double second = Double.NaN;
        for (int row : rows) {
            cancellation.step();
            double value = values[row] + 0.0;
            if (!Double.isFinite(value) || Double.compare(value, first) == 0 || Double.compare(value, second) == 0) {
                continue;
            }
            if (!Double.isNaN(second) || Math.abs(value) > NumericCategories.MAX_EXACT) {
                return new double[0];
            }
            second = Double.isNaN(first) ? second : value;
            first = Double.isNaN(first) ? value : first;
        }
        return Double.isNaN(second) ? new double[0] : new double[] {Math.min(first, second), Math.max(first, second)};
    }

    private static CategoryColumn categories(NumericColumn column, double[] two) {
        int[] codes = new int[column.size()];
        for (int i = 0; i < codes.length; i++) {
            double value = column.values()[i] + 0.0;
            codes[i] = Double.compare(value, two[0]) == 0
                    ? 0
                    : Double.compare(value, two[1]) == 0 ? 1 : CategoryColumn.MISSING;
        }
        List<String> levels = List.of(NumericCategories.text(two[0]), NumericCategories.text(two[1]));
        return new CategoryColumn(column.name(), codes, levels);
    }

    /** The named columns of plain numbers as categories, unless they hold numbers that cannot be. */
    static CustomerTable asCategories(CustomerTable table, Set<String> names, RunContext run) {
        List<Column> columns = table.columns().stream()
                .map(c -> isCode(c) ? NumericCategories.convert(c, names, run) : c)
                .toList();
        return new CustomerTable(table.rows(), columns);
    }

    private static boolean isCode(Column column) {
        return !(column instanceof NumericColumn numbers)
                || Arrays.stream(numbers.values())
                        .allMatch(v -> Double.isNaN(v) || Math.abs(v) <= NumericCategories.MAX_EXACT);
    }
}
