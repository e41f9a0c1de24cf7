package org.tessera.engine.cluster.kmeans;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Medians beside those of sorted values. */
class MediansTest {

    /** Of sorted values, -0 as 0. */
    private static double sorted(double[] values, int from, int to) {
        double[] part = Arrays.copyOfRange(values, from, to);
        Arrays.sort(part);
        int middle = part.length / 2;
        return 0.0 + (part.length % 2 != 0 ? part[middle] : (part[middle - 1] + part[middle]) / 2);
    }

    private static double value(RandomStream random, int kind) {
        return switch (kind) {
            case 0 -> random.nextGaussian();
            case 1 -> random.nextInt(3) - 1;
            case 2 -> random.nextInt(2) == 0 ? -0.0 : 0.0;
            default -> 1e150 * random.nextGaussian();
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void are_those_of_sorted_values_and_touch_nothing_else(int kind) {
        for (int seed = 1; seed <= 200; seed++) {
            RandomStream random = RandomStream.of(seed, kind);
            double[] values = new double[3 + random.nextInt(60)];
            Arrays.setAll(values, i -> value(random, kind));
            if (seed % 3 == 0) {
                Arrays.sort(values);
            }
            int from = random.nextInt(values.length - 1);
            int to = from + 1 + random.nextInt(values.length - from);
            double[] parted = values.clone();
            assertEquals(sorted(values, from, to), Medians.of(parted, from, to), "seed " + seed);
            Arrays.sort(parted, from, to);
            double[] expected = values.clone();
            Arrays.sort(expected, from, to);
            if (kind != 2) {
                assertArrayEquals(expected, parted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void of_segments_are_set_column_by_column_and_empty_ones_stay(int threads) {
        double[] values = {1, 10, 5, 20, 3, 60, 9, 40, 7, 30};
        double[] centroids = {-1, -1, -2, -2, -3, -3};
        Medians.update(
                values,
                new int[] {0, 2, 0, 2, 2},
                new int[] {2, 0, 3},
                centroids,
                RunContext.of(1).withThreads(threads));
        assertArrayEquals(new double[] {2, 35, -2, -2, 7, 30}, centroids);
    }
}
