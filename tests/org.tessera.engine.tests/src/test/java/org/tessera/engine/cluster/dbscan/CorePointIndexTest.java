package org.tessera.engine.cluster.dbscan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.RunContext;

class CorePointIndexTest {

    private static final RunContext RUN = RunContext.of(1);

    @Test
    void agrees_with_the_definition_on_random_points() {
        int withOther = 0;
        for (int seed = 1; seed <= 30; seed++) {
            Distance distance = seed % 2 == 0 ? Distance.EUCLIDEAN : Distance.MANHATTAN;
            Matrix x = seed % 3 == 0 ? Samples.grid(400, 2, 30, seed) : Samples.groups(400, 2, 5, seed);
            DbscanOptions options =
                    new DbscanOptions(OptionalDouble.of(0.5 + 0.05 * seed), OptionalInt.of(4), distance);
            DensityModel model = (DensityModel) new Dbscan(options).fit(x, RUN).model();
            CorePointIndex.Search search = new CorePointIndex(model, RunContext.of(1)).search();
            Matrix points = seed % 3 == 0 ? Samples.grid(1200, 2, 30, seed + 100) : Samples.groups(1200, 2, 5, seed);
            for (int i = 0; i < points.rows(); i++) {
                CorePointIndex.Assignment expected = byDefinition(model, points.row(i));
                assertEquals(expected, search.assign(points.row(i)), "seed " + seed + ", point " + i);
                withOther += expected.other() == Labels.NOISE ? 0 : 1;
            }
        }
        assertTrue(withOther > 100, withOther + " points near two segments");
    }

    private static CorePointIndex.Assignment byDefinition(DensityModel model, double[] point) {
        int d = point.length;
        double[] nearest = new double[model.segments()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int[] rows = new int[model.segments()];
        for (int row = 0; row < model.coreRows().rows(); row++) {
            double distance =
                    model.distance().between(point, 0, model.coreRows().values(), row * d, d);
            int label = model.coreLabels()[row];
            if (distance < nearest[label]) {
                nearest[label] = distance;
                rows[label] = row;
            }
        }
        int best = -1;
        int second = -1;
        for (int s = 0; s < nearest.length; s++) {
            if (best < 0 || nearest[s] < nearest[best] || (nearest[s] == nearest[best] && rows[s] < rows[best])) {
                second = best;
                best = s;
            } else if (second < 0
                    || nearest[s] < nearest[second]
                    || (nearest[s] == nearest[second] && rows[s] < rows[second])) {
                second = s;
            }
        }
        if (best < 0 || nearest[best] > model.eps()) {
            double margin = best < 0 ? 1 : 1 - model.eps() / nearest[best];
            return new CorePointIndex.Assignment(Labels.NOISE, Labels.NOISE, margin);
        }
        boolean other = second >= 0 && nearest[second] <= model.eps();
        double far = other ? nearest[second] : model.eps();
        return new CorePointIndex.Assignment(best, other ? second : Labels.NOISE, 1 - nearest[best] / far);
    }

    @Test
    void all_training_rows_get_their_segments_also_those_as_near_to_two() {
        int border = 0;
        for (int seed = 1; seed <= 30; seed++) {
            Matrix x = Samples.grid(500, 2, 40, seed);
            Dbscan.Detailed found =
                    new Dbscan(DbscanOptions.defaults().withEps(2).withMinPoints(6)).fitDetailed(x, RUN);
            CorePointIndex.Search search =
                    new CorePointIndex((DensityModel) found.clustering().model(), RunContext.of(1)).search();
            int[] segments = new int[x.rows()];
            for (int i = 0; i < segments.length; i++) {
                CorePointIndex.Assignment near = search.assign(x.row(i));
                segments[i] = near.segment();
                border += !found.core()[i] && near.other() != Labels.NOISE ? 1 : 0;
            }
            assertArrayEquals(found.clustering().labels().toArray(), segments, "seed " + seed);
        }
        assertTrue(border > 20, border + " border rows of two segments");
    }

    @Test
    void open_neighborhoods_leave_eps_out_and_follow_the_order_of_finding() {
        DensityModel model =
                new DensityModel(4, 1, Distance.EUCLIDEAN, false, Samples.column(0, 3, 8), new int[] {0, 1, 0}, 2);
        CorePointIndex.Search search = new CorePointIndex(model, RunContext.of(1)).search();
        // 7 is 4 away from 3, which is outside, and 1 from 8.
        assertEquals(new CorePointIndex.Assignment(0, Labels.NOISE, 0.75), search.assign(new double[] {7}));
        // 5 is near 3, where the second segment starts: it takes the point from the first.
        assertEquals(new CorePointIndex.Assignment(1, 0, 1 - 2 / 3.0), search.assign(new double[] {5}));
        // 5.75 is nearer to 8, but taken by the second segment all the same.
        assertEquals(new CorePointIndex.Assignment(1, 0, 0), search.assign(new double[] {5.75}));
        // Not around a first core row: the segment found first has it, though 30 is nearer.
        DensityModel late = new DensityModel(
                4, 1, Distance.EUCLIDEAN, false, Samples.column(0, 50, 30, 24), new int[] {0, 1, 1, 0}, 2);
        CorePointIndex.Search later = new CorePointIndex(late, RunContext.of(1)).search();
        assertEquals(new CorePointIndex.Assignment(0, 1, 0), later.assign(new double[] {27.5}));
        assertEquals(new CorePointIndex.Assignment(Labels.NOISE, Labels.NOISE, 0.5), later.assign(new double[] {38}));
    }

    @Test
    void open_neighborhoods_of_radius_0_hold_nothing_and_closed_ones_what_is_equal() {
        for (boolean closed : new boolean[] {true, false}) {
            for (Distance distance : Distance.values()) {
                DensityModel model = new DensityModel(0, 1, distance, closed, Samples.column(3), new int[] {0}, 1);
                CorePointIndex.Search search = new CorePointIndex(model, RunContext.of(1)).search();
                assertEquals(
                        closed ? 0 : Labels.NOISE,
                        search.assign(new double[] {3}).segment());
                assertEquals(
                        Labels.NOISE, search.assign(new double[] {3 + 1e-15}).segment());
            }
        }
    }

    @Test
    void models_have_a_radius_of_0_or_more() {
        for (double eps : new double[] {-0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals(
                    "The radius is " + eps + ", but has to be 0 or more and finite",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> new DensityModel(
                                            eps, 3, Distance.EUCLIDEAN, true, Samples.column(0), new int[] {0}, 1))
                            .getMessage());
        }
    }
}
