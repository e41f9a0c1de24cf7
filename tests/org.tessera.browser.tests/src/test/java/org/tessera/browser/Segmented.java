package org.tessera.browser;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SearchPoint;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.select.Candidate;
import org.tessera.engine.select.Leaderboard;
import org.tessera.engine.select.Selection;
import org.tessera.engine.select.SelectionOptions;
import org.tessera.knime.view.web.ColumnDistribution;
import org.tessera.knime.view.web.FeatureRows;
import org.tessera.knime.view.web.Subject;
import org.tessera.knime.view.web.ViewData;
import org.tessera.knime.view.web.ViewPart;
import org.tessera.knime.view.web.ViewSettings;
import org.tessera.knime.view.web.ViewSummary;

/**
 * Made-up customers in made-up segments, summarized for the page by the product's own code.
 *
 * @param rows their features
 * @param summary the summary
 * @param distributions the distributions of the columns
 * @param settings what the page shows
 */
record Segmented(FeatureRows rows, ViewSummary summary, List<ColumnDistribution> distributions, ViewSettings settings) {

    /** What the Segment View shows by default. */
    static final ViewSettings ALL = ViewSettings.of(
            ViewPart.SCATTER,
            ViewPart.PROFILE,
            ViewPart.DISTRIBUTIONS,
            ViewPart.SILHOUETTES,
            ViewPart.SIZES,
            ViewPart.CHOICE_OF_K,
            ViewPart.DENDROGRAM);

    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private static final List<SearchPoint> SEARCH = List.of(
            new SearchPoint("K-Means", 2, 0.21, 900, false, 0.7, 0.65),
            new SearchPoint("K-Means", 3, 0.33, 700, false, 0.8, 0.6),
            new SearchPoint("K-Means", 5, 0.52, 300, true, 0.93, 0.5),
            new SearchPoint("K-Means", 8, 0.4, 270, false, Double.NaN, Double.NaN),
            new SearchPoint("Gaussian Mixture", 2, 0.2, Double.NaN, false, 0.6, 0.7),
            new SearchPoint("Gaussian Mixture", 5, 0.49, Double.NaN, false, 0.9, 0.4));
    private static final int FEATURES = 6;

    /** Customers of some segments, with the last twentieth as noise or not. */
    static Segmented of(int customers, int segments, boolean noise) {
        return of(customers, segments, noise, 0);
    }

    /** The same with further columns of numbers. */
    static Segmented of(int customers, int segments, boolean noise, int furtherColumns) {
        RunContext run = RunContext.of(7);
        RandomStream random = run.random(1);
        double[] centers = new double[segments * FEATURES];
        for (int i = 0; i < centers.length; i++) {
            centers[i] = 2 * random.nextGaussian();
        }
        int[] labels = new int[customers];
        double[] features = new double[customers * FEATURES];
        for (int i = 0; i < customers; i++) {
            int segment = i < segments ? i : (int) (segments * Math.pow(random.nextDouble(), 1.5));
            labels[i] = noise && i >= customers - customers / 20 ? Labels.NOISE : segment;
            for (int j = 0; j < FEATURES; j++) {
                features[i * FEATURES + j] = centers[segment * FEATURES + j] + random.nextGaussian();
            }
        }
        Matrix x = Matrix.wrap(customers, FEATURES, features);
        Labels labeled = Labels.ofPart(segments, labels);
        CustomerTable table = table(x, random, furtherColumns);
        SegmentedRows rows = SegmentedRows.all(labeled);
        return summarize(
                new FeatureRows(
                        x, List.of("Income", "Age", "Orders", "Visits", "Returns", "Distance"), labeled, rows.rows()),
                table,
                run);
    }

    /** Customers of whom all have features and segments. */
    static Segmented summarize(FeatureRows rows, CustomerTable customers, RunContext run) {
        Subject subject = new Subject(customers, new SegmentedRows(rows.tableRows(), rows.labels()));
        Profile profile = Profiler.profile(customers, subject.segments(), ProfileOptions.defaults(), run);
        Silhouette.Result silhouette =
                Silhouette.of(rows.matrix(), rows.labels().dense(), MetricOptions.defaults(), run);
        ViewSummary.Options options = new ViewSummary.Options(2_000, Distance.EUCLIDEAN);
        return new Segmented(
                rows,
                ViewSummary.of(subject, profile).withFeatures(subject, rows, silhouette, options, run),
                ColumnDistribution.all(subject, profile, run),
                ALL);
    }

