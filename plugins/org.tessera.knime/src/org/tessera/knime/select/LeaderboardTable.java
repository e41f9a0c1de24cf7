package org.tessera.knime.select;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.select.Leaderboard;
import org.tessera.knime.kit.SmallTable;

/** The leaderboard as a table: one row per segmentation, the best first. */
final class LeaderboardTable {

    private LeaderboardTable() {}

    /** With a column per metric. */
    static DataTableSpec spec(List<Metric> metrics) {
        List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SmallTable.whole("Rank"));
        columns.add(SmallTable.text("Segmentation"));
        columns.add(SmallTable.whole("Segments"));
        for (Metric metric : metrics) {
            columns.add(SmallTable.number(metric.info().title()));
        }
        columns.add(SmallTable.number("Smallest segment share"));
        columns.add(SmallTable.number("Noise share"));
        columns.add(SmallTable.number("Agreement with best"));
        columns.add(SmallTable.flag("Passes guards"));
        columns.add(SmallTable.text("Implementation"));
        columns.add(SmallTable.text("Reason"));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static SmallTable table(Leaderboard board, List<Metric> metrics, List<SegmentationModel> models, RunContext run) {
        SmallTable table = new SmallTable(spec(metrics));
        for (Leaderboard.Entry entry : board.entries()) {
            List<Object> row = new ArrayList<>();
            row.add(entry.rank());
            row.add(entry.candidate().name());
            row.add(entry.shape().segments());
            for (Metric metric : metrics) {
                row.add(entry.value(metric.info().id()));
            }
            row.add(entry.shape().smallestShare());
            row.add(entry.shape().noiseShare());
            row.add(agreement(board.winner(), entry, run));
            row.add(entry.eligible());
            row.add(models.get(entry.index()).provenance().implementation());
            row.add(entry.reason());
            table.add("Rank " + entry.rank(), row.toArray());
        }
        return table;
    }

    /** The adjusted Rand index; noise counts as a segment, because it is part of what a segmentation says. */
    private static double agreement(Leaderboard.Entry best, Leaderboard.Entry other, RunContext run) {
        return Agreement.of(best.candidate().labels(), other.candidate().labels(), NoisePolicy.OWN_SEGMENT, run)
                .adjustedRand();
    }
}
