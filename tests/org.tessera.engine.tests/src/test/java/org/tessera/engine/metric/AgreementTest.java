package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.Labels;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

/** Adjusted Rand index and normalized mutual information by hand, and against scikit-learn 1.2.1 on 104 pairs of runs. */
class AgreementTest {

    private static final double EPS = 1e-15;

    static Stream<CreditReference.Pair> pairs() {
        return CreditReference.pairs().stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void equals_scikit_learn(CreditReference.Pair pair) {
        Agreement.Result result = Agreement.of(
                CreditReference.labels(pair.first()),
                CreditReference.labels(pair.second()),
                NoisePolicy.LEAVE_OUT,
                RunContext.of(0));
        assertEquals(pair.adjustedRand(), result.adjustedRand(), 1e-12 * Math.abs(pair.adjustedRand()));
        assertEquals(pair.mutualInformation(), result.mutualInformation(), 1e-9 * pair.mutualInformation());
    }

    @Test
    void six_rows_by_hand() {
        Agreement.Result result = agreement(Labels.of(0, 0, 0, 1, 1, 1), Labels.of(0, 0, 1, 1, 2, 2));
        double chance = 6 * 3 / 15.0;
        assertEquals((2 - chance) / (4.5 - chance), result.adjustedRand(), EPS);
        double ln2 = Math.log(2);
        double information = 2 / 3.0 * ln2;
        assertEquals(information / ((ln2 + Math.log(3)) / 2), result.mutualInformation(), EPS);
        assertEquals(6, result.rows());
    }

    @Test
    void the_same_segments_under_other_names_agree_fully() {
        Labels labels = Labels.of(0, 0, 1, 2, 2, 2, 1);
        assertFigures(1, 1, agreement(labels, Labels.of(2, 2, 0, 1, 1, 1, 0)));
        assertFigures(1, 1, agreement(Labels.of(0, 0, 0), Labels.of(0, 0, 0)));
        assertFigures(1, 1, agreement(Labels.of(0, 1, 2), Labels.of(1, 2, 0)));
        assertFigures(1, 1, agreement(Labels.of(0), Labels.of(0)));
    }

    @Test
    void one_segment_tells_nothing() {
        assertFigures(0, 0, agreement(Labels.of(0, 0, 0, 0), Labels.of(0, 1, 1, 2)));
        assertFigures(0, 0, agreement(Labels.of(0, 0, 0), Labels.of(0, 1, 2)));
    }

    /** scikit-learn 1.2.1 sums logarithms and may be left with their rounding. */
    @Test
    void independent_segments_share_exactly_nothing() {
        int[] a = new int[7 * 9 * 11];
        int[] b = new int[a.length];
        Arrays.setAll(a, i -> i % 7);
        Arrays.setAll(b, i -> i / 7 % 9);
        Agreement.Result result = agreement(Labels.of(a), Labels.of(b));
        assertEquals(0, result.mutualInformation());
        assertTrue(result.adjustedRand() < 0, result::toString);
    }

    /** Half the rows of each segment in each other one, but for one row that moved: about 1/n², far below rounding. */
    @Test
    void nearly_independent_segments_keep_their_digits() {
        int n = 4_000_000;
        int[] a = new int[n];
        int[] b = new int[n];
        Arrays.setAll(a, i -> i % 2);
        Arrays.setAll(b, i -> i / 2 % 2);
        b[0] = 1;
        double shift = 1.0 / n;
        double information = 8 * (shift / 2) * (shift / 2);
        double mutual = agreement(Labels.of(a), Labels.of(b)).mutualInformation();
        assertEquals(information / Math.log(2), mutual, 1e-6 * mutual);
    }

    @Test
    void worse_than_chance_is_negative_down_to_minus_a_half() {
        assertFigures(-0.5, 0, agreement(Labels.of(0, 0, 1, 1), Labels.of(0, 1, 0, 1)));
    }

    @Test
    void a_table_of_counts_is_enough() {
        // By hand: pairs together 40·39/2 + 10·9/2 + 30·29/2 = 1260, in the first 50·49/2 + 30·29/2 = 1660,
        // in the second 40·39/2 + 40·39/2 = 1560, all 80·79/2 = 3160.
        double chance = 1660 * 1560 / 3160.0;
        assertEquals(
                (1260 - chance) / (1610 - chance), Agreement.adjustedRand(new long[][] {{40, 10}, {0, 30}}), 1e-15);
        assertEquals(1, Agreement.adjustedRand(new long[][] {{0, 7}, {3, 0}}));
        assertEquals(0, Agreement.adjustedRand(new long[][] {{5, 5}, {0, 0}}));
        assertEquals(Double.NaN, Agreement.adjustedRand(new long[2][2]));
    }

    @Test
    void noise_is_left_out_or_one_more_segment() {
        Labels first = Labels.of(0, 0, 1, 1, Labels.NOISE, Labels.NOISE);
        Labels second = Labels.of(0, 0, 1, 1, 0, Labels.NOISE);
        Agreement.Result left = agreement(first, second);
        assertFigures(1, 1, left);
        assertEquals(4, left.rows());
        Agreement.Result own = Agreement.of(first, second, NoisePolicy.OWN_SEGMENT, RunContext.of(0));
        assertEquals(6, own.rows());
        assertEquals(agreement(Labels.of(0, 0, 1, 1, 2, 2), Labels.of(0, 0, 1, 1, 0, 2)), own);
        assertTrue(own.adjustedRand() < 1);
    }

    @Test
    void without_rows_it_is_undefined_and_says_so() {
        Agreement.Result none = agreement(Labels.of(), Labels.of());
        assertTrue(Double.isNaN(none.adjustedRand()) && Double.isNaN(none.mutualInformation()));
        assertEquals("The agreement of two segmentations needs a row, but there is no row", none.undefined());
        Agreement.Result apart = agreement(Labels.of(0, Labels.NOISE), Labels.of(Labels.NOISE, 0));
        assertEquals(
                "The agreement of two segmentations needs a row, but none of the 2 rows is in a segment of both",
                apart.undefined());
    }

    @Test
    void neither_the_order_of_rows_nor_that_of_the_segmentations_changes_a_bit() {
        int n = 5000;
        RandomStream random = RandomStream.of(3, 0);
        int[] a = new int[n];
        int[] b = new int[n];
        Arrays.setAll(a, i -> i < 6 ? i : random.nextInt(6));
        Arrays.setAll(b, i -> i < 9 ? i : a[i] < 3 ? random.nextInt(9) : a[i]);
        Agreement.Result before = agreement(Labels.of(a), Labels.of(b));
        assertEquals(before, agreement(Labels.of(b), Labels.of(a)));
        int[] order = random.permutation(n);
        Labels first = Labels.of(Arrays.stream(order).map(i -> 5 - a[i]).toArray());
        Labels second = Labels.of(Arrays.stream(order).map(i -> 8 - b[i]).toArray());
        assertEquals(before, agreement(first, second));
    }

    /** Pairs of 3 million rows do not fit into an int, nor their products into a long. */
    @Test
    void many_rows_do_not_overflow() {
        int n = 3_000_000;
        int[] a = new int[n];
        int[] b = new int[n];
        Arrays.setAll(a, i -> i < n / 2 ? 0 : 1);
        Arrays.setAll(b, i -> i < n / 2 ? 0 : i < n / 4 * 3 ? 1 : 2);
        double whole = n * (n - 1.0) / 2;
        double half = n / 2 * (n / 2 - 1.0) / 2;
        double quarter = n / 4 * (n / 4 - 1.0) / 2;
        double together = half + 2 * quarter;
        double chance = 2 * half / whole * together;
        Agreement.Result result = agreement(Labels.of(a), Labels.of(b));
        assertEquals((together - chance) / ((2 * half + together) / 2 - chance), result.adjustedRand(), 1e-12);
        assertEquals(2 / 2.5, result.mutualInformation(), 1e-12);
    }

    @Test
    void different_numbers_of_rows_are_named() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> agreement(Labels.of(0, 1), Labels.of(0, 1, 1)));
        assertEquals("Segmentations of 2 and 3 rows cannot be compared: the numbers must be equal", e.getMessage());
    }

    /** Many pairs of segments, which are counted in another way than few. */
    @Test
    void many_segments_agree_as_their_halves_do() {
        int n = 3_000;
        int[] first = new int[2 * n];
        int[] second = new int[2 * n];
        RandomStream random = RandomStream.of(4, 0);
        for (int i = 0; i < n; i++) {
            first[i] = i < 400 ? i : random.nextInt(400);
            second[i] = i < 500 ? i : random.nextInt(500);
            first[n + i] = first[i];
            second[n + i] = second[i];
        }
        double ln = 0;
        int[][] table = new int[400][500];
        int[] rows = new int[400];
        int[] columns = new int[500];
        for (int i = 0; i < 2 * n; i++) {
            table[first[i]][second[i]]++;
            rows[first[i]]++;
            columns[second[i]]++;
        }
        double together = 0;
        double entropies = 0;
        for (int a = 0; a < 400; a++) {
            for (int b = 0; b < 500; b++) {
                double cell = table[a][b];
                together += cell * (cell - 1) / 2;
                ln += cell == 0 ? 0 : cell / (2 * n) * Math.log(cell * 2 * n / ((double) rows[a] * columns[b]));
            }
        }
        double a = 0;
        double b = 0;
        for (int row : rows) {
            a += row * (row - 1) / 2.0;
            entropies -= row / (2.0 * n) * Math.log(row / (2.0 * n));
        }
        for (int column : columns) {
            b += column * (column - 1) / 2.0;
            entropies -= column / (2.0 * n) * Math.log(column / (2.0 * n));
        }
        double chance = a * b / (n * (2.0 * n - 1));
        Agreement.Result result = agreement(Labels.of(first), Labels.of(second));
        assertEquals((together - chance) / ((a + b) / 2 - chance), result.adjustedRand(), 1e-14);
        assertEquals(ln / (entropies / 2), result.mutualInformation(), 1e-13);
    }

    @Test
    void a_cancel_is_heard() {
        Labels labels = Labels.of(new int[100_000]);
        RunContext canceled = RunContext.of(0).withCancel(() -> true);
        assertThrows(RunCanceledException.class, () -> Agreement.of(labels, labels, NoisePolicy.LEAVE_OUT, canceled));
    }

    private static Agreement.Result agreement(Labels first, Labels second) {
        return Agreement.of(first, second, NoisePolicy.LEAVE_OUT, RunContext.of(0));
    }

    private static void assertFigures(double adjustedRand, double mutualInformation, Agreement.Result result) {
        assertEquals(adjustedRand, result.adjustedRand());
        assertEquals(mutualInformation, result.mutualInformation());
    }

    /** The bounds of Steinley 2004; on a bound the weaker word. */
    @Test
    void adjusted_rand_index_is_read_by_steinley() {
        Reading reading = Agreement.ADJUSTED_RAND.reading();
        assertEquals("excellent: nearly the same segments", reading.of(1));
        assertEquals("good: much the same segments", reading.of(0.9));
        assertEquals("moderate: similar segments", reading.of(0.7));
        assertEquals("poor: other segments", reading.of(0.65));
        assertEquals("poor: other segments", reading.of(-0.5));
        assertEquals("", reading.of(Double.NaN));
        assertEquals(1, Agreement.ADJUSTED_RAND.range().best());
        assertEquals(
                "above 0, more with more segments",
                Agreement.MUTUAL_INFORMATION.reading().chance());
    }
}
