package org.tessera.knime.view.web;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.select.Leaderboard;

/**
 * The segmentations that were tried, the best first.
 *
 * @param rows a row per segmentation, by rank
 */
record LeaderboardSummary(List<Row> rows) {

    private static final int DIGITS = 2;

    /** Copies the list. */
    LeaderboardSummary {
        rows = List.copyOf(rows);
    }

    /**
     * A segmentation.
     *
     * @param name algorithm and number of segments
     * @param passes whether it passes the guards
     * @param silhouette its mean silhouette as text, "" if it has none
     * @param worst the silhouette of its worst segment as text
     * @param stability adjusted Rand index of its segments in halves as text, "" if it was not measured
     * @param sizes sizes of its segments in words
     * @param reason why it has its rank
     */
    record Row(
            String name,
            boolean passes,
            String silhouette,
            String worst,
            String stability,
            String sizes,
            String reason) {}

    static LeaderboardSummary of(Leaderboard board, IntToDoubleFunction stability) {
        return new LeaderboardSummary(board.entries().stream()
                .map(entry -> new Row(
                        entry.candidate().name(),
                        entry.eligible(),
                        figure(entry.value(Silhouette.METRIC.info().id())),
                        figure(entry.measures().worst().silhouette()),
                        figure(stability.applyAsDouble(entry.index())),
                        entry.shape().sizesInWords(),
                        Texts.cut(entry.reason(), Texts.SENTENCE)))
                .toList());
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "" : Texts.minus(Numbers.value(value, DIGITS));
    }
}
