package org.tessera.engine.select.column;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RunContext;

/**
 * Finds the column of the customers that tells most of a segmentation by itself, for many segmentations of the same
 * customers.
 *
 * <p>The segments are guessed from the column alone: every value, and a missing one, is guessed to be in the segment that is
 * most frequent in it; a number with more than {@value ColumnLevels#FEW} values is cut into at most as many intervals as
 * there are segments, wherever most customers are guessed right. The measure is the adjusted Rand index of that guess,
 * which, unlike the share guessed right, is 0 for a guess that always names the largest segment. Noise is left out.
 *
 * <ul>
 *   <li>A column counts if the customers have at least one more, and on average at least {@value #ROWS_PER_LEVEL} customers
 *       per value: of two columns one, and of one column all is what every segmentation tells.
 *   <li>A number with three or more values counts only beside at least two other columns none of which reaches an index of
 *       {@value #ALSO_TELLS}. Groups that lie apart in several columns can be told from each of them, and segments that are
 *       low, middle and high in everything are a finding and not a copy of a column. A category that equals the segments is
 *       a copy whatever else follows from it.
 *   <li>Two columns crossed count beside at least one more, with at most {@value ColumnLevels#FEW} values each, at most
 *       twice as many pairs of values as segments, and only if they are equal to the segments and no single column is.
 * </ul>
 *
 * <p>Segmentations with more than {@value #MAX_SEGMENTS} segments are not compared: a column of categories has no more
 * levels here.
 *
 * <p>O(n log n) per column once; per segmentation O(n) per column and pair of columns with few values, and O(k²) per level.
 * The same for any number of threads; equal values of the measure go to the first column.
 */
public final class ColumnLikenesses {

    static final int ROWS_PER_LEVEL = 5;
    static final double ALSO_TELLS = 0.5;
    static final int MAX_SEGMENTS = 100;

    private static final int PAIRS_PER_SEGMENT = 2;

    private final List<ColumnLevels> columns;

    private ColumnLikenesses(List<ColumnLevels> columns) {
        this.columns = columns;
    }

    /**
     * Prepares columns.
     *
     * @param columns the columns that the segmentations use, with the same rows
     * @param run threads, cancel
     * @return what compares segmentations with them
     */
    public static ColumnLikenesses of(List<Column> columns, RunContext run) {
        return new ColumnLikenesses(
                columns.stream().map(c -> ColumnLevels.of(c, run)).toList());
    }

    /**
     * The column, or the two columns, that tell most of a segmentation.
     *
     * @param labels a label per row
     * @param run threads, cancel
     * @return the likeness; a note instead where no column counts, empty if there are no columns
     * @throws IllegalArgumentException if there is another number of rows
     */
    public ColumnLikeness of(Labels labels, RunContext run) {
        check(labels);
        if (columns.size() < 2 || labels.segments() < 2 || labels.segments() > MAX_SEGMENTS) {
            return ColumnLikeness.none(whyNone(labels));
        }
        ColumnLikeness single = single(labels, run);
        if (single.isEqual() || columns.size() < 3) {
            return single;
        }
        ColumnLikeness pair = pair(labels, run);
        return pair.isEqual() ? pair : single;
    }

    /**
     * What each column tells of a segmentation by itself, whether it counts or not.
     *
     * @param labels a label per row
     * @param run threads, cancel
     * @return a likeness per column, in order; without figures where there are too few customers per value, fewer than two
     *     segments or more than {@value #MAX_SEGMENTS}
     * @throws IllegalArgumentException if there is another number of rows
     */
    public List<ColumnLikeness> each(Labels labels, RunContext run) {
        check(labels);
        boolean comparable = labels.segments() >= 2 && labels.segments() <= MAX_SEGMENTS;
        ColumnLikeness[] each = new ColumnLikeness[columns.size()];
        run.forBlocks(
                each.length,
                c -> each[c] =
                        comparable ? likeness(columns.get(c), labels, run) : ColumnLikeness.none(whyNone(labels)));
        return List.of(each);
    }

