package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** How the customers of a segment fit it; values of scikit-learn 1.2.1 (silhouette_samples) where they are long. */
class SegmentSilhouetteTest {

    private static final RunContext RUN = RunContext.of(1);

    private static final Matrix PLANE = Matrix.of(
            new double[] {0, 0},
            new double[] {1, 0},
            new double[] {0, 2},
            new double[] {5, 5},
            new double[] {6, 5},
            new double[] {5, 8},
            new double[] {2, 3},
            new double[] {3, 3},
            new double[] {9, 1},
            new double[] {8, 0});
    private static final Labels THREE = Labels.of(0, 0, 0, 1, 1, 1, 0, 1, 2, 2);

    private static List<SegmentSilhouette> of(Matrix x, Labels labels, Distance distance) {
        return SegmentSilhouette.of(Silhouette.of(x, labels, distance, NoisePolicy.LEAVE_OUT, RUN), labels);
    }

    @Test
    void euclidean_segments_equal_scikit_learn() {
        List<SegmentSilhouette> segments = of(PLANE, THREE, Distance.EUCLIDEAN);
        assertEquals(3, segments.size());
        assertEquals(0.5478739921445667, segments.get(0).mean(), 1e-14);
        assertEquals(0.34631171765747937, segments.get(1).mean(), 1e-14);
        assertEquals(-0.23785911897014192, segments.get(1).lowest(), 1e-14);
        assertEquals(0.25, segments.get(1).shareBelowZero());
        assertEquals(0, segments.get(0).shareBelowZero());
        assertEquals(
                "reasonable: apart from the other segments", segments.get(0).reading());
        assertEquals("weak: overlaps with another segment", segments.get(1).reading());
        assertEquals(
                "strong: clearly apart from the other segments", segments.get(2).reading());
    }

    @Test
    void manhattan_segments_equal_scikit_learn() {
        List<SegmentSilhouette> segments = of(PLANE, THREE, Distance.MANHATTAN);
        assertEquals(0.5592592592592593, segments.get(0).mean(), 1e-14);
        assertEquals(0.3790584415584416, segments.get(1).mean(), 1e-14);
        assertEquals(0.7647058823529411, segments.get(2).mean(), 1e-14);
        assertEquals(-0.25, segments.get(1).lowest(), 1e-14);
        assertEquals(0.25, segments.get(1).shareBelowZero());
    }

    /** 0.5 and 11.5 lie in the middle of other segments: (1 - 0.833...) and so on, mean -0.924 by scikit-learn. */
    @Test
    void a_segment_of_two_ends_falls_apart_though_the_mean_over_all_is_positive() {
        Matrix x = Matrix.of(column(0, 1, 2, 10, 11, 12, 0.5, 11.5));
        List<SegmentSilhouette> segments = of(x, Labels.of(0, 0, 0, 1, 1, 1, 2, 2), Distance.EUCLIDEAN);
        assertEquals(-0.9242424242424242, segments.get(2).mean(), 1e-14);
        assertEquals(1, segments.get(2).shareBelowZero());
        assertTrue(segments.get(2).fallsApart());
        assertEquals(
                "does not hold together: its customers are on average nearer to another segment",
                segments.get(2).reading());
        assertFalse(segments.get(0).fallsApart());
    }

    /** With S the sum of distances to the 20 values, a = S / 19 and b = S / 20: every silhouette is -1 / 20. */
    @Test
    void twins_in_two_segments_are_a_little_below_zero() {
        RandomStream random = RandomStream.of(8, 0);
        double[] values = new double[40];
        Arrays.setAll(values, i -> i < 20 ? random.nextGaussian() : 0);
        System.arraycopy(values, 0, values, 20, 20);
        int[] labels = new int[40];
        Arrays.setAll(labels, i -> i / 20);
        for (SegmentSilhouette segment : of(Matrix.wrap(40, 1, values), Labels.of(labels), Distance.EUCLIDEAN)) {
            assertEquals(-0.05, segment.mean(), 1e-14);
            assertEquals(-0.05, segment.lowest(), 1e-14);
            assertEquals(1, segment.shareBelowZero());
            assertTrue(segment.fallsApart());
        }
    }

    @Test
    void zero_is_not_below_zero() {
        Matrix same = Matrix.wrap(4, 1, new double[4]);
        List<SegmentSilhouette> duplicates = of(same, Labels.of(0, 0, 1, 1), Distance.EUCLIDEAN);
        assertEquals(0, duplicates.get(0).shareBelowZero());
        assertFalse(duplicates.get(0).fallsApart());
        assertEquals(
                "no substantial structure: blends into another segment",
                duplicates.get(0).reading());
    }

    @Test
    void noise_is_left_out_or_the_last_entry() {
        Matrix x = Matrix.of(column(0, 1, 10, 11, 5));
        Labels labels = Labels.of(0, 0, 1, 1, Labels.NOISE);
        assertEquals(2, of(x, labels, Distance.EUCLIDEAN).size());
        List<SegmentSilhouette> zero =
                SegmentSilhouette.of(Silhouette.of(x, labels, Distance.EUCLIDEAN, NoisePolicy.ZERO, RUN), labels);
        assertEquals(of(x, labels, Distance.EUCLIDEAN), zero);
        List<SegmentSilhouette> own = SegmentSilhouette.of(
                Silhouette.of(x, labels, Distance.EUCLIDEAN, NoisePolicy.OWN_SEGMENT, RUN), labels);
        assertEquals(3, own.size());
        assertEquals(Labels.NOISE, own.get(2).label());
        assertEquals(0, own.get(2).mean());
    }

    @Test
    void nothing_is_said_where_the_silhouette_is_not_defined() {
        Matrix x = Matrix.of(column(0, 1, 2));
        assertEquals(List.of(), of(x, Labels.of(0, 0, 0), Distance.EUCLIDEAN));
        Silhouette.Result result = Silhouette.of(x, Labels.of(0, 0, 1), NoisePolicy.LEAVE_OUT, RUN);
        assertThrows(IllegalArgumentException.class, () -> SegmentSilhouette.of(result, Labels.of(0, 1)));
    }

    /** With all rows of a segment but one in the sample, the error is nearly 0; with few, it may hide a mean below 0. */
    @Test
    void a_sampled_mean_below_zero_within_its_standard_error_does_not_condemn_a_segment() {
        SegmentSilhouette sampled = new SegmentSilhouette(0, -0.01, 0.02, 0.6, -0.4);
        assertFalse(sampled.fallsApart());
        assertTrue(new SegmentSilhouette(0, -0.03, 0.02, 0.6, -0.4).fallsApart());
        RandomStream random = RandomStream.of(3, 0);
        double[] values = new double[600];
        Arrays.setAll(values, i -> random.nextGaussian());
        int[] labels = new int[600];
        Arrays.setAll(labels, i -> i % 2);
        Matrix x = Matrix.wrap(600, 1, values);
        MetricOptions options = new MetricOptions(NoisePolicy.LEAVE_OUT, Distance.EUCLIDEAN, 100, 60);
        for (SegmentSilhouette s :
                SegmentSilhouette.of(Silhouette.of(x, Labels.of(labels), options, RUN), Labels.of(labels))) {
            assertTrue(s.standardError() > 0 && s.standardError() < 0.1, "error " + s.standardError());
        }
        assertEquals(0, of(x, Labels.of(labels), Distance.EUCLIDEAN).get(0).standardError());
    }

    private static double[][] column(double... values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }
}
