package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.DroppedColumn.Reason;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.numbers.FiniteNumbers;
import org.tessera.engine.prep.screen.Constants;
import org.tessera.engine.prep.screen.LinearRelations;
import org.tessera.engine.prep.screen.MonotoneRelations;
import org.tessera.engine.prep.screen.NumberIds;
import org.tessera.engine.prep.screen.OneToOne;
import org.tessera.engine.prep.screen.TextValues;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Detects columns that carry no information about segments: empty columns, columns constant up to rounding, identifiers,
 * free text, and columns that others determine. The rules are those of the package {@code screen}; the options decide
 * which of them are followed. Nothing depends on the order of the rows.
 */
final class UsableColumns {

    private final PreparationOptions options;
    private final RunContext run;

    private UsableColumns(PreparationOptions options, RunContext run) {
        this.options = options;
        this.run = run;
    }

    /**
     * The columns that are not used, by name. O(n log n) per column, and O(n + m) more for each of m numeric columns with
     * the same missing cells.
     */
    static Map<String, DroppedColumn> leftOut(List<Column> columns, PreparationOptions options, RunContext run) {
        UsableColumns usable = new UsableColumns(options, run);
        Map<String, DroppedColumn> dropped = new ConcurrentHashMap<>();
        run.forBlocks(columns.size(), c -> usable.reason(columns.get(c)).ifPresent(d -> dropped.put(d.column(), d)));
        if (options.columns().leaveOutDetermined()) {
            List<Column> left = new ArrayList<>(columns);
            left.removeIf(c -> dropped.containsKey(c.name()));
            usable.determined(left)
                    .forEach((name, text) -> dropped.put(name, new DroppedColumn(name, Reason.DETERMINED, text)));
        }
        return dropped;
    }

    private Map<String, String> determined(List<Column> columns) {
        var keep = options.columns().keep();
        Map<String, String> determined = new HashMap<>();
        OneToOne.find(columns, keep, run)
                .forEach((name, by) -> determined.put(name, "goes one to one with '" + by + "'"));
        List<NumericColumn> numbers = new ArrayList<>();
        for (Column column : columns) {
            if (column instanceof NumericColumn n && !determined.containsKey(n.name())) {
                FiniteNumbers.check(n);
                numbers.add(n);
            }
        }
        determined.putAll(LinearRelations.find(numbers, keep, run));
        numbers.removeIf(n -> determined.containsKey(n.name()));
        if (!missingNumbersAreFeatures()) {
            determined.putAll(LinearRelations.findInKnownRows(numbers, keep, run));
            numbers.removeIf(n -> determined.containsKey(n.name()));
        }
        determined.putAll(MonotoneRelations.find(numbers, keep, run));
        return determined;
    }

    /** Whether the missing cells of a number are information of their own. */
    private boolean missingNumbersAreFeatures() {
        return options.numeric().indicator() && options.numeric().missing() != NumericMissing.LEAVE_OUT;
    }

    private Optional<DroppedColumn> reason(Column column) {
        int missing = column.missing();
        if (missing == column.size()) {
            return Optional.of(new DroppedColumn(column.name(), Reason.ALL_MISSING));
        }
        boolean kept = options.columns().keep().contains(column.name());
        return column instanceof NumericColumn numbers
                ? ofNumbers(numbers, missing, kept)
                : ofCategories((CategoryColumn) column, missing, kept);
    }

    private Optional<DroppedColumn> ofNumbers(NumericColumn column, int missing, boolean kept) {
        double[] sorted = Arrays.stream(column.values())
                .filter(v -> !Double.isNaN(v))
                .map(v -> v + 0.0)
                .toArray();
        KeySort.sort(sorted, run);
        boolean exactly = sorted[0] == sorted[sorted.length - 1];
        if (exactly || (!kept && Constants.equalUpToRounding(sorted))) {
            boolean missingCounts = missing > 0 && missingDiffers(sorted[0], options.numeric());
            DroppedColumn dropped = exactly
                    ? new DroppedColumn(column.name(), Reason.CONSTANT)
                    : new DroppedColumn(
                            column.name(),
                            Reason.ROUNDED,
                            "has one value only, but for rounding (" + sorted[0] + " to " + sorted[sorted.length - 1]
                                    + ")");
            return missingCounts ? Optional.empty() : Optional.of(dropped);
        }
        boolean mayBeId = options.columns().leaveOutIds() && !kept && column.quantity() == Quantity.NUMBER;
        return mayBeId
                ? NumberIds.find(column.name(), sorted).map(text -> new DroppedColumn(column.name(), Reason.ID, text))
                : Optional.empty();
    }

    /** Whether rows with a missing number get other features than rows with the column's only number. */
    private static boolean missingDiffers(double only, NumericOptions numeric) {
        boolean otherConstant = numeric.missing() == NumericMissing.CONSTANT && numeric.constant() != only;
        return otherConstant || (numeric.indicator() && numeric.missing() != NumericMissing.LEAVE_OUT);
    }

    private Optional<DroppedColumn> ofCategories(CategoryColumn column, int missing, boolean kept) {
        boolean missingCounts = missing > 0 && options.category().missing() == CategoryMissing.OWN_CATEGORY;
        TextValues values = TextValues.of(column);
        if (values.distinct() == 1 && !missingCounts) {
            return Optional.of(new DroppedColumn(column.name(), Reason.CONSTANT));
        }
        if (kept) {
            return Optional.empty();
        }
        if (values.areIds()) {
            return options.columns().leaveOutIds()
                    ? Optional.of(new DroppedColumn(column.name(), Reason.ID, values.looksLikeId()))
                    : Optional.empty();
        }
        return options.columns().leaveOutTexts() && values.areRare()
                ? Optional.of(new DroppedColumn(column.name(), Reason.TEXT, values.looksLikeText()))
                : Optional.empty();
    }
}