    /**
     * Whether a column that tells the segments is what they were made of, and not one of several that tell them.
     *
     * @param column index of the column
     * @param each what each column tells
     * @return whether it counts, by the rules above for single columns
     */
    public boolean counts(int column, List<ColumnLikeness> each) {
        if (columns.get(column).isCategory()) {
            return each.size() > 1;
        }
        return each.size() > 2
                && IntStream.range(0, each.size())
                        .allMatch(c -> c == column || !(each.get(c).adjustedRand() >= ALSO_TELLS));
    }

    private void check(Labels labels) {
        for (ColumnLevels column : columns) {
            if (column.codes().length != labels.size()) {
                throw new IllegalArgumentException(labels.size() + " labels for the "
                        + column.codes().length + " rows of column '"
                        + column.column().name() + "'");
            }
        }
    }

    private String whyNone(Labels labels) {
        if (columns.isEmpty()) {
            return "";
        }
        if (labels.segments() < 2) {
            return "not applicable: fewer than 2 segments";
        }
        return labels.segments() > MAX_SEGMENTS
                ? "not applicable: more than " + MAX_SEGMENTS + " segments"
                : "not applicable: '" + columns.get(0).column().name() + "' is the only column";
    }

    private ColumnLikeness single(Labels labels, RunContext run) {
        List<ColumnLikeness> each = each(labels, run);
        ColumnLikeness best = ColumnLikeness.none(
                each.size() == 2 ? "not applicable: 2 columns are too few to compare a number" : "no column by itself");
        for (int c = 0; c < each.size(); c++) {
            best = counts(c, each) ? better(best, each.get(c)) : best;
        }
        return best;
    }

    private static ColumnLikeness better(ColumnLikeness first, ColumnLikeness second) {
        return second.columns().isEmpty() || first.adjustedRand() >= second.adjustedRand() ? first : second;
    }

    private static ColumnLikeness likeness(ColumnLevels column, Labels labels, RunContext run) {
        int groups = column.ordered() == 0 ? column.levels() : labels.segments();
        if ((long) groups * ROWS_PER_LEVEL > labels.size()) {
            return ColumnLikeness.none("");
        }
        LevelCounts counts = LevelCounts.of(column, labels, run);
        if (column.ordered() == 0) {
            return likeness(ColumnLevels.names(column), counts.byMajority(), List.of());
        }
        IntervalGuess cut = IntervalGuess.of(counts, column.ordered(), run);
        NumericColumn numbers = (NumericColumn) column.column();
        List<String> cuts = cut.cuts().stream()
                .map(level -> numbers.quantity().text(column.upper()[level]))
                .toList();
        return likeness(ColumnLevels.names(column), cut.guess(), cuts);
    }

    private static ColumnLikeness likeness(List<String> names, Guess guess, List<String> cuts) {
        return new ColumnLikeness(names, guess.adjustedRand(), guess.told(), cuts, "");
    }

    private ColumnLikeness pair(Labels labels, RunContext run) {
        List<ColumnLevels> few = columns.stream().filter(ColumnLevels::isFew).toList();
        List<ColumnLikeness> found = new ArrayList<>();
        for (int first = 0; first + 1 < few.size(); first++) {
            ColumnLevels one = few.get(first);
            List<ColumnLevels> others = few.subList(first + 1, few.size());
            ColumnLikeness[] pairs = new ColumnLikeness[others.size()];
            run.forBlocks(pairs.length, p -> pairs[p] = crossed(one, others.get(p), labels, run));
            found.addAll(List.of(pairs));
        }
        return found.stream().reduce(ColumnLikeness.none(""), ColumnLikenesses::better);
    }

    private static ColumnLikeness crossed(ColumnLevels first, ColumnLevels second, Labels labels, RunContext run) {
        LevelCounts counts = LevelCounts.of(first, second, labels, run);
        int occurring = counts.occurring();
        return occurring > PAIRS_PER_SEGMENT * labels.segments() || (long) occurring * ROWS_PER_LEVEL > labels.size()
                ? ColumnLikeness.none("")
                : likeness(ColumnLevels.names(first, second), counts.byMajority(), List.of());
    }
}
