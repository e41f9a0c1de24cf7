package org.tessera.engine.choose.large;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.drift.Baselines;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.sweep.CurvePoint;
import org.tessera.engine.choose.sweep.Sweep;
import org.tessera.engine.choose.sweep.SweepData;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.choose.sweep.SweepResult;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.Training;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.pass.ColumnKind;
import org.tessera.engine.pass.Customers;
import org.tessera.engine.pass.CustomersInMemory;
import org.tessera.engine.pass.EmptySummary;
import org.tessera.engine.pass.PlantedCustomers;
import org.tessera.engine.pass.RowSample;
import org.tessera.engine.pass.Summary;
import org.tessera.engine.pass.TravelingCustomers;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.prep.numbers.NumericCategories;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.engine.store.ModelStore;

class LargeSegmentationTest {

    private static final RunContext RUN = RunContext.of(1).withThreads(2);
    private static final int ROWS = 4000;
    private static final LargeOptions SAMPLED =
            LargeOptions.defaults().withSampleRows(800).withNullSamples(39);

    private static SweepOptions sweep(String... algorithms) {
        SweepOptions options = SweepOptions.defaults().withSegments(3, 5).withAlgorithms(algorithms);
        return new SweepOptions(
                options.algorithms(), 3, 5, 120, 0, false, SweepOptions.MIN_SAMPLE_ROWS, false, options.selection());
    }

    private static LargeResult segment(Customers customers, LargeOptions options, String... algorithms) {
        return LargeSegmentation.of(customers, PreparationOptions.defaults(), sweep(algorithms), options, RUN);
    }

    private static CustomersInMemory inMemory(CustomerTable table, int parts) {
        return CustomersInMemory.of(table, PlantedCustomers.ids(table.rows()), parts);
    }

    private static byte[] file(SegmentationModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ModelStore.write(model, zip, RUN);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k-means", "gaussian-mixture", "hierarchical", "dbscan"})
    void same_file_and_figures_for_any_parts_and_order(String algorithm) throws IOException {
        CustomerTable table = PlantedCustomers.table(ROWS, 3);
        LargeResult one = segment(inMemory(table, 1), SAMPLED, algorithm);
        byte[] file = file(one.model());
        for (int parts : new int[] {2, 16}) {
            assertArrayEquals(
                    file,
                    file(segment(inMemory(table, parts), SAMPLED, algorithm).model()));
        }
        LargeResult shuffled =
                segment(new TravelingCustomers(table, PlantedCustomers.ids(ROWS), 5, 9), SAMPLED, algorithm);
        assertArrayEquals(file, file(shuffled.model()));
        assertEquals(figures(one), figures(shuffled));
        assertEquals(one.profile(), shuffled.profile());
        assertEquals(one.verdict(), shuffled.verdict());
        assertTrue(one.passes() <= LargeOptions.MAX_PASSES);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            assertArrayEquals(file, file(ModelStore.readModel(zip, RUN)));
        }
        figures_are_those_of_all_customers(one, table);
    }

    private static List<Object> figures(LargeResult result) {
        LargeFigures f = result.figures();
        return List.of(
                List.of(f.customers(), f.withoutFeatures(), f.noise()),
                List.of(f.daviesBouldin(), f.calinskiHarabasz(), f.inertia(), f.silhouette(), f.silhouetteError()),
                f.segments().stream()
                        .map(s -> List.of(s.size(), s.share(), s.moments()))
                        .toList());
    }

