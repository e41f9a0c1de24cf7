package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.RandomStream;

/** The data of the specifications. */
class SpecTest {

    @Test
    void sizes_are_counts_with_noise_last() {
        SegmentSizes.Spec spec = SegmentSizes.spec(Labels.of(0, 0, 0, 1, -1));
        assertEquals(
                List.of(
                        new SegmentSizes.Bar(0, "Segment 1", 3),
                        new SegmentSizes.Bar(1, "Segment 2", 1),
                        new SegmentSizes.Bar(-1, "Noise", 1)),
                spec.bars());
        assertEquals(0.6, spec.share(spec.bars().get(0)), 1e-15);
        assertEquals("5 customers in 2 segments and noise; noise belongs to none", spec.subtitle());
    }

    @Test
    void scatter_has_every_customer_and_the_centroids_when_there_are_few() {
        Matrix x = Matrix.of(new double[] {2, 0}, new double[] {4, 0}, new double[] {-2, 1}, new double[] {-4, -1});
        PcaScatter.Spec spec = PcaScatter.spec(x, Labels.of(0, 0, 1, 1), 100, Samples.RUN);
        assertEquals(4, spec.label().length);
        assertEquals(2, spec.centroids().get(0).size());
        assertEquals(
                spec.centroids().get(0).x(),
                IntStream.range(0, 4)
                        .filter(i -> spec.label()[i] == 0)
                        .mapToDouble(i -> spec.x()[i])
                        .average()
                        .orElseThrow(),
                1e-12);
        assertEquals(1, spec.explained()[0] + spec.explained()[1], 1e-12);
        assertEquals("All 4 customers; numbers mark the centroids of the segments", spec.subtitle());
    }

    @Test
    void scatter_is_sampled_by_segment_whatever_the_order_of_rows() {
        Labels labels = Samples.labels(5000, 8, true);
        Matrix x = Samples.features(labels);
        PcaScatter.Spec spec = PcaScatter.spec(x, labels, 1000, Samples.RUN);
        assertTrue(spec.x().length >= 950 && spec.x().length <= 1160, "drawn " + spec.x().length);
        for (int s = 0; s < 8; s++) {
            int label = s;
            long drawn = Arrays.stream(spec.label()).filter(l -> l == label).count();
            long expected = Math.max(20, Math.round(1000.0 * labels.sizeOf(s) / 5000));
            assertEquals(expected, drawn);
        }
        assertTrue(
                spec.subtitle().matches("[0-9,]+ of 5,000 customers drawn, sampled by segment; .*"), spec.subtitle());
        int[] order = RandomStream.of(2, 0).permutation(5000);
        Labels shuffled = Labels.of(Arrays.stream(order).map(labels::at).toArray());
        PcaScatter.Spec other = PcaScatter.spec(x.select(order), shuffled, 1000, Samples.RUN);
        assertArrayEquals(
                Arrays.stream(spec.x()).sorted().toArray(),
                Arrays.stream(other.x()).sorted().toArray(),
                1e-9);
    }

    @Test
    void scatter_frame_leaves_out_the_far_few_and_says_so() {
        double[][] rows = new double[1000][];
        RandomStream random = RandomStream.of(1, 0);
        Arrays.setAll(rows, i -> new double[] {random.nextGaussian(), random.nextGaussian()});
        rows[7] = new double[] {1000, 0};
        PcaScatter.Spec spec = PcaScatter.spec(Matrix.of(rows), Labels.of(new int[1000]), 2000, Samples.RUN);
        assertTrue(spec.frame().right() < 10 || spec.frame().left() > -10);
        assertTrue(spec.subtitle().contains(" far out lie on the frame"), spec.subtitle());
        assertThrows(
                IllegalArgumentException.class,
                () -> PcaScatter.spec(Matrix.of(rows), Labels.of(0), 2000, Samples.RUN));
    }

