package org.tessera.engine.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.run.RandomStream;

class ReducedDistancesTest {

    @ParameterizedTest
    @EnumSource(Distance.class)
    void costs_have_the_bits_of_those_of_two_rows(Distance distance) {
        int n = 301;
        for (int d = 1; d <= 11; d++) {
            RandomStream random = RandomStream.of(7, d);
            double[] rows = new double[n * d];
            double[][] columns = new double[d][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < d; j++) {
                    rows[i * d + j] = random.nextDouble() * 1e3;
                    columns[j][i] = rows[i * d + j];
                }
            }
            double[] costs = new double[n + 1];
            costs[n] = -1;
            ReducedDistances.fill(distance, columns, rows, 5 * d, costs, n);
            for (int i = 0; i < n; i++) {
                assertEquals(
                        distance.reduced(rows, i * d, rows, 5 * d, d), costs[i], "row " + i + " of " + d + " columns");
            }
            assertEquals(-1, costs[n]);
        }
    }

    @Test
    void the_lowest_two_are_kept() {
        double[] first = {Double.POSITIVE_INFINITY, 2};
        double[] second = {Double.POSITIVE_INFINITY, 3};
        for (double[] costs : new double[][] {{4, 2.5}, {4, 9}, {1, 0}}) {
            ReducedDistances.lowest(costs, first, second, 2);
        }
        assertEquals("[1.0, 0.0] [4.0, 2.0]", Arrays.toString(first) + " " + Arrays.toString(second));
    }
}
