package org.tessera.engine.choose.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

class StabilityReportTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final FeatureColumns TWO = FeatureColumns.numbers(List.of("a", "b"));
    private static final StabilityReport.Options FEW = new StabilityReport.Options(10, 500);

    private static Clusterer kMeans(int k) {
        return new KMeans(KMeansOptions.defaults().withK(k).withRestarts(3));
    }

    /** Three groups on a circle of a radius; a cloud for 0. */
    private static Matrix rows(int n, double radius) {
        Random random = new Random(4);
        double[] values = new double[2 * n];
        for (int i = 0; i < n; i++) {
            values[2 * i] = random.nextGaussian() + radius * Math.cos(i % 3 * 2 * Math.PI / 3);
            values[2 * i + 1] = random.nextGaussian() + radius * Math.sin(i % 3 * 2 * Math.PI / 3);
        }
        return Matrix.wrap(n, 2, values);
    }

    private static StabilityReport report(Matrix x, int k, StabilityReport.Options options, RunContext run) {
        return StabilityReport.of(x, kMeans(k).fit(x, run).labels(), TWO, n -> kMeans(k), options, run);
    }

    @Test
    void groups_apart_are_more_stable_than_without_segments_and_a_cloud_is_not() {
        StabilityReport groups = report(rows(300, 3), 3, FEW, RUN);
        assertTrue(groups.consistency().gain() > 0.1, groups::toString);
        assertEquals("highly stable", groups.inWords(0));

        StabilityReport cloud = report(rows(300, 0), 5, FEW, RUN);
        assertTrue(cloud.consistency().gain() < 0.1, cloud::toString);
        assertTrue(groups.stability().worstJaccard() > cloud.stability().worstJaccard());
        double jaccard = cloud.stability().jaccard()[0];
        assertEquals(jaccard <= cloud.baseline().jaccard(), cloud.inWords(0).endsWith("than without segments"));
    }

    @Test
    void of_many_rows_a_sample_of_the_stated_size_is_measured() {
        int[] asked = {0};
        Matrix x = rows(1203, 4);
        StabilityReport report = StabilityReport.of(
                x,
                kMeans(3).fit(x, RUN).labels(),
                TWO,
                n -> {
                    asked[0] = n;
                    return kMeans(3);
                },
                FEW,
                RUN);
        assertEquals(500, report.rows());
        assertEquals(500, asked[0]);
        assertTrue(report.stability().worstJaccard() > 0.9, report::toString);
    }

    @Test
    void neither_the_order_of_the_rows_nor_threads_matter() {
        Matrix x = rows(700, 3);
        Labels labels = kMeans(3).fit(x, RUN).labels();
        int[] reversed = new int[700];
        Arrays.setAll(reversed, i -> 699 - i);
        Labels reversedLabels =
                Labels.of(Arrays.stream(reversed).map(labels::at).toArray());
        StabilityReport one = StabilityReport.of(x, labels, TWO, n -> kMeans(3), FEW, RUN.withThreads(1));
        StabilityReport other =
                StabilityReport.of(x.select(reversed), reversedLabels, TWO, n -> kMeans(3), FEW, RUN.withThreads(4));
        assertArrayEquals(one.stability().jaccard(), other.stability().jaccard());
        assertEquals(one.consistency(), other.consistency());
    }

    @Test
    void the_algorithm_runs_as_often_as_estimated() {
        AtomicInteger runs = new AtomicInteger();
        Clusterer counting = new Clusterer() {
            @Override
            public Implementation implementation() {
                return Implementation.TESSERA;
            }

            @Override
            public Clustering fit(Matrix x, RunContext run) {
                runs.incrementAndGet();
                return kMeans(2).fit(x, run);
            }
        };
        Matrix x = rows(60, 6);
        StabilityReport.of(x, kMeans(2).fit(x, RUN).labels(), TWO, n -> counting, FEW, RUN);
        assertEquals(FEW.runs(), runs.get());
        assertEquals(new DataSize(316, 2, 3), FEW.part(new DataSize(1_000_000, 2, 3)));
    }

    @Test
    void few_and_equal_rows_are_no_failure() {
        Matrix two = Matrix.wrap(2, 2, new double[] {0, 0, 1, 1});
        assertEquals(2, report(two, 2, FEW, RUN).rows());
        Matrix equal = Matrix.wrap(600, 2, new double[1200]);
        assertEquals(1, report(equal, 1, FEW, RUN).stability().jaccard()[0]);
    }

    @Test
    void bounds_are_said() {
        String message = assertThrows(IllegalArgumentException.class, () -> new StabilityReport.Options(0, 500))
                .getMessage();
        assertTrue(message.startsWith("Resamples") && message.contains("1000"), message);
        assertThrows(IllegalArgumentException.class, () -> new StabilityReport.Options(10, 499));
        Matrix x = rows(10, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> StabilityReport.of(x, Labels.of(0), TWO, n -> kMeans(1), FEW, RUN));
    }
}
