package org.tessera.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.Recipe;
import org.tessera.engine.model.SearchPoint;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.Training;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.PlainZScores;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

class ModelStoreTest {

    private static final Matrix CENTROIDS = Matrix.of(new double[] {0.1, -2e300}, new double[] {1.0 / 3, 4});

    static Preparation preparation(PreparationOptions options) {
        CustomerTable table = new CustomerTable(
                4,
                List.of(
                        new NumericColumn("Age \"€\"", new double[] {1, 2, Double.NaN, 1.0 / 3}, false),
                        CategoryColumn.of("Home", Arrays.asList("own", null, "rent", "own")),
                        new NumericColumn("Same", new double[4], true)));
        return Preparer.with(options).fit(table, Set.of(), RunContext.of(1));
    }

    private static Preparation preparationOfTwo() {
        CustomerTable table = new CustomerTable(
                2,
                List.of(
                        new NumericColumn("Age", new double[] {20, 1.0 / 3}, false),
                        new NumericColumn("Income", new double[] {0, 7}, true)));
        return Preparer.with(PlainZScores.OPTIONS).fit(table, Set.of(), RunContext.of(1));
    }

    static Stream<ClusterModel> models() {
        double[] full = {1, 0.5, 0.5, 2};
        MergeTree tree = new MergeTree(new int[] {0, 2}, new int[] {1, 3}, new double[] {0.25, Math.PI});
        return Stream.of(
                new CentroidModel(CENTROIDS, Distance.MANHATTAN, 12.5),
                new TreeModel(Linkage.AVERAGE, Distance.EUCLIDEAN, tree, 1.5, CENTROIDS),
                new DensityModel(0.5, 3, Distance.EUCLIDEAN, true, CENTROIDS, new int[] {0, 1}, 2),
                new MixtureModel(
                                Covariance.FULL,
                                new double[] {0.25, 0.75},
                                CENTROIDS,
                                new double[][] {full, full},
                                -1,
                                2,
                                3)
                        .withTemperature(2.5),
                new MixtureModel(
                        Covariance.TIED,
                        new double[] {0.25, 0.75},
                        CENTROIDS,
                        new double[][] {full},
                        -1,
                        2,
                        Double.NaN));
    }

    private static SegmentationModel model(ClusterModel clusters) {
        return model(clusters, preparationOfTwo().featureNames());
    }

    private static SegmentationModel model(ClusterModel clusters, List<String> features) {
        return model(clusters, features, Labels.of(0, 1, Labels.NOISE, 0));
    }

    private static SegmentationModel model(ClusterModel clusters, List<String> features, Labels labels) {
        Provenance provenance = new Provenance(
                "k-means",
                "K-Means, k = 2",
                Map.of("k", "2"),
                -7,
                "Weka",
                "Chosen in the dialog.",
                1,
                12,
                true,
                List.of("One row was left out."),
                Optional.empty());
        return new SegmentationModel(
                provenance, "Segment", features, Optional.of(preparationOfTwo()), clusters, labels, -42);
    }

