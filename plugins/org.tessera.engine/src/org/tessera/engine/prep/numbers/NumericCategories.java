package org.tessera.engine.prep.numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Converts numeric columns that hold category codes, such as numbers of shops, into categorical ones. A number becomes
 * its shortest decimal text; 3 and 3.0 are the same category "3".
 */
public final class NumericCategories {

    /** Largest whole number up to which every whole number is a double of its own. */
    public static final double MAX_EXACT = 0x1p53;

    private NumericCategories() {}

    /**
     * Converts the named columns of plain numbers; other columns and unknown names are ignored. O(n) per column.
     *
     * @param table the table
     * @param names the columns whose numbers are categories
     * @param run cancel
     * @return the table with these columns as categories
     * @throws SegmentationException if a number is infinite, or beyond {@link #MAX_EXACT} in absolute value
     */
    public static CustomerTable convert(CustomerTable table, Set<String> names, RunContext run) {
        if (names.isEmpty()) {
            return table;
        }
        return new CustomerTable(
                table.rows(),
                table.columns().stream().map(c -> convert(c, names, run)).toList());
    }

    /**
     * Converts a column if it is named and holds plain numbers. O(n).
     *
     * @param column the column
     * @param names the columns whose numbers are categories
     * @param run cancel
     * @return the column as categories, or the column itself
     * @throws SegmentationException if a number is infinite, or beyond {@link #MAX_EXACT} in absolute value
     */
    public static Column convert(Column column, Set<String> names, RunContext run) {
        boolean chosen = names.contains(column.name());
        return chosen && column instanceof NumericColumn numbers && numbers.quantity() == Quantity.NUMBER
                ? categories(numbers, run)
                : column;
    }

    private static CategoryColumn categories(NumericColumn column, RunContext run) {
        FiniteNumbers.check(column);
        int[] codes = new int[column.size()];
        Arrays.fill(codes, CategoryColumn.MISSING);
        Map<Double, Integer> index = new HashMap<>();
        List<String> levels = new ArrayList<>();
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < codes.length; i++) {
            cancellation.step();
            if (!column.isMissing(i)) {
                double number = column.values()[i] + 0.0;
                if (Math.abs(number) > MAX_EXACT) {
                    throw tooLarge(column.name(), number, i);
                }
                Integer code = index.putIfAbsent(number, levels.size());
                if (code == null) {
                    code = levels.size();
                    levels.add(text(number));
                }
                codes[i] = code;
            }
        }
        return new CategoryColumn(column.name(), codes, levels);
    }

    private static SegmentationException tooLarge(String column, double number, int row) {
        return new SegmentationException(
                "Column '" + column + "' holds " + number + " in row " + (row + 1) + ", but beyond "
                        + Numbers.count((long) MAX_EXACT) + " numbers can't be told apart as categories",
                "convert the column to texts where it is read");
    }

    /**
     * The category of a number.
     *
     * @param number the number
     * @return the shortest decimal text, without a decimal point for whole numbers
     */
    public static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) <= MAX_EXACT
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
