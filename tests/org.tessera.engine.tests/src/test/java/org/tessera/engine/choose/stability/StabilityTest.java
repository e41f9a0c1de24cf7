package org.tessera.engine.choose.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.choose.continuum.Continuum;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.RunContext;

class StabilityTest {

    private static final Path FOLDER = Path.of("src/test/resources/choose");
    private static final RunContext RUN = RunContext.of(1);

    private static double[][] numbers(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(field -> Double.parseDouble(field.trim()))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Clusterer kMeans(int k) {
        return new KMeans(KMeansOptions.defaults().withK(k));
    }

    @Test
    void jaccard_is_that_of_clusterboot_in_r_within_sampling_error() throws Exception {
        Matrix x = Matrix.of(numbers("rows_160.csv"));
        double[][] expected = numbers("clusterboot.csv");
        for (int k = 3; k <= 4; k++) {
            Labels labels = kMeans(k).fit(x, RUN).labels();
            Stability stability = Stability.of(
                    x, labels, kMeans(k), StabilityOptions.defaults().withResamples(400), RUN);
            for (int s = 0; s < k; s++) {
                double[] r = row(expected, k, labels.sizeOf(s));
                assertEquals(r[2], stability.jaccard()[s], 4 * r[3] * Math.sqrt(2.0 / 400), "k = " + k + ", " + s);
            }
        }
    }

    /** fpc 2.2-10, see README.md beside the file. */
    @Test
    void any_algorithm_is_repeated_as_by_clusterboot_in_r() throws Exception {
        Matrix x = Matrix.of(numbers("rows_160.csv"));
        double[][] expected = numbers("clusterboot_others.csv");
        List<Clusterer> clusterers = List.of(
                new Hierarchical(HierarchicalOptions.defaults().withSegments(3).withLinkage(Linkage.AVERAGE)),
                new Dbscan(DbscanOptions.defaults().withEps(0.9).withMinPoints(5)));
        List<Labels> labels =
                clusterers.stream().map(c -> c.fit(x, RUN).labels()).toList();
        List<Stability> stabilities = Stability.of(
                x,
                labels,
                Repetition.of(clusterers),
                StabilityOptions.defaults().withResamples(400),
                RUN);
        for (int m = 0; m < 2; m++) {
            for (int s = 0; s < labels.get(m).segments(); s++) {
                double[] r = row(expected, m + 1, labels.get(m).sizeOf(s));
                double error = r[3] * Math.sqrt(2.0 / 400);
                assertEquals(r[2], stabilities.get(m).jaccard()[s], 4 * error, "method " + (m + 1) + ", " + s);
            }
        }
    }

    @Test
    void several_segmentations_are_measured_as_each_by_itself() throws Exception {
        Matrix x = Matrix.of(numbers("rows_160.csv"));
        StabilityOptions few =
                StabilityOptions.defaults().withResamples(5).withHalves(3).withNullTables(2);
        Continuum continuum = Continuum.fit(x, FeatureColumns.numbers(List.of("a", "b")), RUN);
        Clusterer none = new Dbscan(DbscanOptions.defaults().withEps(1e-6).withMinPoints(100));
        List<Clusterer> clusterers = List.of(kMeans(2), none, kMeans(4));
        List<Baseline> together =
                Stability.withoutSegments(continuum, 3, Repetition.of(clusterers), few, RUN.withThreads(1));

        assertEquals(0, together.get(1).tables());
        assertEquals(
                List.of(
                        Stability.withoutSegments(continuum, kMeans(2), few, RUN),
                        Stability.withoutSegments(continuum, kMeans(4), few, RUN)),
                List.of(together.get(0), together.get(2)));
        List<Labels> labels =
                List.of(kMeans(2).fit(x, RUN).labels(), kMeans(4).fit(x, RUN).labels());
        Stability second = Stability.of(x, labels, Repetition.of(clusterers).only(List.of(0, 2)), few, RUN)
                .get(1);
        Stability alone = Stability.of(x, labels.get(1), kMeans(4), few, RUN);
        assertArrayEquals(alone.jaccard(), second.jaccard());
        assertEquals(alone.adjustedRand(), second.adjustedRand());
    }

    private static double[] row(double[][] rows, int k, int size) {
        return Arrays.stream(rows)
                .filter(r -> r[0] == k && r[1] == size)
                .findFirst()
                .orElseThrow(() -> new AssertionError("R has no segment of " + size + " rows for k = " + k));
    }

    @Test
    void distant_segments_are_found_again_always() {
        Matrix x = Matrix.wrap(90, 1, new double[90]);
        for (int i = 0; i < 90; i++) {
            x.values()[i] = i % 3 * 100 + i / 90.0;
        }
        Stability stability =
                Stability.of(x, kMeans(3).fit(x, RUN).labels(), kMeans(3), StabilityOptions.defaults(), RUN);

        assertArrayEquals(new double[] {1, 1, 1}, stability.jaccard());
        assertEquals(1, stability.adjustedRand());
        assertEquals(0, stability.failed());
    }

    @Test
    void neither_the_order_of_the_rows_nor_threads_matter() throws Exception {
        Matrix x = Matrix.of(numbers("rows_160.csv"));
        Labels labels = kMeans(4).fit(x, RUN).labels();
        int[] reversed = new int[160];
        Arrays.setAll(reversed, i -> 159 - i);
        int[] reversedLabels = Arrays.stream(reversed).map(labels::at).toArray();
        StabilityOptions few = StabilityOptions.defaults().withResamples(10).withHalves(4);

        Stability one = Stability.of(x, labels, kMeans(4), few, RUN.withThreads(1));
        Stability other =
                Stability.of(x.select(reversed), Labels.of(reversedLabels), kMeans(4), few, RUN.withThreads(4));

        assertArrayEquals(one.jaccard(), other.jaccard());
        assertEquals(one.adjustedRand(), other.adjustedRand());
    }

    @Test
    void segments_that_cannot_be_made_again_fail() throws Exception {
        Matrix x = Matrix.of(numbers("rows_160.csv"));
        int[] labels = new int[160];
        Arrays.setAll(labels, i -> i % 2);
        Stability stability = Stability.of(x, Labels.of(labels), kMeans(150), StabilityOptions.defaults(), RUN);

        assertEquals(60, stability.failed());
        assertTrue(Double.isNaN(stability.adjustedRand()));
        assertTrue(Double.isNaN(stability.meanJaccard()));
    }

    @Test
    void a_baseline_is_less_stable_than_distant_segments() throws Exception {
        Matrix x = Matrix.of(numbers("rows_160.csv"));
        StabilityOptions few = StabilityOptions.defaults().withResamples(20);
        Stability stability = Stability.of(x, kMeans(3).fit(x, RUN).labels(), kMeans(3), few, RUN);
        Continuum continuum = Continuum.fit(x, FeatureColumns.numbers(List.of("a", "b")), RUN);
        Baseline baseline = Stability.withoutSegments(continuum, kMeans(3), few, RUN);

        assertEquals(5, baseline.tables());
        assertTrue(baseline.worst() <= baseline.jaccard());
        assertTrue(baseline.jaccard() < stability.meanJaccard(), () -> baseline + " " + stability);
    }

    @Test
    void labels_of_other_rows_are_refused() {
        Matrix x = Matrix.of(new double[][] {{1}, {2}});
        assertThrows(
                IllegalArgumentException.class,
                () -> Stability.of(x, Labels.of(0), kMeans(1), StabilityOptions.defaults(), RUN));
    }
}