    private static byte[] bytes(SegmentationModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ModelStore.write(model, zip, RunContext.of(1));
        }
        return bytes.toByteArray();
    }

    private static SegmentationModel read(byte[] bytes) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            return ModelStore.readModel(zip, RunContext.of(1));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void models_come_back_bit_for_bit(ClusterModel clusters) throws IOException {
        SegmentationModel model = model(clusters);
        SegmentationModel back = read(bytes(model));
        assertEquals(model.provenance(), back.provenance());
        assertEquals(model.labels(), back.labels());
        assertEquals(model.fingerprint(), back.fingerprint());
        assertEquals(model.features(), back.features());
        assertEquals(
                model.preparation().orElseThrow().features(),
                back.preparation().orElseThrow().features());
        assertEquals(clusters.getClass(), back.clusters().getClass());
        assertArrayEquals(bytes(model), bytes(back));
    }

    @Test
    void training_rows_come_back_and_may_be_absent() throws IOException {
        SegmentationModel unknown = model(models().findFirst().orElseThrow());
        assertEquals(TrainingRows.UNKNOWN, read(bytes(unknown)).rows());
        TrainingRows rows = TrainingRows.of(
                new long[] {1, -1, Long.MIN_VALUE, 7}, Matrix.wrap(4, 1, new double[] {1, 2, 3, 4}), RunContext.of(1));
        SegmentationModel known = new SegmentationModel(
                unknown.provenance(),
                "Segment",
                unknown.features(),
                unknown.preparation(),
                unknown.clusters(),
                new Training(unknown.labels(), 0, rows, Baseline.UNKNOWN),
                List.of());
        assertEquals(rows, read(bytes(known)).rows());
        assertEquals(rows, known.withSegmentColumn("Group").rows());
    }

    @Test
    void how_a_model_was_made_comes_back_and_may_be_absent() throws IOException {
        SegmentationModel unknown = model(models().findFirst().orElseThrow());
        assertEquals(Optional.empty(), read(bytes(unknown)).provenance().recipe());
        Recipe recipe = new Recipe(Map.of("k", "2", "distance", "MANHATTAN"), true, 2.5, 3);
        Provenance made = unknown.provenance();
        SegmentationModel known = new SegmentationModel(
                new Provenance(
                        made.algorithm(),
                        made.title(),
                        made.options(),
                        made.seed(),
                        made.implementation(),
                        made.reason(),
                        0,
                        0,
                        true,
                        List.of(),
                        Optional.of(recipe)),
                "Segment",
                unknown.features(),
                unknown.preparation(),
                unknown.clusters(),
                unknown.labels(),
                0);
        assertEquals(Optional.of(recipe), read(bytes(known)).provenance().recipe());
        assertThrows(IllegalArgumentException.class, () -> new Recipe(Map.of(), false, 51, 3));
    }

    @Test
    void curves_of_a_search_come_back_and_may_be_absent() throws IOException {
        SegmentationModel given = model(models().findFirst().orElseThrow());
        assertEquals(List.of(), read(bytes(given)).search());
        List<SearchPoint> points = List.of(
                new SearchPoint("K-Means", 2, 0.25, 12.5, true, 0.75, 1.0 / 3),
                new SearchPoint("DBSCAN", 0, Double.NaN, 0, false, Double.NaN, Double.NaN));
        SegmentationModel searched = given.withSearch(points);
        assertEquals(points, read(bytes(searched)).search());
        assertEquals(points, searched.withSegmentColumn("Group").search());
    }

    private static final List<ColumnBaseline> DISTRIBUTIONS = List.of(
            new ColumnBaseline.Numbers(
                    "Age", Quantity.NUMBER, new double[] {-1.5, 1.0 / 3}, new int[] {1, 2, 0}, false),
            new ColumnBaseline.Numbers("Income", Quantity.DATE, new double[] {7}, new int[] {3, 1}, true));

    @Test
    void the_baseline_comes_back_and_may_be_absent() throws IOException {
        SegmentationModel without = model(models().findFirst().orElseThrow());
        assertEquals(Baseline.UNKNOWN, read(bytes(without)).baseline());
        SegmentationModel with = without.withBaseline(new Baseline(DISTRIBUTIONS, new int[] {2, 1, 1}));
        SegmentationModel back = read(bytes(with)).withSegmentColumn("Group").withSearch(List.of());
        assertArrayEquals(new int[] {2, 1, 1}, back.baseline().shares());
        ColumnBaseline.Numbers age =
                (ColumnBaseline.Numbers) back.baseline().columns().get(0);
        assertArrayEquals(new double[] {-1.5, 1.0 / 3}, age.bounds());
        assertArrayEquals(new int[] {1, 2, 0}, age.counts());
        assertEquals(
                Quantity.DATE,
                ((ColumnBaseline.Numbers) back.baseline().columns().get(1)).quantity());
        assertArrayEquals(bytes(with), bytes(read(bytes(with))));
    }

    static Stream<Baseline> wrongBaselines() {
        return Stream.of(
                new Baseline(DISTRIBUTIONS, new int[] {4}),
                new Baseline(List.of(new ColumnBaseline.Categories("Age", List.of("a"), new int[3])), new int[0]),
                new Baseline(
                        List.of(new ColumnBaseline.Numbers("Other", Quantity.NUMBER, new double[0], new int[1], true)),
                        new int[0]));
    }

    @ParameterizedTest
    @MethodSource("wrongBaselines")
    void a_baseline_of_another_model_is_refused(Baseline baseline) throws IOException {
        byte[] bytes = bytes(model(models().findFirst().orElseThrow()).withBaseline(baseline));
        assertThrows(IOException.class, () -> read(bytes));
    }

    @Test
    void names_of_segments_come_back_and_may_be_absent() throws IOException {
        SegmentationModel unnamed = model(models().findFirst().orElseThrow());
        assertFalse(read(bytes(unnamed)).labels().hasNames());
        List<String> names = List.of("Größe, hoch", "Segment 2");
        SegmentationModel named = unnamed.withNames(names);
        assertEquals(names, read(bytes(named)).labels().names());
        assertEquals(names, named.withSegmentColumn("Group").labels().names());
        assertFalse(read(bytes(named.withNames(List.of()))).labels().hasNames());
    }

    @Test
    void entries_do_not_bear_the_time_of_writing() throws IOException {
        byte[] bytes = bytes(model(models().findFirst().orElseThrow()));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(1980, entry.getTimeLocal().getYear(), entry::getName);
            }
        }
    }

    @Test
    void long_arrays_come_back() throws IOException {
        int n = 100_000;
        int[] left = IntStream.range(0, n).map(i -> i == 0 ? 0 : n + i).toArray();
        int[] right = IntStream.rangeClosed(1, n).toArray();
        double[] heights = IntStream.range(0, n).mapToDouble(i -> i / 7.0).toArray();
        TreeModel tree =
                new TreeModel(Linkage.WARD, Distance.EUCLIDEAN, new MergeTree(left, right, heights), 1, CENTROIDS);
        TreeModel back = (TreeModel) read(bytes(model(tree))).clusters();
        assertArrayEquals(left, back.tree().left());
        assertArrayEquals(right, back.tree().right());
        assertArrayEquals(heights, back.tree().heights());
    }

    @Test
    void preparations_come_back_equal() throws IOException {
        for (NumericMissing missing : NumericMissing.values()) {
            Preparation preparation = preparation(PlainZScores.OPTIONS.withNumeric(
                    new NumericOptions(missing, 3, missing == NumericMissing.MEAN, Transformation.LOG)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                ModelStore.write(preparation, zip);
            }
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                Preparation back = ModelStore.readPreparation(zip);
                assertEquals(preparation.options(), back.options());
                assertEquals(preparation.features(), back.features());
                assertEquals(preparation.dropped(), back.dropped());
                assertEquals(preparation.columns().get(0), back.columns().get(0));
            }
        }
    }

    static Preparation readPreparation(String json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("preparation.json"));
            zip.write(json.getBytes(StandardCharsets.UTF_8));
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return ModelStore.readPreparation(zip);
        }
    }

    static String json(Preparation preparation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ModelStore.write(preparation, zip);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            zip.getNextEntry();
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void what_numbers_measure_is_stored_and_unknown_in_preparations_stored_before() throws IOException {
        for (Quantity quantity : Quantity.values()) {
            double[] values = {1, 2, 5};
            CustomerTable table = new CustomerTable(3, List.of(new NumericColumn("x", values, false, quantity)));
            Preparation preparation = Preparer.with(PlainZScores.OPTIONS).fit(table, Set.of(), RunContext.of(1));
            String json = json(preparation);
            assertEquals(preparation, readPreparation(json));
            assertEquals(
                    Optional.of(quantity),
                    ((ColumnPreparation.Numbers) preparation.columns().get(0)).quantity());
            String old = json.replaceAll(",\\s*\"quantity\":\"[A-Z_]*\"", "");
            assertTrue(old.length() < json.length(), json);
            assertEquals(
                    Optional.empty(),
                    ((ColumnPreparation.Numbers) readPreparation(old).columns().get(0)).quantity());
            String newer = json.replaceAll("\"quantity\":\"[A-Z_]*\"", "\"quantity\":\"MONTHS\"");
            assertTrue(assertThrows(IOException.class, () -> readPreparation(newer))
                    .getMessage()
                    .contains("has an unknown quantity 'MONTHS'"));
        }
    }

    @Test
    void stored_z_scores_give_the_same_bits_and_those_stored_without_low_order_parts_still_load() throws IOException {
        double[] values = {1e8, Math.nextUp(1e8), 1e8, 1e8 + 0.1};
        CustomerTable table = new CustomerTable(4, List.of(new NumericColumn("x", values, false)));
        Preparation preparation = Preparer.with(PlainZScores.OPTIONS).fit(table, Set.of(), RunContext.of(1));
        String json = json(preparation);
        assertEquals(
                preparation.apply(table, RunContext.of(1)).features(),
                readPreparation(json).apply(table, RunContext.of(1)).features());
        String old = json.replaceAll(",\\s*\"rest\":[^,}]*", "");
        assertTrue(old.length() < json.length(), json);
        Feature feature = readPreparation(old).features().get(0);
        assertEquals(0, feature.shiftLow());
        assertEquals(preparation.features().get(0).shift(), feature.shift());
        assertEquals(preparation.features().get(0).scale(), feature.scale());
        String far = json.replaceAll("\"rest\":[^,}]*", "\"rest\":\"NaN\"");
        assertEquals(
                "Stored preparation is damaged: feature 'x (z)' is scaled by a number that is not finite.",
                assertThrows(IOException.class, () -> readPreparation(far)).getMessage());
    }

    private static byte[] zip(String json, byte[] arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write(json.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("arrays.bin"));
            zip.write(arrays);
        }
        return bytes.toByteArray();
    }

    private static String message(String json, byte[] arrays) throws IOException {
        byte[] bytes = zip(json, arrays);
        return assertThrows(IOException.class, () -> read(bytes)).getMessage();
    }

    @Test
    void parts_that_do_not_fit_together_are_refused() throws IOException {
        MergeTree twice = new MergeTree(new int[] {0, 0}, new int[] {1, 2}, new double[] {1, 2});
        assertEquals(
                "Stored model is damaged: merge 2 of its tree is of cluster 0, which does not exist or was merged"
                        + " before.",
                refusal(new TreeModel(Linkage.WARD, Distance.EUCLIDEAN, twice, 1, CENTROIDS)));
        Matrix far = Matrix.of(new double[] {0, Double.NaN}, new double[] {1, 2});
        assertEquals(
                "Stored model is damaged: a centroid is not finite.",
                refusal(new CentroidModel(far, Distance.EUCLIDEAN, 1)));
        assertTrue(refusal(new MixtureModel(
                        Covariance.TIED, new double[] {0.25, 0.75}, CENTROIDS, new double[][] {{1, 2, 2, 1}}, -1, 2, 3))
                .contains("not positive definite"));
    }

    @Test
    void radii_that_are_none_are_refused_even_of_models_without_a_segment() throws IOException {
        List<String> features = preparationOfTwo().featureNames();
        Matrix none = Matrix.wrap(0, 2, new double[0]);
        for (SegmentationModel model : List.of(
                model(new DensityModel(0.5, 3, Distance.EUCLIDEAN, true, CENTROIDS, new int[] {0, 1}, 2)),
                model(
                        new DensityModel(0.5, 3, Distance.EUCLIDEAN, true, none, new int[0], 0),
                        features,
                        Labels.of(Labels.NOISE, Labels.NOISE)))) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(model)))) {
                zip.getNextEntry();
                String json = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                zip.getNextEntry();
                byte[] arrays = zip.readAllBytes();
                assertEquals(0.5, ((DensityModel) read(zip(json, arrays)).clusters()).eps());
                for (String eps : List.of("-0.5", "\"NaN\"", "\"Infinity\"")) {
                    String changed = json.replaceAll("\"eps\":\\s*0.5", "\"eps\":" + eps);
                    assertEquals(
                            "Stored model is damaged: The radius is " + eps.replace("\"", "")
                                    + ", but has to be 0 or more and finite",
                            message(changed, arrays));
                }
            }
        }
    }

    @Test
    void features_that_the_preparation_does_not_make_are_refused() throws IOException {
        CentroidModel two = new CentroidModel(CENTROIDS, Distance.EUCLIDEAN, 1);
        assertEquals(
                "Stored model is damaged: its feature 2 is 'Assets (z)', but its preparation makes 'Income (z)' there.",
                refusal(model(two, List.of("Age (z)", "Assets (z)"))));
        assertEquals(
                "Stored model is damaged: its feature 1 is 'Income (z)', but its preparation makes 'Age (z)' there.",
                refusal(model(two, List.of("Income (z)", "Age (z)"))));
        CentroidModel one = new CentroidModel(Matrix.of(new double[] {1}, new double[] {2}), Distance.EUCLIDEAN, 1);
        assertEquals(
                "Stored model is damaged: it has 1 feature, but its preparation makes 2.",
                refusal(model(one, List.of("Age (z)"))));
    }

    private static String refusal(ClusterModel clusters) throws IOException {
        return refusal(model(clusters));
    }

    private static String refusal(SegmentationModel model) throws IOException {
        byte[] bytes = bytes(model);
        return assertThrows(IOException.class, () -> read(bytes)).getMessage();
    }

    @Test
    void damaged_files_are_refused_with_the_reason() throws IOException {
        assertEquals("Stored model is damaged: it is no valid JSON.", message("{", new byte[0]));
        assertEquals(
                "Stored model is damaged: field 'format' should be a whole number from 1 to 9223372036854775807.",
                message("{}", new byte[0]));
        assertTrue(message("{\"format\":99}", new byte[0]).endsWith("update Tessera."));
        assertTrue(message("[".repeat(100_000), new byte[0]).contains("no valid JSON"));
        String huge = "{\"format\":1,\"arrays\":[{\"name\":\"labels\",\"type\":\"int\",\"length\":2147483647}]}";
        assertEquals("Stored model is truncated: array 'labels' ends too early.", message(huge, new byte[100]));
    }
}
