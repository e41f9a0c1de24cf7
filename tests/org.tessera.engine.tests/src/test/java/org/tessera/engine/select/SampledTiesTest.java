package org.tessera.engine.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** 100,000 customers, whose silhouettes are estimated from samples. */
class SampledTiesTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final int N = 100_000;
    private static final SelectionOptions EXACT_TIES =
            SelectionOptions.defaults().withTie(0);

    private static Matrix x;
    private static int[] group;

    /** Three groups, at 0, 10 and 20, of which the last two are a little nearer to each other. */
    @BeforeAll
    static void make() {
        RandomStream random = RandomStream.of(4, 0);
        double[] values = new double[N];
        group = new int[N];
        for (int i = 0; i < N; i++) {
            group[i] = i % 3;
            values[i] = 10 * group[i] + 2 * random.nextGaussian();
        }
        x = Matrix.wrap(N, 1, values);
    }

    /** The three groups, of some customers every so often the next group: few make no difference that a sample shows. */
    private static Candidate wrong(String name, int every) {
        int[] labels = group.clone();
        for (int i = 0; every > 0 && i < N; i += every) {
            labels[i] = (labels[i] + 1) % 3;
        }
        return new Candidate(name, "Test", Labels.of(labels));
    }

    /** The first of three groups has two halves just so far apart that three and four segments are about as good. */
    @Test
    void differences_within_the_standard_error_go_to_fewer_segments() {
        RandomStream random = RandomStream.of(4, 0);
        double[] values = new double[N];
        int[] four = new int[N];
        for (int i = 0; i < N; i++) {
            four[i] = i % 6 == 0 ? 3 : i % 3;
            values[i] = 40 * group[i] + (i % 6 == 0 ? 11.9375 : 0) + 2 * random.nextGaussian();
        }
        Leaderboard board = Selection.rank(
                List.of(new Candidate("four", "Test", Labels.of(four)), wrong("three", 0)),
                Matrix.wrap(N, 1, values),
                EXACT_TIES.withGuards(Guards.none()),
                RUN);
        assertEquals("three", board.winner().candidate().name());
        assertEquals(0.88685, board.winner().value("silhouette"), 1e-5);
        assertEquals(0.88723, board.entries().get(1).value("silhouette"), 1e-5);
        assertEquals(
                "Chosen: its silhouette 0.8868 (estimated from 2,001 customers, standard error 0.00086) is within one"
                        + " standard error of the difference (0.0017) of the best, 0.8872 of 'four', and it has fewer"
                        + " segments (3 instead of 4); strong: segments are clearly apart",
                board.winner().reason());
        assertEquals(
                "Passes the guards, but within one standard error of the difference (0.0017) of its silhouette 0.8872"
                        + " (estimated from 2,000 customers, standard error 0.0014) is 0.8868 of 'three', which has fewer"
                        + " segments (3 instead of 4)",
                board.entries().get(1).reason());
    }

    @Test
    void a_difference_beyond_the_standard_error_decides_and_shows_in_the_digits() {
        Candidate good = wrong("good", 0);
        Candidate poor = wrong("poor", 20);
        Leaderboard board = Selection.rank(List.of(poor, good), x, EXACT_TIES, RUN);
        assertEquals("good", board.winner().candidate().name());
        Matcher values = Pattern.compile("its silhouette (\\S+) .* is lower than (\\S+) of 'good'")
                .matcher(board.entries().get(1).reason());
        assertTrue(values.find(), board.entries().get(1).reason());
        assertTrue(Double.parseDouble(values.group(1)) < Double.parseDouble(values.group(2)), values.group());
    }

    /** The same rows are in both samples, so that the error of the difference is far below that of each. */
    @Test
    void pairing_tells_apart_what_independent_samples_could_not() {
        Leaderboard board = Selection.rank(List.of(wrong("poor", 100), wrong("good", 0)), x, EXACT_TIES, RUN);
        MetricResult good = board.entries().get(0).metrics().get("silhouette");
        MetricResult poor = board.entries().get(1).metrics().get("silhouette");
        assertEquals(
                List.of("good", "poor"),
                board.entries().stream().map(e -> e.candidate().name()).toList());
        assertTrue(good.sampledRows() > 0 && good.standardError() > 0);
        assertTrue(good.overall() > poor.overall());
    }
}