    /** Compared with the metrics, statistics and baselines of a table in memory. */
    private static void figures_are_those_of_all_customers(LargeResult result, CustomerTable table) {
        SegmentationModel model = result.model();
        LargeFigures figures = result.figures();
        Preparation preparation = model.preparation().orElseThrow();
        Matrix x = preparation.apply(table, RUN).features();
        int[] assigned = Assigner.assign(model.clusters(), x, RUN).segments();
        Labels labels = Labels.of(assigned);
        assertArrayEquals(
                Arrays.stream(labels.sizes()).asLongStream().toArray(),
                figures.segments().stream().mapToLong(SegmentFigures::size).toArray());
        assertEquals(labels.noise(), figures.noise());
        assertClose(DaviesBouldin.of(x, labels, NoisePolicy.LEAVE_OUT, RUN).overall(), figures.daviesBouldin());
        assertClose(CalinskiHarabasz.of(x, labels, NoisePolicy.LEAVE_OUT, RUN).overall(), figures.calinskiHarabasz());
        assertClose(WithinSumOfSquares.of(x, labels, NoisePolicy.LEAVE_OUT, RUN).overall(), figures.inertia());
        double silhouette =
                Silhouette.of(x, labels, MetricOptions.defaults(), RUN).overall();
        assertEquals(silhouette, figures.silhouette(), 4 * figures.silhouetteError());
        double[] ages = ((NumericColumn) table.column("Age").orElseThrow()).values();
        double[] ofFirst = IntStream.range(0, ages.length)
                .filter(i -> assigned[i] == 0)
                .mapToDouble(i -> ages[i])
                .toArray();
        ColumnStatistics expected = ColumnStatistics.of(ofFirst, RUN);
        SegmentFigures.Moments moments = figures.segments().get(0).moments().stream()
                .filter(m -> m.column().equals("Age"))
                .findFirst()
                .orElseThrow();
        assertEquals(ofFirst.length, moments.count());
        assertClose(expected.mean(), moments.mean());
        assertClose(expected.sd(), moments.sd());
        model.baseline().columns().forEach(column -> assertEquals(table.rows(), column.total(), column.column()));
        ColumnBaseline.Numbers age = (ColumnBaseline.Numbers) model.baseline().columns().stream()
                .filter(c -> c.column().equals("Age"))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(age.count((NumericColumn) table.column("Age").orElseThrow()), age.counts());
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.abs(expected));
    }

    /** The same calls as the nodes Segmentation Preprocessor and Auto Segmentation make. */
    @ParameterizedTest
    @ValueSource(strings = {"k-means", "gaussian-mixture", "hierarchical", "dbscan"})
    void model_is_that_of_the_nodes_where_the_sample_has_all_customers(String algorithm) throws IOException {
        CustomerTable table = PlantedCustomers.table(900, 5);
        LargeOptions options = SAMPLED.withSampleRows(900);
        LargeResult large = segment(new TravelingCustomers(table, PlantedCustomers.ids(900), 3, 4), options, algorithm);
        assertEquals(1, large.passes());
        assertTrue(large.isComplete());
        List<ColumnKind> kinds = ColumnKind.of(table);
        RowSample.Sampled rows = inMemory(table, 1)
                .pass("", () -> new RowSample(kinds, 900), RUN)
                .sampled();
        CustomerTable canonical = rows.customers();
        Set<String> names =
                Set.copyOf(canonical.columns().stream().map(Column::name).toList());
        Preparation preparation = Preparer.with(PreparationOptions.defaults()).fit(canonical, names, RUN);
        Matrix x = preparation.apply(canonical, RUN).features();
        VerdictOptions judged = VerdictOptions.defaults().withNullSamples(39).withMaxRows(500);
        double reserved = Verdict.seconds(x.rows(), x.columns(), judged, SweepOptions.THREADS);
        List<Column> columns = NumericCategories.convert(
                        preparation.readTexts(
                                new CustomerTable(
                                        900,
                                        preparation.sourceColumns().stream()
                                                .map(c -> canonical.column(c).orElseThrow())
                                                .toList()),
                                RUN),
                        preparation.options().category().codeColumns(),
                        RUN)
                .columns();
        FeatureColumns structure = FeatureColumns.of(preparation);
        SweepResult found = Sweep.of(
                        new SweepData(x, structure, columns), sweep(algorithm).withReserved(reserved), RUN)
                .run(() -> false, RUN);
        SegmentationModel model = large.model();
        assertEquals(found.clustering().labels(), model.labels());
        assertEquals(SegmentationModel.fingerprint(x, RUN), model.fingerprint());
        assertEquals(TrainingRows.of(rows.ids(), x, RUN), model.rows());
        assertEquals(Verdict.of(x, structure, judged, RUN), large.verdict());
        Clustering clustering = found.clustering();
        Baseline baseline = new Baseline(
                Baselines.columns(preparation.sources(canonical, RUN), RUN),
                Baselines.shares(clustering.model(), x, clustering.labels(), RUN));
        SegmentationModel expected = new SegmentationModel(
                model.provenance(),
                "Segment",
                preparation.featureNames(),
                Optional.of(preparation),
                clustering.model(),
                new Training(
                        clustering.labels(),
                        SegmentationModel.fingerprint(x, RUN),
                        TrainingRows.of(rows.ids(), x, RUN),
                        baseline),
                found.curves().stream().map(CurvePoint::searchPoint).toList());
        assertArrayEquals(file(expected), file(model));
        assertEquals(found.configured().optionsByTitle(), model.provenance().options());
        assertEquals(
                0,
                large.figures().segments().get(0).distributions().stream()
                        .filter(d -> d.total() != model.labels().sizeOf(0))
                        .count());
    }

    @Test
    void refinement_reaches_an_optimum_of_all_customers() {
        CustomerTable table = PlantedCustomers.table(ROWS, 8);
        LargeResult result = segment(inMemory(table, 3), SAMPLED, "k-means");
        CentroidModel model = (CentroidModel) result.model().clusters();
        Matrix x = result.model().preparation().orElseThrow().apply(table, RUN).features();
        KMeansOptions options = KMeansOptions.defaults().withK(model.segments());
        CentroidModel best = (CentroidModel)
                Algorithms.K_MEANS.clusterer(options).fit(x, RUN).model();
        assertTrue(
                result.figures().inertia() <= 1.001 * best.inertia(),
                result.figures().inertia() + " against " + best.inertia());
        assertTrue(result.model().provenance().converged());
    }

    @Test
    void fewest_passes_assign_without_refining_and_say_so() {
        List<String> messages = new ArrayList<>();
        LargeResult result = LargeSegmentation.of(
                inMemory(PlantedCustomers.table(ROWS, 3), 2),
                PreparationOptions.defaults(),
                sweep("k-means"),
                SAMPLED.withMaxPasses(4),
                RUN.withThreads(1).withProgress((f, message) -> messages.add(message)));
        assertEquals(4, result.passes());
        assertTrue(messages.containsAll(List.of(
                "Pass 1 of at most 4: sample",
                "Pass 2 of at most 4: statistics of the columns",
                "Pass 3 of at most 4: segments of all customers",
                "Pass 4 of at most 4: figures")));
        assertEquals(
                List.of("The segments still improved in the last pass over all customers: raise 'Most passes' or"
                        + " 'Sample (customers)'."),
                result.model().provenance().warnings());
    }

    @Test
    void ends_when_the_user_cancels() {
        Customers customers = inMemory(PlantedCustomers.table(ROWS, 3), 4);
        RunContext canceled = RUN.withCancel(() -> customers.passes() == 2);
        assertThrows(
                RunCanceledException.class,
                () -> LargeSegmentation.of(
                        customers, PreparationOptions.defaults(), sweep("k-means"), SAMPLED, canceled));
    }

    /** Customers whose parts are all the same, 2^22 times as many as are in the table. */
    private record ManyTimes(CustomersInMemory once) implements Customers {

        @Override
        public List<ColumnKind> columns() {
            return once.columns();
        }

        @Override
        public int passes() {
            return once.passes();
        }

        @Override
        public <S extends Summary<S>> S pass(String purpose, EmptySummary<S> empty, RunContext run) {
            S all = once.pass(purpose, empty, run);
            for (int doubled = 0; doubled < 22; doubled++) {
                S same = empty.create();
                same.merge(all);
                all.merge(same);
            }
            return all;
        }
    }

    @Test
    void more_customers_than_a_model_counts_are_refused_after_the_first_pass() {
        Customers many = new ManyTimes(inMemory(PlantedCustomers.table(512, 3), 1));
        assertEquals(
                "There are 2,147,483,648 customers, but a model counts at most 2,147,483,647: make the segmentation of a part"
                        + " of them, such as a random half, or assign all of them with that model, which has no limit.",
                assertThrows(SegmentationException.class, () -> segment(many, SAMPLED, "k-means"))
                        .getMessage());
        assertEquals(1, many.passes());
    }

    private static String failure(CustomerTable table) {
        return assertThrows(SegmentationException.class, () -> segment(inMemory(table, 2), SAMPLED, "k-means"))
                .getMessage();
    }

    @Test
    void bad_input_has_clear_messages() {
        double[] infinite = new double[2000];
        infinite[7] = Double.POSITIVE_INFINITY;
        double[] missing = new double[2000];
        Arrays.fill(missing, Double.NaN);
        assertEquals(
                "There are no customers: check path and filters before this step.",
                failure(new CustomerTable(0, List.of(new NumericColumn("x", new double[0], false)))));
        assertEquals(
                "Column 'x' holds an infinite number in 1 of 2,000 customers, but numbers have to be finite: replace them,"
                        + " for example with missing values, or leave the column out.",
                failure(new CustomerTable(2000, List.of(new NumericColumn("x", infinite, false)))));
        assertEquals(
                "None of the 2 columns can tell customers apart ('x' has no value at all; 'y' has one value only): choose"
                        + " other columns.",
                failure(new CustomerTable(
                        2000,
                        List.of(
                                new NumericColumn("x", missing, false),
                                new NumericColumn("y", new double[2000], false)))));
        assertThrows(
                IllegalArgumentException.class,
                () -> segment(inMemory(PlantedCustomers.table(10, 1), 1), SAMPLED.withSampleRows(499), "k-means"));
    }
}
