package org.tessera.engine.prep;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Detects columns that carry no information about segments: constant columns, empty columns and identifiers. A column
 * is an identifier if no entry is missing, every entry occurs once, there are at least {@value #ID_ROWS} rows, and it
 * is categorical, or holds whole numbers that are dense (a range of at most 2 n) or has a name such as "id" or
 * "CustomerID".
 */
final class UsableColumns {

    private static final int ID_ROWS = 20;
    private static final Pattern ID_NAME = Pattern.compile("(?:^|\\P{L})[iI][dD]$|Id$|\\P{Lu}ID$");

    private UsableColumns() {}

    /** Why the column is dropped, or empty if it is used. O(n log n). */
    static Optional<DroppedColumn.Reason> reasonToDrop(Column column, PreparationOptions options, RunContext run) {
        int missing = column.missing();
        if (missing == column.size()) {
            return Optional.of(DroppedColumn.Reason.ALL_MISSING);
        }
        if (column instanceof NumericColumn numbers) {
            return ofNumbers(numbers, missing, options, run);
        }
        boolean missingCounts =
                missing > 0 && options.category().missing() == PreparationOptions.CategoryMissing.OWN_CATEGORY;
        return ofCategories(
                (CategoryColumn) column,
                missing,
                missingCounts,
                options.columns().leaveOutIds());
    }

    private static Optional<DroppedColumn.Reason> ofNumbers(
            NumericColumn column, int missing, PreparationOptions options, RunContext run) {
        double[] sorted = Arrays.stream(column.values())
                .filter(v -> !Double.isNaN(v))
                .map(v -> v + 0.0)
                .toArray();
        KeySort.sort(sorted, run);
        int n = sorted.length;
        if (sorted[0] == sorted[n - 1]) {
            boolean missingCounts = missing > 0 && missingDiffers(sorted[0], options.numeric());
            return missingCounts ? Optional.empty() : Optional.of(DroppedColumn.Reason.CONSTANT);
        }
        if (!options.columns().leaveOutIds() || !column.integral() || missing > 0 || n < ID_ROWS) {
            return Optional.empty();
        }
        for (int i = 1; i < n; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return Optional.empty();
            }
        }
        boolean dense = sorted[n - 1] - sorted[0] <= 2.0 * n;
        return dense || namedAsId(column.name()) ? Optional.of(DroppedColumn.Reason.ID) : Optional.empty();
    }

    /** Whether rows with a missing number get other features than rows with the column's only number. */
    private static boolean missingDiffers(double only, NumericOptions numeric) {
        boolean otherConstant = numeric.missing() == NumericMissing.CONSTANT && numeric.constant() != only;
        return otherConstant || (numeric.indicator() && numeric.missing() != NumericMissing.LEAVE_OUT);
    }

    /** Whether the last word of the name is "id"; words are separated by non-letters or start with a capital. */
    private static boolean namedAsId(String name) {
        return ID_NAME.matcher(name).find();
    }

    private static Optional<DroppedColumn.Reason> ofCategories(
            CategoryColumn column, int missing, boolean missingCounts, boolean dropIds) {
        boolean[] seen = new boolean[column.levels().size()];
        int distinct = 0;
        for (int code : column.codes()) {
            if (code != CategoryColumn.MISSING && !seen[code]) {
                seen[code] = true;
                distinct++;
            }
        }
        if (distinct == 1 && !missingCounts) {
            return Optional.of(DroppedColumn.Reason.CONSTANT);
        }
        boolean id = dropIds && missing == 0 && column.size() >= ID_ROWS && distinct == column.size();
        return id ? Optional.of(DroppedColumn.Reason.ID) : Optional.empty();
    }
}
