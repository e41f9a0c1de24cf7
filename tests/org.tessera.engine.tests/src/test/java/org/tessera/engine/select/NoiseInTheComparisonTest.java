package org.tessera.engine.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.run.RunContext;

/** A segmentation does not win by leaving out ordinary customers between the groups. Values: scikit-learn 1.2.1. */
class NoiseInTheComparisonTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final SelectionOptions OPTIONS =
            SelectionOptions.defaults().withGuards(Guards.defaults().withNoise(0.25));

    private static final Matrix TWO_GROUPS = column(0, 1, 2, 3, 4, 5, 9, 20, 21, 22, 23, 24, 25, 16);
    private static final Candidate FULL = of("full", 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1);
    private static final Candidate NOISY = of("noisy", 0, 0, 0, 0, 0, 0, -1, 1, 1, 1, 1, 1, 1, -1);

    private static final Matrix THREE_GROUPS = column(0, 1, 2, 8, 30, 31, 32, 24, 60, 61, 62, 54);
    private static final Candidate ALL = of("all", 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
    private static final Candidate MOST = of("most", 0, 0, 0, -1, 1, 1, 1, -1, 2, 2, 2, -1);

    @Test
    void noise_counts_as_0() {
        assertEquals(0.8823, leftOut(TWO_GROUPS, NOISY), 5e-5);
        assertLost(List.of(NOISY, FULL), TWO_GROUPS, "full");
        assertEquals(0.9551, leftOut(THREE_GROUPS, MOST), 5e-5);
        assertLost(List.of(MOST, ALL), THREE_GROUPS, "all");
    }

    @Test
    void metrics_of_segments_leave_noise_out() {
        Leaderboard board =
                Selection.rank(List.of(FULL, NOISY), TWO_GROUPS, OPTIONS.withMetric(DaviesBouldin.METRIC), RUN);
        assertEquals("noisy", board.winner().candidate().name());
        double value = DaviesBouldin.of(TWO_GROUPS, NOISY.labels(), NoisePolicy.LEAVE_OUT, RUN)
                .overall();
        assertEquals(value, board.winner().value("davies-bouldin"));
    }

    private static double leftOut(Matrix x, Candidate candidate) {
        return Silhouette.of(x, candidate.labels(), NoisePolicy.LEAVE_OUT, RUN).overall();
    }

    private static void assertLost(List<Candidate> candidates, Matrix x, String winner) {
        assertTrue(leftOut(x, candidates.get(0)) > leftOut(x, candidates.get(1)));
        Leaderboard board = Selection.rank(candidates, x, OPTIONS, RUN);
        assertEquals(winner, board.winner().candidate().name());
        assertTrue(board.entries().get(1).eligible());
    }

    private static Matrix column(double... values) {
        return Matrix.wrap(values.length, 1, values);
    }

    private static Candidate of(String name, int... labels) {
        return new Candidate(name, "Test", Labels.of(labels));
    }
}
