package org.tessera.engine.match;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OptimalAssignmentTest {

    private static final int NONE = OptimalAssignment.NONE;

    private static double best(double[][] weights, int row, boolean[] taken) {
        if (row == weights.length) {
            return 0;
        }
        double best = best(weights, row + 1, taken);
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.max(best, weights[row][j] + best(weights, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }

    @Test
    void no_assignment_weighs_more() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            int columns = 1 + random.nextInt(6);
            double[][] weights = IntStream.rangeClosed(0, random.nextInt(6))
                    .mapToObj(i -> random.ints(columns, 0, 8).asDoubleStream().toArray())
                    .toArray(double[][]::new);
            int[] found = OptimalAssignment.ofLargestWeight(weights);
            double weight = IntStream.range(0, found.length)
                    .filter(i -> found[i] != NONE)
                    .mapToDouble(i -> weights[i][found[i]])
                    .sum();
            assertEquals(best(weights, 0, new boolean[columns]), weight);
            assertEquals(
                    IntStream.of(found).filter(j -> j != NONE).count(),
                    IntStream.of(found).filter(j -> j != NONE).distinct().count());
        }
    }

    @Test
    void greedy_is_not_optimal() {
        assertArrayEquals(new int[] {1, 0}, OptimalAssignment.ofLargestWeight(new double[][] {{10, 9}, {9, 1}}));
    }

    @Test
    void rows_without_weight_and_rows_too_many_have_no_column() {
        assertArrayEquals(new int[] {NONE, 0, NONE}, OptimalAssignment.ofLargestWeight(new double[][] {{1}, {2}, {0}}));
        assertArrayEquals(new int[0], OptimalAssignment.ofLargestWeight(new double[0][0]));
    }

    @Test
    void weights_that_are_negative_or_infinite_are_refused() {
        for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class, () -> OptimalAssignment.ofLargestWeight(new double[][] {{weight}}));
        }
    }
}
