package org.tessera.engine.choose.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.verdict.Verdict.Kind;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

/** The quick version of the calibration that docs/verdict.md shows. */
class VerdictTest {

    private static final FeatureColumns FOUR = FeatureColumns.numbers(List.of("a", "b", "c", "d"));
    private static final VerdictOptions QUICK = VerdictOptions.defaults().withNullSamples(39);

    /** Rows around the corners of a simplex, as far from each other as the separation says, with a common factor. */
    private static Matrix rows(int n, int segments, double separation, long seed) {
        RandomStream random = RandomStream.of(seed, segments);
        double[] values = new double[4 * n];
        for (int i = 0; i < n; i++) {
            double factor = random.nextGaussian();
            for (int j = 0; j < 4; j++) {
                double center = j == i % segments ? separation / Math.sqrt(2) : 0;
                values[4 * i + j] = center + random.nextGaussian() + 0.7 * factor;
            }
        }
        return Matrix.wrap(n, 4, values);
    }

    private static Verdict judge(Matrix x) {
        return Verdict.of(x, FOUR, QUICK, RunContext.of(1));
    }

    @Test
    void a_correlated_gaussian_is_a_continuum_or_at_least_not_natural() {
        int natural = 0;
        for (int seed = 0; seed < 6; seed++) {
            natural += judge(rows(800, 1, 0, seed)).kind() == Kind.NATURAL ? 1 : 0;
        }
        assertEquals(0, natural);
    }

    /** stats.stackexchange.com/q/11691: 300 customers, four columns of uniform random numbers, "four clear segments". */
    @Test
    void random_numbers_are_a_continuum() throws IOException {
        double[] values;
        try (InputStream in = VerdictTest.class.getResourceAsStream("/choose/no-structure.csv")) {
            values = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
        Verdict verdict = Verdict.of(Matrix.wrap(300, 4, values), FOUR, VerdictOptions.defaults(), RunContext.of(1));

        assertEquals(Kind.CONTINUUM, verdict.kind(), verdict::sentence);
        assertEquals(OptionalInt.empty(), verdict.segments());
        assertTrue(verdict.sentence().startsWith("There is no evidence of"), verdict::sentence);
    }

    /** K-means cuts such segments across the common factor; the mixture's covariance has it. */
    @Test
    void segments_of_different_sizes_with_a_strong_common_factor_are_counted() {
        RandomStream random = RandomStream.of(1, 1);
        int[] sizes = {900, 500, 250, 120};
        double[] values = new double[4 * 1770];
        int at = 0;
        for (int s = 0; s < sizes.length; s++) {
            for (int i = 0; i < sizes[s]; i++) {
                double factor = 2 * random.nextGaussian();
                for (int j = 0; j < 4; j++) {
                    values[at++] = (j == s ? 3.5 : 0) + random.nextGaussian() + factor;
                }
            }
        }
        Matrix x = Matrix.wrap(1770, 4, values);

        assertEquals(4, SegmentCount.of(x, 0.15, RandomStream.of(1, 2), RunContext.of(1)));
        assertEquals(2, SegmentCount.of(x, 1, RandomStream.of(1, 2), RunContext.of(1)), "no valley is as deep");
    }

    @Test
    void segments_far_apart_are_natural_and_counted() {
        for (int k = 2; k <= 4; k++) {
            Verdict verdict = judge(rows(1000, k, 5.5, 3));

            assertEquals(Kind.NATURAL, verdict.kind(), verdict::sentence);
            assertEquals(OptionalInt.of(k), verdict.segments(), verdict::sentence);
            assertTrue(verdict.evidence().depth() > verdict.evidence().nullDepth() + 0.1, verdict::sentence);
        }
    }

    @Test
    void neither_the_order_of_the_rows_nor_threads_matter() {
        Matrix x = rows(600, 3, 4, 5);
        int[] reversed = new int[600];
        for (int i = 0; i < 600; i++) {
            reversed[i] = 599 - i;
        }
        Verdict one = Verdict.of(x, FOUR, QUICK, RunContext.of(2).withThreads(1));
        Verdict other =
                Verdict.of(x.select(reversed), FOUR, QUICK, RunContext.of(2).withThreads(4));

        assertEquals(one, other);
        assertNotEquals(one, Verdict.of(x, FOUR, QUICK, RunContext.of(3)));
    }

    @Test
    void a_number_that_others_foretell_is_left_out_and_named() {
        Matrix three = rows(800, 1, 0, 9);
        double[] values = three.values().clone();
        for (int i = 0; i < 800; i++) {
            values[4 * i + 3] = values[4 * i] * 2 + 1;
        }
        Verdict verdict = judge(Matrix.wrap(800, 4, values));

        assertEquals(1, verdict.basis().foretold().size());
        assertTrue(List.of("a", "d").contains(verdict.basis().foretold().get(0)));
        assertTrue(verdict.sentence().contains("Left out, as other columns foretell them: '"), verdict::sentence);
    }

    @Test
    void extreme_rows_are_set_aside_and_counted() {
        double[] values = rows(800, 1, 0, 4).values().clone();
        for (int i = 0; i < 10; i++) {
            values[4 * i] = 100 + i;
        }
        Verdict verdict = judge(Matrix.wrap(800, 4, values));

        assertTrue(verdict.basis().aside() >= 10 && verdict.basis().aside() < 20, () -> "" + verdict.basis());
        assertTrue(verdict.sentence().contains("Set aside: "), verdict::sentence);
    }

    @Test
    void large_tables_are_judged_by_a_sample() {
        Verdict verdict = Verdict.of(rows(3000, 3, 6, 1), FOUR, QUICK.withMaxRows(1000), RunContext.of(1));

        assertEquals(3000, verdict.basis().rows());
        assertEquals(1000, verdict.basis().sampled());
        assertEquals(Kind.NATURAL, verdict.kind());
        assertTrue(verdict.sentence().contains("a sample of 1,000 of 3,000 customers"), verdict::sentence);
    }

    @Test
    void too_few_rows_are_undecided() {
        for (int n : new int[] {0, 1, 2, 49}) {
            Verdict verdict = judge(rows(n, 1, 0, 1));
            assertEquals(Kind.UNDECIDED, verdict.kind());
            assertEquals(OptionalInt.empty(), verdict.segments());
        }
    }

    @Test
    void rows_without_features_do_not_count() {
        double[] values = rows(200, 1, 0, 1).values().clone();
        values[0] = Double.NaN;
        assertEquals(199, judge(Matrix.wrap(200, 4, values)).basis().rows());
    }

    @Test
    void it_can_be_canceled() {
        RunContext canceled = RunContext.of(1).withCancel(() -> true);
        assertThrows(RunCanceledException.class, () -> Verdict.of(rows(500, 1, 0, 1), FOUR, QUICK, canceled));
    }

    @Test
    void options_out_of_bounds_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> QUICK.withNullSamples(38));
        assertThrows(IllegalArgumentException.class, () -> QUICK.withMaxRows(499));
        assertThrows(IllegalArgumentException.class, () -> new VerdictOptions(99, 1, 1000));
    }
}
