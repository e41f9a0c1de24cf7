package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;
import org.tessera.engine.profile.columns.ColumnRole;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.select.column.ColumnLikeness;
import org.tessera.engine.select.column.ColumnLikenesses;

/**
 * Columns that alone are nearly the segmentation: they tell the segment of a share of {@value #MIN_TOLD} of the customers,
 * with an adjusted Rand index of {@value #MIN_AGREEMENT} ({@link ColumnLikenesses}). A column from which the segments were
 * made counts by the rules there, among the columns that were used, so that a number beside another one that tells the
 * segments, too, is none; a column that was not used always counts.
 */
final class SegmentCopies {

    /** Smallest share of the customers whose segment is told. */
    private static final double MIN_TOLD = 0.95;

    /** Smallest adjusted Rand index, which is near 0 where one large segment makes the share high. */
    private static final double MIN_AGREEMENT = 0.8;

    private final Map<Integer, ColumnLikeness> likenesses = new HashMap<>();
    private final Map<Integer, Boolean> counting = new HashMap<>();

    private SegmentCopies() {}

    /** Compares the columns with the segments. O(n log n) per column. */
    static SegmentCopies of(List<Column> columns, DescribedColumns described, Grouping grouping, RunContext run) {
        List<Integer> used = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            boolean isUsed = described.role(columns.get(c).name()) != ColumnRole.NOT_USED;
            (isUsed ? used : others).add(c);
        }
        SegmentCopies copies = new SegmentCopies();
        copies.add(used, true, columns, grouping, run);
        copies.add(others, false, columns, grouping, run);
        return copies;
    }

    private void add(List<Integer> indices, boolean used, List<Column> columns, Grouping grouping, RunContext run) {
        Labels labels = grouping.labels().dense();
        List<Column> compared =
                indices.stream().map(c -> grouping.clustered(columns.get(c))).toList();
        ColumnLikenesses all = ColumnLikenesses.of(compared, run);
        List<ColumnLikeness> each = all.each(labels, run);
        for (int i = 0; i < each.size(); i++) {
            likenesses.put(indices.get(i), each.get(i));
            counting.put(indices.get(i), !used || all.counts(i, each));
        }
    }

    /** Share of the customers whose segment a column, by its index, tells; NaN if that is not defined. */
    double told(int column) {
        return likenesses.get(column).told();
    }

    /** Whether a column, by its index, is nearly the segmentation. */
    boolean isNearly(int column) {
        ColumnLikeness likeness = likenesses.get(column);
        return counting.get(column) && likeness.told() >= MIN_TOLD && likeness.adjustedRand() >= MIN_AGREEMENT;
    }
}
