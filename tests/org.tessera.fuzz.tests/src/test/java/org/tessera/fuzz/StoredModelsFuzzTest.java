package org.tessera.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.apply.Assigner;
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
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.engine.store.ModelStore;

/** Stored models and preparations: what is read can be used and stored again, everything else is refused. */
class StoredModelsFuzzTest {

    private static final RunContext RUN = RunContext.of(1).withThreads(1);
    private static final CustomerTable CUSTOMERS = new CustomerTable(
            4,
            List.of(
                    new NumericColumn("Age", new double[] {1, 2, Double.NaN, 4}, false),
                    CategoryColumn.of("Home", Arrays.asList("own", null, "rent", "own")),
                    new NumericColumn("Income", new double[] {0, 7, 1, 1e8}, true),
                    new NumericColumn("Since", new double[] {-1, 0.5, 20_000, 7}, false, Quantity.DATE_TIME)));

    private static Preparation preparation() {
        return Preparer.with(PreparationOptions.defaults()).fit(CUSTOMERS, Set.of(), RUN);
    }

    private static Preparation preparationOfTwo() {
        CustomerTable two = new CustomerTable(
                4, List.of(CUSTOMERS.columns().get(0), CUSTOMERS.columns().get(2)));
        return Preparer.with(PreparationOptions.defaults()).fit(two, Set.of(), RUN);
    }

    private static List<byte[]> models() throws IOException {
        Matrix centroids = Matrix.of(new double[] {0.1, -2}, new double[] {1.0 / 3, 4});
        MergeTree tree = new MergeTree(new int[] {0, 2, 4}, new int[] {1, 3, 5}, new double[] {0.25, 0.5, Math.PI});
        double[] full = {1, 0.5, 0.5, 2};
        List<byte[]> models = new ArrayList<>();
        for (ClusterModel clusters : List.of(
                new CentroidModel(centroids, Distance.MANHATTAN, 12.5),
                new TreeModel(Linkage.AVERAGE, Distance.EUCLIDEAN, tree, 1.5, centroids),
                new DensityModel(0.5, 3, Distance.EUCLIDEAN, true, centroids, new int[] {0, 1}, 2),
                new MixtureModel(
                        Covariance.FULL, new double[] {0.25, 0.75}, centroids, new double[][] {full, full}, -1, 2, 3),
                new MixtureModel(
                        Covariance.TIED,
                        new double[] {0.25, 0.75},
                        centroids,
                        new double[][] {full},
                        -1,
                        2,
                        Double.NaN))) {
            models.add(content(zip(zip -> ModelStore.write(model(clusters), zip, RUN))));
        }
        return models;
    }

    private static SegmentationModel model(ClusterModel clusters) {
        Optional<Preparation> preparation =
                clusters instanceof CentroidModel ? Optional.of(preparationOfTwo()) : Optional.empty();
        String first = preparation.map(p -> p.sourceColumns().get(0)).orElse("a");
        Baseline baseline = new Baseline(
                List.of(new ColumnBaseline.Numbers(
                        first, Quantity.NUMBER, new double[] {0.5, 20}, new int[] {1, 2, 1}, false)),
                new int[] {2, 1, 1});
        return new SegmentationModel(
                        new Provenance(
                                "k-means",
                                "K-Means",
                                Map.of("k", "2"),
                                -7,
                                "Weka",
                                "Chosen.",
                                1,
                                12,
                                true,
                                List.of("w"),
                                Optional.of(new Recipe(Map.of("k", "2"), true, 2.5, 4))),
                        "Segment",
                        preparation.map(Preparation::featureNames).orElse(List.of("a", "b")),
                        preparation,
                        clusters,
                        Labels.of(0, 1, Labels.NOISE, 0),
                        -42)
                .withBaseline(baseline);
    }

    private interface Writing {
        void to(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            writing.to(zip);
        }
        return bytes.toByteArray();
    }

    /** What stands in the entries, so that changes get past the checksums: the length of the first, and both. */
    private static byte[] content(byte[] zipped) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            zip.getNextEntry();
            byte[] json = zip.readAllBytes();
            byte[] arrays = zip.getNextEntry() == null ? new byte[0] : zip.readAllBytes();
            return ByteBuffer.allocate(4 + json.length + arrays.length)
                    .putInt(json.length)
                    .put(json)
                    .put(arrays)
                    .array();
        }
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content.length < 4 ? new byte[4] : content);
        int length = Math.floorMod(buffer.getInt(), buffer.remaining() + 1);
        return zip(zip -> {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write(buffer.array(), 4, length);
            zip.putNextEntry(new ZipEntry("arrays.bin"));
            zip.write(buffer.array(), 4 + length, buffer.array().length - 4 - length);
        });
    }

    private static SegmentationModel read(byte[] bytes) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            return ModelStore.readModel(zip, RUN);
        }
    }

    /** What was read can be stored and read again, and gives customers segments or says why not. */
    private static void use(SegmentationModel model) throws IOException {
        byte[] stored = zip(zip -> ModelStore.write(model, zip, RUN));
        assertArrayEquals(stored, zip(zip -> ModelStore.write(read(stored), zip, RUN)));
        int d = model.clusters().features();
        if (d <= 100) {
            Assigner.assign(model.clusters(), Matrix.wrap(2, d, new double[2 * d]), RUN);
        }
        model.preparation().ifPresent(StoredModelsFuzzTest::apply);
    }

    private static void apply(Preparation preparation) {
        try {
            preparation.apply(CUSTOMERS, RUN);
        } catch (SegmentationException e) {
            // it is of other customers
        }
    }

    @Test
    void models_with_changed_content() throws IOException {
        Fuzz.run("model", models(), input -> use(read(zipped(input))));
    }

    @Test
    void models_with_changed_files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (byte[] model : models()) {
            files.add(zipped(model));
        }
        Fuzz.run("model-file", files, input -> use(read(input)));
    }

    @Test
    void models_with_any_byte_changed() throws IOException {
        try (Fuzz fuzz = new Fuzz("model-file", input -> use(read(input)), Fuzz.Limits.USUAL)) {
            for (byte[] model : models()) {
                byte[] file = zipped(model);
                for (int i = 0; i < model.length; i++) {
                    for (int mask : new int[] {1, 0x10, 0x80, 0xff}) {
                        String origin = "byte " + i + " changed by " + mask;
                        fuzz.tryOut(zipped(changed(model, i, mask)), origin);
                        if (i < file.length) {
                            fuzz.tryOut(changed(file, i, mask), origin + " in the file");
                        }
                    }
                }
            }
        }
    }

    private static byte[] changed(byte[] bytes, int at, int mask) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) mask;
        return changed;
    }

    @Test
    void preparations_with_changed_content() throws IOException {
        byte[] good = zip(zip -> ModelStore.write(preparation(), zip));
        byte[] json = content(good);
        Fuzz.run(
                "preparation",
                Stream.of(Arrays.copyOfRange(json, 4, json.length)).toList(),
                input -> {
                    byte[] file = zip(zip -> {
                        zip.putNextEntry(new ZipEntry("preparation.json"));
                        zip.write(input);
                    });
                    try (ZipInputStream zip =
                            new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
                        apply(ModelStore.readPreparation(zip));
                    }
                });
    }
}