    @Test
    void histogram_bins_are_shares_of_those_with_a_value() {
        CustomerTable table = new CustomerTable(
                6,
                List.of(
                        new NumericColumn("Age", new double[] {1, 1, 2, 3, Double.NaN, 99}, true),
                        CategoryColumn.of("Home", Arrays.asList("own", "own", "rent", null, "rent", "x")),
                        new NumericColumn("Empty", nan(6), false)));
        SegmentedRows rows = new SegmentedRows(new int[] {0, 1, 2, 3, 4}, Labels.of(0, 0, 1, 1, -1));
        Histograms.Spec spec = Histograms.spec(table, rows, List.of("Home", "Age", "Empty"), Samples.RUN);
        assertEquals(
                List.of("Home", "Age"),
                spec.rows().stream().map(Histograms.Row::column).toList());
        Histograms.Row home = spec.rows().get(0);
        assertEquals(List.of("own", "rent"), home.bins().names());
        assertArrayEquals(new double[] {0.5, 0.5}, home.overall(), 1e-15);
        assertArrayEquals(new double[] {0, 1}, home.perSegment()[1], 1e-15);
        Histograms.Row age = spec.rows().get(1);
        assertArrayEquals(new double[] {0.5, 1.5, 2.5, 3.5}, age.bins().edges(), 1e-15);
        assertArrayEquals(new double[] {0.5, 0.25, 0.25}, age.overall(), 1e-15);
        assertArrayEquals(new double[] {0, 0, 0}, age.perSegment()[2], 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Histograms.spec(table, rows, List.of("Nope"), Samples.RUN));
    }

    @Test
    void rare_categories_are_merged_and_tails_fall_into_the_last_bin() {
        int n = 1000;
        String[] town = new String[n];
        double[] value = new double[n];
        Arrays.setAll(town, i -> "T" + (i % 12));
        Arrays.setAll(value, i -> i == 0 ? 1e9 : i / 1000.0);
        CustomerTable table = new CustomerTable(
                n, List.of(CategoryColumn.of("Town", List.of(town)), new NumericColumn("Value", value, false)));
        Histograms.Spec spec =
                Histograms.spec(table, SegmentedRows.all(Labels.of(new int[n])), List.of("Town", "Value"), Samples.RUN);
        assertEquals("other (5)", spec.rows().get(0).bins().names().get(7));
        assertEquals(1, Arrays.stream(spec.rows().get(0).overall()).sum(), 1e-12);
        assertEquals(1, Arrays.stream(spec.rows().get(1).overall()).sum(), 1e-12);
        double[] edges = spec.rows().get(1).bins().edges();
        assertEquals(25, edges.length);
        assertTrue(edges[24] < 1);
    }

    @Test
    void heat_map_shows_effects_and_the_category_that_differs_most() {
        CustomerTable table = new CustomerTable(
                4,
                List.of(
                        new NumericColumn("Age", new double[] {1, 1, 3, 3}, true),
                        CategoryColumn.of("Home", List.of("own", "own", "rent", "flat"))));
        Labels labels = Labels.of(0, 0, 1, 1);
        ProfileHeatMap.Spec spec = ProfileHeatMap.spec(
                Profiler.profile(table, SegmentedRows.all(labels), ProfileOptions.defaults(), Samples.RUN), 10);
        assertEquals(
                List.of("Age", "Home = own"),
                spec.rows().stream().map(ProfileHeatMap.Row::name).toList());
        double sd = Math.sqrt(4 / 3.0);
        assertArrayEquals(new double[] {-1 / sd, 1 / sd}, spec.rows().get(0).effects(), 1e-12);
        assertArrayEquals(new double[] {1, -1}, spec.rows().get(1).effects(), 1e-12);
        ProfileHeatMap.Spec cut = ProfileHeatMap.spec(Samples.profile(Samples.labels(200, 3, true)), 5);
        assertEquals(5, cut.rows().size());
        assertTrue(cut.subtitle().startsWith("The 5 of 20 columns that differ most."), cut.subtitle());
        assertEquals(-1, cut.segments().get(3).label());
    }

