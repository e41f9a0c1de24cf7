package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.reading.TextPattern;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Rows of which nothing is known: every used column is missing, or a text there says so, such as "NA" or "unknown"
 * ("none" may be an answer). A missing number that a constant of the options replaces is known: the constant is what it
 * means.
 */
final class UnknownRows {

    /** Texts that may be an answer of a customer as well as a missing one. */
    private static final Set<String> ANSWERS = Set.of("none", "nil");

    private UnknownRows() {}

    /** Whether nothing is known of a row. O(c) for c columns, less if something is known. */
    private static boolean isUnknown(Column[] columns, boolean[][] markers, int row) {
        for (int c = 0; c < columns.length; c++) {
            boolean isNumber = markers[c].length == 0;
            if (!columns[c].isMissing(row) && (isNumber || !markers[c][((CategoryColumn) columns[c]).codes()[row]])) {
                return false;
            }
        }
        return columns.length > 0;
    }

    /** Per level of a categorical column, whether it stands for a missing value; empty for numbers. */
    private static boolean[] markers(Column column) {
        if (!(column instanceof CategoryColumn categories)) {
            return new boolean[0];
        }
        boolean[] markers = new boolean[categories.levels().size()];
        for (int l = 0; l < markers.length; l++) {
            String level = categories.levels().get(l);
            markers[l] = TextPattern.isMissing(level)
                    && !ANSWERS.contains(level.strip().toLowerCase(Locale.ROOT));
        }
        return markers;
    }

    /** Number of missing cells of a column in the rows of which something is known. O(n). */
    static int missing(Column column, boolean[] unknown) {
        int missing = 0;
        for (int i = 0; i < unknown.length; i++) {
            missing += !unknown[i] && column.isMissing(i) ? 1 : 0;
        }
        return missing;
    }

    /** The texts of a column that say that nothing is known, in lower case and without blanks around them. */
    static Set<String> texts() {
        Set<String> texts = new TreeSet<>(TextPattern.missingTexts());
        texts.removeAll(ANSWERS);
        return texts;
    }

    /** Whether the options set rows apart of which nothing is known, in tables with or without a numeric column. */
    static boolean areApart(PreparationOptions options, boolean numbers) {
        boolean constant = options.numeric().missing() == NumericMissing.CONSTANT;
        return !options.columns().clusterUnknown() && !(constant && numbers);
    }

    /** Marks the rows of which nothing is known, if the options set these apart. O(n c). */
    static boolean[] find(Column[] columns, int rows, PreparationOptions options, RunContext run) {
        boolean[] unknown = new boolean[rows];
        if (!areApart(options, Arrays.stream(columns).anyMatch(c -> c instanceof NumericColumn))) {
            return unknown;
        }
        boolean[][] markers = Arrays.stream(columns).map(UnknownRows::markers).toArray(boolean[][]::new);
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < rows; i++) {
            cancellation.step();
            unknown[i] = isUnknown(columns, markers, i);
        }
        return unknown;
    }

    /** The marked rows as counts. */
    static PreparedRows.Unknown count(boolean[] unknown) {
        int count = 0;
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < unknown.length; i++) {
            if (unknown[i]) {
                count++;
                if (first.size() < PreparedRows.Unknown.MAX_FIRST) {
                    first.add(i);
                }
            }
        }
        return new PreparedRows.Unknown(count, first);
    }

    /** The table without the rows of which nothing is known; the table itself if there are none. */
    static CustomerTable remove(
            CustomerTable table, Collection<Column> used, PreparationOptions options, RunContext run) {
        boolean[] unknown = find(used.toArray(Column[]::new), table.rows(), options, run);
        int[] known =
                IntStream.range(0, unknown.length).filter(i -> !unknown[i]).toArray();
        return known.length == table.rows() ? table : CompleteRows.select(table, known, run);
    }
}