    /** Two features, one of which is also a column of the customers, and a category; row i of the tables is row order[i]. */
    static Segmented ordered(int[] order, int threads) {
        int n = order.length;
        RandomStream random = RunContext.of(5).random(2);
        double[] values = new double[2 * n];
        for (int i = 0; i < n; i++) {
            values[2 * i] = 4 * (i % 3) + random.nextGaussian();
            values[2 * i + 1] = random.nextGaussian();
        }
        int[] labels = new int[n];
        double[] features = new double[2 * n];
        double[] income = new double[n];
        List<String> homes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int row = order[i];
            labels[i] = row % 3;
            features[2 * i] = values[2 * row];
            features[2 * i + 1] = values[2 * row + 1];
            income[i] = Math.rint(100 * values[2 * row]);
            homes.add(row % 2 == 0 ? "owner" : "rented");
        }
        Labels labeled = Labels.of(labels);
        SegmentedRows rows = SegmentedRows.all(labeled);
        CustomerTable table = new CustomerTable(
                n, List.of(new NumericColumn("Income", income, true), CategoryColumn.of("Home", homes)));
        return summarize(
                new FeatureRows(Matrix.wrap(n, 2, features), List.of("x", "y"), labeled, rows.rows()),
                table,
                RunContext.of(5).withThreads(threads));
    }

    private static CustomerTable table(Matrix x, RandomStream random, int furtherColumns) {
        int n = x.rows();
        double[] income = new double[n];
        double[] age = new double[n];
        double[] since = new double[n];
        List<String> homes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            income[i] = i % 17 == 3 ? Double.NaN : Math.round(Math.exp(10 + x.at(i, 0) / 4));
            age[i] = Math.max(18, Math.min(99, Math.round(45 + 6 * x.at(i, 1))));
            since[i] = 18_000 + Math.floor(300 * x.at(i, 2));
            homes.add(x.at(i, 3) > 1 ? "owner" : x.at(i, 3) > -1 ? "rented" : "with parents");
        }
        List<Column> columns = new ArrayList<>(List.of(
                new NumericColumn("Income", income, true),
                new NumericColumn("Age", age, true),
                new NumericColumn("Customer since", since, true, Quantity.DATE),
                CategoryColumn.of("Home", homes)));
        for (int c = 0; c < furtherColumns; c++) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = random.nextGaussian();
            }
            columns.add(new NumericColumn("Further column " + (c + 1), values, false));
        }
        return new CustomerTable(n, columns);
    }

    /** The same segments under other names. */
    Segmented named(List<String> names) {
        List<ViewSummary.Card> cards = new ArrayList<>();
        for (int s = 0; s < summary.segments().size(); s++) {
            ViewSummary.Card card = summary.segments().get(s);
            String name = names.get(s % names.size());
            cards.add(new ViewSummary.Card(
                    card.label(),
                    name,
                    card.color(),
                    card.size(),
                    card.share(),
                    name + ": " + card.sentence(),
                    card.rule() + " and " + name,
                    card.coverage(),
                    card.precision(),
                    card.remark()));
        }
        return with(new ViewSummary(
                summary.version(),
                summary.verdict(),
                summary.customers(),
                cards,
                summary.columns(),
                summary.parts(),
                summary.notes()));
    }

    private Segmented with(ViewSummary other) {
        return new Segmented(rows, other, distributions, settings);
    }

    /** The same, shown with settings. */
    Segmented shown(ViewSettings other) {
        return new Segmented(rows, summary, distributions, other);
    }

    /** The same with some parts only. */
    Segmented parts(ViewPart... parts) {
        return shown(ViewSettings.of(parts));
    }

    /** The same as the result of a search, with a leaderboard and a verdict. */
    Segmented searched() {
        List<Candidate> candidates = List.of(
                new Candidate("K-Means, k = 5", "k-means", rows.labels()),
                new Candidate(
                        "K-Means, k = 1",
                        "k-means",
                        Labels.of(new int[rows.labels().size()])));
        Leaderboard board = Selection.rank(candidates, rows.matrix(), SelectionOptions.defaults(), RunContext.of(1));
        return with(summary.withVerdict("There are natural segments: five of them.")
                .withModel(model(kMeans(), rows.labels()).withSearch(SEARCH), RunContext.of(1))
                .withLeaderboard(board, index -> index == 0 ? 0.93 : Double.NaN));
    }

    private ClusterModel kMeans() {
        return new KMeans(KMeansOptions.defaults().withK(rows.labels().segments()))
                .fit(rows.matrix(), RunContext.of(1))
                .model();
    }

    /** The same customers in the segments of a dendrogram. */
    static Segmented hierarchical(int customers, int segments) {
        Segmented made = of(customers, segments, false);
        RunContext run = RunContext.of(1);
        Clustering clustering =
                new Hierarchical(HierarchicalOptions.defaults().withSegments(segments)).fit(made.rows.matrix(), run);
        CustomerTable table = table(made.rows.matrix(), run.random(1), 0);
        Segmented cut = summarize(
                new FeatureRows(made.rows.matrix(), made.rows.names(), clustering.labels(), made.rows.tableRows()),
                table,
                run);
        return cut.with(cut.summary.withModel(cut.model(clustering.model(), clustering.labels()), run));
    }

    private SegmentationModel model(ClusterModel clusters, Labels labels) {
        Provenance provenance =
                new Provenance("id", "Title", Map.of(), 1, "Tessera", "", 0, 0, true, List.of(), Optional.empty());
        return new SegmentationModel(provenance, "Segment", rows.names(), Optional.empty(), clusters, labels, 0);
    }

    ViewData data() {
        return ViewData.of(summary.json(), columns(), settings);
    }

    List<String> columns() {
        return distributions.stream().map(ColumnDistribution::json).toList();
    }

    /** The data as a script's object. */
    Object json() {
        return GSON.fromJson(GSON.toJson(data()), Object.class);
    }

    /** Settings as the dialog of the node sends them while it is open. */
    static Object event(ViewSettings settings) {
        return Map.of(
                "eventType",
                "DataEvent",
                "payload",
                Map.of("data", Map.of("view", GSON.fromJson(GSON.toJson(settings), Object.class))));
    }
}
