package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.profile.Profile;
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
        assertTrue(spec.subtitle().matches(".*; ([0-9]+ far out lie|1 far out lies) on the frame"), spec.subtitle());
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
                        new NumericColumn("Age", new double[] {0, 2, 2, 4}, true),
                        CategoryColumn.of("Home", List.of("own", "own", "rent", "flat"))));
        Labels labels = Labels.of(0, 0, 1, 1);
        ProfileHeatMap.Spec spec = ProfileHeatMap.spec(
                Profiler.profile(table, SegmentedRows.all(labels), ProfileOptions.defaults(), Samples.RUN), 10);
        assertEquals(
                List.of("Age", "Home = own"),
                spec.rows().stream().map(ProfileHeatMap.Row::name).toList());
        double sd = Math.sqrt(8 / 3.0);
        assertArrayEquals(new double[] {-1 / sd, 1 / sd}, spec.rows().get(0).effects(), 1e-12);
        assertArrayEquals(new double[] {1, -1}, spec.rows().get(1).effects(), 1e-12);
        ProfileHeatMap.Spec cut = ProfileHeatMap.spec(Samples.profile(Samples.labels(200, 3, true)), 5);
        assertEquals(
                5,
                cut.rows().stream().map(ProfileHeatMap.Row::column).distinct().count());
        assertTrue(cut.subtitle().startsWith("The 5 of 20 columns that differ most."), cut.subtitle());
        assertEquals(-1, cut.segments().get(3).label());
    }

    /**
     * Segment 4 is small and lives in a town that only 2 % of all customers live in: (0.8 - 0.02) / sqrt(0.02 * 0.98).
     */
    @Test
    void heat_map_has_the_category_of_a_small_segment_among_many() {
        int n = 1000;
        int[] label = new int[n];
        String[] town = new String[n];
        Arrays.setAll(label, i -> i < 975 ? i % 3 : 3);
        Arrays.setAll(town, i -> i < 975 ? "T" + i % 30 : i < 995 ? "Rare" : "T" + i % 30);
        Labels labels = Labels.of(label);
        CustomerTable table = new CustomerTable(n, List.of(CategoryColumn.of("Town", List.of(town))));
        ProfileHeatMap.Spec spec = ProfileHeatMap.spec(profile(table, labels, 200), 10);
        ProfileHeatMap.Row rare = spec.rows().stream()
                .filter(row -> row.category().equals("Rare"))
                .findFirst()
                .orElseThrow();
        assertEquals(0.78 / Math.sqrt(0.02 * 0.98), rare.effects()[3], 1e-12);
        assertEquals(-0.02 / Math.sqrt(0.02 * 0.98), rare.effects()[0], 1e-12);
        assertEquals("Town = Rare", rare.name());
    }

    @Test
    void heat_map_shows_one_of_two_categories_and_none_of_a_handful_of_customers() {
        int n = 400;
        int[] label = new int[n];
        String[] internet = new String[n];
        String[] plan = new String[n];
        Arrays.setAll(label, i -> i % 2);
        Arrays.setAll(internet, i -> i % 2 == 0 ? "yes" : "no");
        Arrays.setAll(plan, i -> i < 4 ? "old" : i % 2 == 0 ? i % 4 == 0 ? "A" : "B" : "C");
        CustomerTable table = new CustomerTable(
                n, List.of(CategoryColumn.of("Internet", List.of(internet)), CategoryColumn.of("Plan", List.of(plan))));
        List<String> names = ProfileHeatMap.spec(profile(table, Labels.of(label), 200), 10).rows().stream()
                .map(ProfileHeatMap.Row::name)
                .sorted()
                .toList();
        assertEquals(List.of("Internet = no", "Plan = A", "Plan = B", "Plan = C"), names);
    }

    @Test
    void heat_map_of_many_categories_keeps_the_strongest_of_each_segment_and_counts_what_is_left_out() {
        int n = 6000;
        int[] label = new int[n];
        String[] area = new String[n];
        String[] shop = new String[n];
        Arrays.setAll(label, i -> i % 30);
        Arrays.setAll(area, i -> i % 7 == 0 ? "elsewhere" : "Area " + i % 30);
        Arrays.setAll(shop, i -> i % 11 == 0 ? "anywhere" : "Shop " + i % 30);
        CustomerTable table = new CustomerTable(
                n, List.of(CategoryColumn.of("Shop", List.of(shop)), CategoryColumn.of("Area", List.of(area))));
        ProfileHeatMap.Spec spec = ProfileHeatMap.spec(profile(table, Labels.of(label), 200), 10);
        List<String> names = spec.rows().stream().map(ProfileHeatMap.Row::name).toList();
        assertEquals(40, names.size());
        for (int s = 0; s < 30; s++) {
            assertTrue(names.contains("Shop = Shop " + s), "segment " + (s + 1) + ": " + names);
        }
        assertTrue(spec.subtitle().matches(".*[.] [0-9]+ weaker categories are left out"), spec.subtitle());
    }

    private static Profile profile(CustomerTable table, Labels labels, int levels) {
        return Profiler.profile(table, SegmentedRows.all(labels), new ProfileOptions(levels, 0, 0, 0), Samples.RUN);
    }

    /** All of segment 1 has the value 0; the values of segment 2 spread, at most 3 in one of its bins of 40 customers. */
    @Test
    void histograms_have_a_scale_per_segment_where_a_common_one_would_flatten_some() {
        double[] spike = new double[80];
        double[] even = new double[80];
        Arrays.setAll(spike, i -> i < 40 ? 0 : i - 40);
        Arrays.setAll(even, i -> i % 40);
        int[] label = new int[80];
        Arrays.setAll(label, i -> i / 40);
        CustomerTable table = new CustomerTable(
                80, List.of(new NumericColumn("Spike", spike, true), new NumericColumn("Even", even, true)));
        Histograms.Spec spec =
                Histograms.spec(table, SegmentedRows.all(Labels.of(label)), List.of("Spike", "Even"), Samples.RUN);
        Histograms.Row flattened = spec.rows().get(0);
        assertTrue(flattened.scaledPerSegment());
        assertEquals(1, flattened.top(0));
        assertEquals(Arrays.stream(flattened.perSegment()[1]).max().orElseThrow(), flattened.top(1));
        assertTrue(flattened.top(1) < 0.25);
        Histograms.Row comparable = spec.rows().get(1);
        assertFalse(comparable.scaledPerSegment());
        assertEquals(comparable.top(0), comparable.top(1));
        assertTrue(spec.subtitle().endsWith("Rows marked 'own scales' have a scale per segment"));
        String svg = Charts.svg(spec, 800, 600, Samples.RUN);
        assertEquals(1, svg.split(">own scales<", -1).length - 1);
        assertTrue(svg.contains(">100 %<"));
        Histograms.Spec common =
                Histograms.spec(table, SegmentedRows.all(Labels.of(label)), List.of("Even"), Samples.RUN);
        assertFalse(common.subtitle().contains("own scales"), common.subtitle());
    }

    @Test
    void every_category_stands_at_the_height_of_its_bars() {
        Labels labels = Samples.labels(800, 3, false);
        Histograms.Spec spec = Histograms.spec(
                Samples.customers(labels), SegmentedRows.all(labels), List.of("Age", "Answer"), Samples.RUN);
        List<SvgText> texts = SvgText.of(Charts.svg(spec, 800, 600, Samples.RUN));
        assertEquals(List.of("yes", "no"), spec.rows().get(1).bins().names());
        double yes = height(texts, "yes");
        double no = height(texts, "no");
        assertTrue(height(texts, "Answer") < yes && yes < no);
    }

    private static double height(List<SvgText> texts, String text) {
        return texts.stream()
                .filter(t -> t.text().equals(text))
                .findFirst()
                .orElseThrow()
                .box()
                .getCenterY();
    }

    /** Of d independent columns with the same variance two components show about 2 / d. */
    @Test
    void scatter_warns_when_its_plane_shows_little() {
        PcaScatter.Spec little = scatter(12);
        assertTrue(
                little.caution()
                        .matches(
                                "Two components show only 1[0-9] % of the variance: segments that overlap in their plane"
                                        + " may be apart[.]"),
                little.caution());
        assertEquals("", scatter(4).caution());
        assertTrue(
                scatter(4).title().matches(".*, which show 5[0-9] % of the variance"),
                scatter(4).title());
        List<String> drawn = SvgText.of(Charts.svg(little, 800, 600, Samples.RUN)).stream()
                .map(SvgText::text)
                .toList();
        assertTrue(String.join(" ", drawn).contains(little.caution()), drawn::toString);
    }

    private static PcaScatter.Spec scatter(int columns) {
        RandomStream random = RandomStream.of(4, 0);
        double[] values = new double[3000 * columns];
        Arrays.setAll(values, i -> random.nextGaussian());
        return PcaScatter.spec(Matrix.wrap(3000, columns, values), Labels.of(new int[3000]), 5000, Samples.RUN);
    }

    @Test
    void constant_features_have_no_variance_to_warn_of() {
        PcaScatter.Spec spec = PcaScatter.spec(Matrix.wrap(3, 1, new double[3]), Labels.of(0, 0, 0), 10, Samples.RUN);
        assertTrue(spec.subtitle().startsWith("All 3 customers"), spec.subtitle());
        assertEquals("", spec.caution());
    }

    @Test
    void silhouette_bands_fall_and_are_thinned() {
        Labels labels = Samples.labels(3000, 3, true);
        Silhouette.Result result = Silhouette.of(Samples.features(labels), labels, NoisePolicy.LEAVE_OUT, Samples.RUN);
        SilhouettePlot.Spec spec = SilhouettePlot.spec(result, labels, Distance.EUCLIDEAN, Samples.RUN);
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
        SilhouettePlot.Spec silhouettes = SilhouettePlot.spec(result, part, Distance.EUCLIDEAN, Samples.RUN);
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
        SilhouettePlot.Spec spec = SilhouettePlot.spec(result, one, Distance.EUCLIDEAN, Samples.RUN);
        assertEquals("The silhouette needs at least 2 segments, but there is only 1", spec.subtitle());
        assertTrue(Charts.svg(spec, 400, 300, Samples.RUN).contains("No silhouette"));
        assertThrows(
                IllegalArgumentException.class,
                () -> SilhouettePlot.spec(result, Labels.of(0), Distance.EUCLIDEAN, Samples.RUN));
    }

    @Test
    void ticks_are_round_and_few() {
        assertEquals(
                List.of("0", "0.5", "1", "1.5", "2"),
                Scale.of(0, 2.1, 0, 1).ticks(6).stream().map(Scale::text).toList());
        assertEquals("25k", Scale.text(new BigDecimal("25000")));
        assertEquals("1.2M", Scale.text(new BigDecimal("1200000")));
        assertEquals("−1,500", Scale.text(new BigDecimal("-1.5E+3")));
        assertEquals(3, Scale.of(5, 5, 0, 100).ticks(3).size());
    }

    private static double[] nan(int n) {
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
