package org.tessera.bench.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.bench.segments.CustomerFile;
import org.tessera.charts.ChartCatalog;
import org.tessera.charts.ChartPage;
import org.tessera.charts.ChartSpec;
import org.tessera.charts.Charts;
import org.tessera.charts.ChoiceOfK;
import org.tessera.charts.Dendrogram;
import org.tessera.charts.Histograms;
import org.tessera.charts.KDistancePlot;
import org.tessera.charts.Loadings;
import org.tessera.charts.Migration;
import org.tessera.charts.ParallelCoordinates;
import org.tessera.charts.PcaScatter;
import org.tessera.charts.ProfileHeatMap;
import org.tessera.charts.SegmentSizes;
import org.tessera.charts.SilhouettePlot;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.sweep.CurvePoint;
import org.tessera.engine.choose.sweep.Sweep;
import org.tessera.engine.choose.sweep.SweepData;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.SearchPoint;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.RunContext;

/** Draws the pictures of docs/gallery: every chart, for segments of the bundled credit customers. */
public final class Gallery {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 620;
    private static final int SEGMENTS = 5;
    /** Charts on the page of several charts. */
    private static final int ON_PAGE = 4;

    private static final RunContext RUN = RunContext.of(1);

    private final CustomerTable customers;
    private final Preparation preparation;
    private final Matrix features;

    private Gallery(CustomerTable customers) {
        this.customers = customers;
        this.preparation = Preparer.with(PreparationOptions.defaults()).fit(customers, Set.of(), RUN);
        this.features = preparation.apply(customers, RUN).features();
    }

    /**
     * Draws the pictures: {@code Gallery <folder> <folder of credit_customers.csv>}.
     *
     * @param args the folder to write to; the folder with the bundled customers
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("Name the folder to write to and the folder of credit_customers.csv");
        }
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Gallery gallery = new Gallery(CustomerFile.read(Path.of(args[1], "credit_customers.csv"), Set.of("Status")));
        List<ChartSpec> charts = gallery.charts();
        for (ChartSpec chart : charts) {
            Path file = folder.resolve(ChartCatalog.of(chart).id() + ".png");
            Files.write(file, Charts.png(chart, WIDTH, HEIGHT, 1, RUN));
        }
        byte[] page = Charts.page(charts.subList(0, ON_PAGE), new ChartPage(2, WIDTH, HEIGHT), 0.7, RUN);
        Files.write(folder.resolve("page.png"), page);
    }

    private List<ChartSpec> charts() {
        Clustering segments = segments(SEGMENTS);
        Clustering tree = Algorithms.HIERARCHICAL
                .clusterer(Algorithms.HIERARCHICAL.defaults().withSegments(SEGMENTS))
                .fit(features, RUN);
        Clustering dense =
                Algorithms.DBSCAN.clusterer(Algorithms.DBSCAN.defaults()).fit(features, RUN);
        List<ChartSpec> charts = new ArrayList<>(ofSegments(segments.labels()));
        charts.add(ChoiceOfK.spec(search()));
        charts.add(Dendrogram.spec(tree.model(), tree.labels(), "Hierarchical", RUN));
        charts.add(KDistancePlot.spec(dense.model(), features, "DBSCAN", RUN));
        charts.add(Loadings.spec(features, preparation.featureNames(), Optional.of(preparation), RUN));
        charts.add(ParallelCoordinates.spec(
                features,
                preparation.featureNames(),
                Optional.of(preparation),
                segments.labels(),
                ParallelCoordinates.DEFAULT_AXES,
                RUN));
        charts.add(migration(segments.labels(), segments(SEGMENTS + 1).labels()));
        return charts;
    }

    private Clustering segments(int k) {
        return Algorithms.K_MEANS
                .clusterer(Algorithms.K_MEANS.defaults().withK(k))
                .fit(features, RUN);
    }

    private List<ChartSpec> ofSegments(Labels labels) {
        SegmentedRows rows = SegmentedRows.all(labels);
        Profile profile = Profiler.profile(customers, rows, ProfileOptions.defaults(), RUN);
        List<String> columns = profile.drivers().stream()
                .limit(Histograms.DEFAULT_COLUMNS)
                .map(Driver::column)
                .toList();
        Silhouette.Result silhouette = Silhouette.of(features, labels, NoisePolicy.LEAVE_OUT, RUN);
        return List.of(
                PcaScatter.spec(features, labels, PcaScatter.DEFAULT_POINTS, RUN),
                Histograms.spec(customers, rows, columns, RUN),
                ProfileHeatMap.spec(profile, ProfileHeatMap.DEFAULT_COLUMNS),
                SilhouettePlot.spec(silhouette, labels, Distance.EUCLIDEAN, RUN),
                SegmentSizes.spec(labels));
    }

    private List<SearchPoint> search() {
        SweepData data = new SweepData(features, FeatureColumns.of(preparation), List.of());
        return Sweep.of(data, SweepOptions.defaults(), RUN).run(() -> false, RUN).curves().stream()
                .map(CurvePoint::searchPoint)
                .toList();
    }

    /** From old to new segments of the same customers; a new one keeps the name of the old one that most came from. */
    private static ChartSpec migration(Labels from, Labels to) {
        int[][] counts = new int[from.segments()][to.segments()];
        for (int i = 0; i < from.size(); i++) {
            counts[from.at(i)][to.at(i)]++;
        }
        List<String> names = new ArrayList<>();
        for (int s = 0; s < to.segments(); s++) {
            int segment = s;
            int origin = IntStream.range(0, from.segments())
                    .boxed()
                    .max(Comparator.comparingInt(f -> counts[f][segment]))
                    .orElseThrow();
            String name = Labels.name(origin);
            names.add(names.contains(name) ? "New segment" : name);
        }
        List<String> old =
                IntStream.range(0, from.segments()).mapToObj(Labels::name).toList();
        return Migration.spec(old, names, counts);
    }
}