    @Test
    void silhouette_bands_fall_and_are_thinned() {
        Labels labels = Samples.labels(3000, 3, true);
        Silhouette.Result result = Silhouette.of(Samples.features(labels), labels, NoisePolicy.LEAVE_OUT, Samples.RUN);
        SilhouettePlot.Spec spec = SilhouettePlot.spec(result, labels, Samples.RUN);
        assertEquals(3, spec.bands().size());
        assertEquals(result.overall(), spec.overall());
        SilhouettePlot.Band first = spec.bands().get(0);
        assertEquals(400, first.sorted().length);
        assertEquals(labels.sizeOf(0), first.size());
        for (int i = 1; i < first.sorted().length; i++) {
            assertTrue(first.sorted()[i - 1] >= first.sorted()[i]);
        }
        double best = IntStream.range(0, 3000)
                .filter(i -> labels.at(i) == 0)
                .mapToDouble(i -> result.perRow()[i])
                .max()
                .orElseThrow();
        assertEquals(best, first.sorted()[0]);
    }

    @Test
    void an_empty_segment_keeps_its_place_number_and_color() {
        Labels dense = Labels.of(0, 0, 1, 1);
        Labels part = Labels.ofPart(4, 0, 0, 2, 2);
        Matrix x = Matrix.of(new double[] {2, 0}, new double[] {4, 0}, new double[] {-2, 1}, new double[] {-4, -1});
        Silhouette.Result result = Silhouette.of(x, dense, NoisePolicy.LEAVE_OUT, Samples.RUN);
        SilhouettePlot.Spec silhouettes = SilhouettePlot.spec(result, part, Samples.RUN);
        assertEquals(
                List.of("Segment 1", "Segment 2", "Segment 3", "Segment 4"),
                silhouettes.bands().stream().map(SilhouettePlot.Band::name).toList());
        assertEquals(result.perSegment()[1], silhouettes.bands().get(2).mean());
        assertEquals(0, silhouettes.bands().get(1).size());
        PcaScatter.Spec scatter = PcaScatter.spec(x, part, 100, Samples.RUN);
        assertEquals(
                PcaScatter.spec(x, dense, 100, Samples.RUN).centroids().get(1).x(),
                scatter.centroids().get(2).x());
        assertEquals(0, scatter.centroids().get(3).size());
        assertEquals(0, SegmentSizes.spec(part).bars().get(1).size());
        for (ChartSpec spec : List.of(silhouettes, scatter, SegmentSizes.spec(part))) {
            assertTrue(Charts.svg(spec, 600, 400, Samples.RUN).contains("Segment 4"), spec.title());
        }
    }

    @Test
    void undefined_silhouette_says_why() {
        Labels one = Labels.of(0, 0, 0);
        Silhouette.Result result = Silhouette.of(Samples.features(one), one, NoisePolicy.LEAVE_OUT, Samples.RUN);
        SilhouettePlot.Spec spec = SilhouettePlot.spec(result, one, Samples.RUN);
        assertEquals("The silhouette needs at least 2 segments, but there is only 1", spec.subtitle());
        assertTrue(Charts.svg(spec, 400, 300, Samples.RUN).contains("No silhouette"));
        assertThrows(IllegalArgumentException.class, () -> SilhouettePlot.spec(result, Labels.of(0), Samples.RUN));
    }

    @Test
    void ticks_are_round_and_few() {
        assertEquals(
                List.of("0", "0.5", "1", "1.5", "2"),
                Scale.of(0, 2.1, 0, 1).ticks(6).stream().map(Scale::text).toList());
        assertEquals("25k", Scale.text(new BigDecimal("25000")));
        assertEquals("1.2M", Scale.text(new BigDecimal("1200000")));
        assertEquals("-1,500", Scale.text(new BigDecimal("-1.5E+3")));
        assertEquals(3, Scale.of(5, 5, 0, 100).ticks(3).size());
    }

    private static double[] nan(int n) {
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
