package org.tessera.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.apply.drift.Baselines;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

/** Segmentations of the bundled credit customers. */
final class TestModels {

    static final RunContext RUN = RunContext.of(1).withThreads(2);
    static final Path CREDIT = Path.of("..", "..", "workflows/compare-two-quarters/data/last_quarter.csv");
    static final Path LATER = Path.of("..", "..", "workflows/compare-two-quarters/data/this_quarter.csv");

    private TestModels() {}

    /** The customers of a file as KNIME's reader types them, apart from the first column, their identifiers. */
    static CustomerTable table(Path csv) {
        List<String> lines;
        try {
            lines = Files.readAllLines(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] names = lines.get(0).replace("\"", "").split(",");
        List<Column> columns = new ArrayList<>();
        for (int c = 1; c < names.length; c++) {
            List<String> entries = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.replace("\"", "").split(",", -1);
                entries.add(cells[c].isEmpty() ? null : cells[c]);
            }
            boolean numbers = entries.stream().allMatch(e -> e == null || e.matches("-?[0-9.]+"));
            columns.add(
                    numbers
                            ? new NumericColumn(
                                    names[c],
                                    entries.stream()
                                            .mapToDouble(e -> e == null ? Double.NaN : Double.parseDouble(e))
                                            .toArray(),
                                    true)
                            : CategoryColumn.of(names[c], entries));
        }
        return new CustomerTable(lines.size() - 1, columns);
    }

    /** The algorithms, by which a model can be asked for. */
    static List<String> algorithms() {
        return List.of("k-means", "mixture", "dbscan", "hierarchical");
    }

    private static Clusterer clusterer(String algorithm) {
        return switch (algorithm) {
            case "k-means" ->
                Algorithms.K_MEANS.clusterer(KMeansOptions.defaults().withK(4));
            case "mixture" ->
                Algorithms.GAUSSIAN_MIXTURE.clusterer(
                        GaussianMixtureOptions.defaults().withComponents(3).withCovariance(Covariance.FULL));
            case "dbscan" ->
                Algorithms.DBSCAN.clusterer(DbscanOptions.defaults().withEps(2.2));
            default ->
                Algorithms.HIERARCHICAL.clusterer(HierarchicalOptions.defaults().withSegments(5));
        };
    }

    /** A model of customers with the default preparation. */
    static SegmentationModel model(String algorithm, CustomerTable customers) {
        Preparation preparation = Preparer.with(PreparationOptions.defaults()).fit(customers, Set.of(), RUN);
        Matrix x = preparation.apply(customers, RUN).features();
        Clustering clustering = clusterer(algorithm).fit(x, RUN);
        Provenance provenance =
                new Provenance(algorithm, "Test", Map.of(), 1, "Tessera", "", 0, 1, true, List.of(), Optional.empty());
        return new SegmentationModel(
                        provenance,
                        "Segment",
                        preparation.featureNames(),
                        Optional.of(preparation),
                        clustering.model(),
                        clustering.labels(),
                        SegmentationModel.fingerprint(x, RUN))
                .withBaseline(new Baseline(
                        Baselines.columns(preparation.sources(customers, RUN), RUN),
                        Baselines.shares(clustering.model(), x, clustering.labels(), RUN)));
    }

    /** Writes a model as a file. */
    static String write(SegmentationModel model, Path folder) {
        try {
            return Files.write(folder.resolve("test.model"), ModelFile.write(model, RUN))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
