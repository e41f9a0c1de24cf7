package org.tessera.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

class KdTreeSearchTest {

    @ParameterizedTest
    @EnumSource(Distance.class)
    void the_lowest_cost_beyond_a_limit_is_that_of_all_rows(Distance distance) {
        for (int d = 1; d <= 3; d++) {
            for (Matrix x : new Matrix[] {Samples.groups(700, d, 3, d), Samples.grid(700, d, 6, d)}) {
                KdTreeSearch search = new KdTreeSearch(new KdTree(x, distance, RunContext.of(1)));
                for (double limit : new double[] {0, 0.5, 1, 3, 4, 1000}) {
                    double expected = 77_777;
                    for (int i = 0; i < x.rows(); i++) {
                        double cost = distance.reduced(x.values(), 5 * d, x.values(), i * d, d);
                        expected = cost > limit ? Math.min(expected, cost) : expected;
                    }
                    assertEquals(expected, search.lowestBeyond(x.row(5), limit, 77_777));
                }
            }
        }
    }
}
