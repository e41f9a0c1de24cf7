package org.tessera.engine.cluster.mixture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.match.OptimalAssignment;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class TemperatureTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final int CATEGORIES = 6;
    private static final int LEVELS = 3;

    /** Indicators of six categories, each of which is the segment's own level with a preference. */
    private static Matrix indicators(int[] segments, double preference, RandomStream random) {
        double[][] rows = new double[segments.length][CATEGORIES * LEVELS];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < CATEGORIES; c++) {
                int level = random.nextDouble() < preference ? segments[i] : random.nextInt(LEVELS);
                rows[i][c * LEVELS + level] = Math.sqrt(0.5);
            }
        }
        return Matrix.of(rows);
    }

    private static MixtureModel fit(Matrix x, int threads) {
        Clustering clustering = new GaussianMixture(
                        GaussianMixtureOptions.defaults().withComponents(3))
                .fit(x, RUN.withThreads(threads));
        return (MixtureModel) clustering.model();
    }

    @Test
    void indicators_that_exclude_each_other_are_one_category() {
        // Two categories of three levels, a number, a yes/no, and a category of which one level has no indicator.
        Matrix x = Matrix.of(new double[][] {
            {1, 0, 0, 0, 1, 0, 3.5, -1, 0, 0},
            {0, 1, 0, 0, 1, 0, 1.5, 2, 1, 0},
            {0, 0, 1, 1, 0, 0, 2.5, -1, 0, 1},
            {0, 1, 0, 0, 0, 1, 9.5, 2, 0, 0}
        });
        CategoryCodes categories = CategoryCodes.of(x, RUN);
        assertEquals(4, categories.count());
        assertArrayEquals(new int[] {1, 2, 3, 2}, categories.codes(0));
        assertArrayEquals(new int[] {2, 2, 1, 3}, categories.codes(1));
        assertArrayEquals(new int[] {0, 1, 0, 1}, categories.codes(2));
        assertArrayEquals(new int[] {0, 1, 2, 0}, categories.codes(3));
        assertEquals(2, categories.levels(2));
        assertEquals(3, categories.levels(3));
        assertArrayEquals(new int[] {6}, categories.numbers());
    }

    /** Start from probabilities 0 and 1; then shares, weights and the E step by hand. */
    @Test
    void latent_classes_end_where_one_more_step_by_hand_changes_nothing() {
        int[] segments = new int[400];
        Arrays.setAll(segments, i -> i % 2);
        Matrix x = indicators(segments, 0.7, RandomStream.of(3, 0));
        CategoryCodes categories = CategoryCodes.of(x, RUN);
        double[] start = new double[800];
        Arrays.setAll(start, at -> segments[at / 2] == at % 2 ? 1 : 0);
        double[] p = LatentClasses.posteriors(x, categories, start, 2, RUN);
        double largest = 0;
        for (int i = 0; i < 400; i++) {
            double[] density = new double[2];
            for (int s = 0; s < 2; s++) {
                density[s] = 1;
                double weight = 0;
                for (int r = 0; r < 400; r++) {
                    weight += p[2 * r + s];
                }
                for (int c = 0; c < CATEGORIES; c++) {
                    int[] codes = categories.codes(c);
                    double share = 1.0 / categories.levels(c);
                    for (int r = 0; r < 400; r++) {
                        share += codes[r] == codes[i] ? p[2 * r + s] : 0;
                    }
                    density[s] *= share / (weight + 1);
                }
                density[s] *= weight;
            }
            largest = Math.max(largest, Math.abs(density[0] / (density[0] + density[1]) - p[2 * i]));
        }
        assertTrue(largest < 0.02, "moved by " + largest);
    }

    /** Of 5,000 rows the mixture is taken at its word; of 300 that overlap it is not, and never believed more. */
    @Test
    void mixtures_of_few_numbers_are_moderated() {
        assertEquals(1, fit(numbers(5000), 2).temperature());
        double temperature = fit(numbers(300), 1).temperature();
        assertTrue(temperature > 1.02 && temperature < 3, "" + temperature);
        assertEquals(temperature, fit(numbers(300), 8).temperature());
    }

    private static Matrix numbers(int n) {
        RandomStream random = RandomStream.of(21, n);
        double[][] rows = new double[n][3];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = (i % 3 == j ? 1.8 : 0) + random.nextGaussian();
            }
        }
        return Matrix.of(rows);
    }

    @Test
    void probability_of_planted_categories_is_right_as_often_as_it_says() {
        for (double preference : new double[] {0.45, 0.6}) {
            int[] planted = new int[4000];
            Arrays.setAll(planted, i -> i % 3);
            Matrix all = indicators(planted, preference, RandomStream.of(11, 1));
            int[] training = new int[2000];
            int[] later = new int[2000];
            Arrays.setAll(training, i -> i);
            Arrays.setAll(later, i -> 2000 + i);
            MixtureModel model = fit(all.select(training), 2);
            Matrix p = GaussianMixture.memberships(model, all.select(later), RUN);
            Matrix raw = GaussianMixture.memberships(model.withTemperature(1), all.select(later), RUN);
            double[][] common = new double[3][3];
            double said = 0;
            double before = 0;
            for (int i = 0; i < 2000; i++) {
                int best = Posteriors.mostProbable(p.row(i), 3)[0];
                assertEquals(Posteriors.mostProbable(raw.row(i), 3)[0], best);
                said += p.at(i, best) / 2000;
                before += raw.at(i, best) / 2000;
                common[best][planted[later[i]]]++;
            }
            int[] meant = OptimalAssignment.ofLargestWeight(common);
            double right = (common[0][meant[0]] + common[1][meant[1]] + common[2][meant[2]]) / 2000;
            assertEquals(right, said, 0.02, "preference " + preference);
            assertTrue(before > right + 0.03, "without temperature " + before + " is said and " + right + " right");
        }
    }

    @Test
    void mean_probability_is_that_of_latent_classes() {
        int[] segments = new int[600];
        Arrays.setAll(segments, i -> i % 3);
        Matrix x = CanonicalRows.of(indicators(segments, 0.6, RandomStream.of(5, 0)), RUN)
                .matrix();
        MixtureModel model = fit(x, 1);
        double[] start =
                GaussianMixture.memberships(model.withTemperature(1), x, RUN).values();
        double[] classes = LatentClasses.posteriors(x, CategoryCodes.of(x, RUN), start, 3, RUN);
        double[] said = GaussianMixture.memberships(model, x, RUN).values();
        double difference = 0;
        for (int i = 0; i < 600; i++) {
            int best = Posteriors.mostProbable(Arrays.copyOfRange(said, 3 * i, 3 * i + 3), 3)[0];
            difference += (said[3 * i + best] - classes[3 * i + best]) / 600;
        }
        assertEquals(0, difference, 1e-6);
    }

    @Test
    void temperature_depends_neither_on_threads_nor_on_the_order_of_rows() {
        int[] segments = new int[5000];
        Arrays.setAll(segments, i -> i % 3);
        Matrix x = indicators(segments, 0.6, RandomStream.of(7, 0));
        double temperature = fit(x, 1).temperature();
        assertTrue(temperature > 1.5);
        assertEquals(temperature, fit(x, 8).temperature());
        assertEquals(
                temperature,
                fit(x.select(RandomStream.of(1, 2).permutation(5000)), 2).temperature());
    }

    @Test
    void temperature_that_is_none_is_refused() {
        MixtureModel model = fit(Samples.rows60(), 1);
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> model.withTemperature(bad));
        }
    }
}
