package org.tessera.browser;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.view.web.ColumnDistribution;
import org.tessera.knime.view.web.Subject;
import org.tessera.knime.view.web.ViewData;
import org.tessera.knime.view.web.ViewSummary;

/**
 * Made-up customers in made-up segments, summarized for the page by the product's own code.
 *
 * @param summary the summary
 * @param distributions the distributions of the columns
 */
record Segmented(ViewSummary summary, List<ColumnDistribution> distributions) {

    private static final Gson GSON = new Gson();
    private static final int FEATURES = 6;

    /** Customers of some segments, with the last twentieth as noise or not. */
    static Segmented of(int customers, int segments, boolean noise) {
        return of(customers, segments, noise, 0, "pca-scatter");
    }

    /** The same with further columns of numbers, and a picture that is shown first. */
    static Segmented of(int customers, int segments, boolean noise, int furtherColumns, String first) {
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
                new Subject(
                        x,
                        List.of("Income", "Age", "Orders", "Visits", "Returns", "Distance"),
                        labeled,
                        rows.rows(),
                        table,
                        rows),
                first,
                run);
    }

    static Segmented summarize(Subject subject, String first, RunContext run) {
        Profile profile = Profiler.profile(subject.customers(), subject.segments(), ProfileOptions.defaults(), run);
        Silhouette.Result silhouette =
                Silhouette.of(subject.features(), subject.labels().dense(), MetricOptions.defaults(), run);
        return new Segmented(
                ViewSummary.of(
                        subject, profile, silhouette, new ViewSummary.Options(first, 2_000, Distance.EUCLIDEAN), run),
                ColumnDistribution.all(subject, profile, run));
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
                new Subject(Matrix.wrap(n, 2, features), List.of("x", "y"), labeled, rows.rows(), table, rows),
                "pca-scatter",
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
                    card.precision()));
        }
        return new Segmented(
                new ViewSummary(
                        summary.version(),
                        summary.first(),
                        summary.customers(),
                        cards,
                        summary.scatter(),
                        summary.heatMap(),
                        summary.columns(),
                        summary.silhouettes(),
                        summary.notes()),
                distributions);
    }

    ViewData data() {
        return ViewData.of(summary.json(), columns());
    }

    List<String> columns() {
        return distributions.stream().map(ColumnDistribution::json).toList();
    }

    /** The data as a script's object. */
    Object json() {
        ViewData data = data();
        return GSON.fromJson(
                GSON.toJson(Map.of("summary", data.summary(), "distributions", data.distributions())), Object.class);
    }
}
