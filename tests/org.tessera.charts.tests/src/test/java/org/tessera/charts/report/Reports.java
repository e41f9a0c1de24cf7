package org.tessera.charts.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SearchPoint;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Reports on made-up customers.
 *
 * @param segments number of segments of the model
 * @param noise whether every 25th customer is noise
 * @param income name of a column of numbers with missing values
 * @param home name of a column of categories
 * @param owner one of the categories
 * @param prepared whether there is a preparation, and what was tried
 */
record Reports(int segments, boolean noise, String income, String home, String owner, boolean prepared) {

    static final RunContext RUN = RunContext.of(1);

    /** Ordinary customers in some segments. */
    static Reports of(int segments) {
        return new Reports(segments, false, "Income", "Home", "owner", true);
    }

    Reports withNoise() {
        return new Reports(segments, true, income, home, owner, prepared);
    }

    Reports unprepared() {
        return new Reports(segments, noise, income, home, owner, false);
    }

    /** The same with other names in the data. */
    Reports named(String incomeName, String homeName, String ownerName) {
        return new Reports(segments, noise, incomeName, homeName, ownerName, prepared);
    }

    int[] labels(int customers) {
        int[] labels = new int[customers];
        for (int i = 0; i < customers; i++) {
            labels[i] = noise && i % 25 == 24 ? Labels.NOISE : i % segments;
        }
        return labels;
    }

    CustomerTable customers(int customers) {
        RandomStream random = RandomStream.of(3, 0);
        int[] labels = labels(customers);
        double[] money = new double[customers];
        double[] age = new double[customers];
        double[] since = new double[customers];
        double[] one = new double[customers];
        List<String> homes = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            int segment = Math.max(0, labels[i]);
            money[i] = i % 17 == 3 ? Double.NaN : 1000 + 700 * (segment % 5) + Math.rint(90 * random.nextGaussian());
            age[i] = 30 + 8 * (segment % 4) + Math.rint(3 * random.nextGaussian());
            since[i] = 18_000 + 200 * (segment % 3) + Math.rint(40 * random.nextGaussian());
            one[i] = 7;
            homes.add(random.nextDouble() < 0.15 + 0.7 * (segment % 2) ? owner : "rent");
        }
        List<Column> columns = List.of(
                new NumericColumn(income, money, true),
                new NumericColumn("Age", age, true),
                new NumericColumn("Customer since", since, true, Quantity.DATE),
                CategoryColumn.of(home, homes),
                new NumericColumn("Version", one, true));
        return new CustomerTable(customers, columns);
    }

    /** What the report is about; the table may be the first part of the customers of the model. */
    ReportSubject subject(int trained, int shown) {
        Preparation preparation = Preparer.with(PreparationOptions.defaults()).fit(customers(trained), Set.of(), RUN);
        CustomerTable table = customers(shown);
        Matrix x = preparation.apply(table, RUN).features();
        Provenance made = new Provenance(
                "k-means",
                "K-Means, k = " + segments,
                Map.of("Number of segments (k)", Integer.toString(segments)),
                42,
                "Tessera",
                "Chosen by hand.",
                0,
                7,
                true,
                List.of(),
                Optional.empty());
        SegmentationModel model = new SegmentationModel(
                        made,
                        "Segment",
                        preparation.featureNames(),
                        prepared ? Optional.of(preparation) : Optional.empty(),
                        new CentroidModel(Matrix.of(new double[segments][x.columns()]), Distance.EUCLIDEAN, 0),
                        Labels.of(labels(trained)),
                        0x1234L)
                .withSearch(prepared ? search() : List.of());
        Labels labels = Labels.ofPart(segments, labels(shown));
        return new ReportSubject(model, table, SegmentedRows.all(labels), x, labels);
    }

    private static List<SearchPoint> search() {
        List<SearchPoint> points = new ArrayList<>();
        for (int k = 2; k <= 6; k++) {
            points.add(new SearchPoint("K-Means", k, 0.4 - 0.02 * k, 900.0 / k, k == 3, 0.9 - 0.05 * k, 0.5));
        }
        return points;
    }

    /** The complete report of customers. */
    Report report(int customers) {
        ReportSubject subject = subject(customers, customers);
        return report(
                subject, Optional.of(new Report.Verdict("Continuum", "There is no evidence of natural segments.")));
    }

    static Report report(ReportSubject subject, Optional<Report.Verdict> verdict) {
        ReportSubject.Found found = subject.find(6, RUN);
        String title = subject.model().provenance().title();
        List<Report.Candidate> board = verdict.isEmpty()
                ? List.of()
                : List.of(
                        new Report.Candidate(
                                1,
                                title,
                                subject.model().labels().segments(),
                                0.125,
                                0.345,
                                Optional.of(true),
                                new Report.Stability(0.91, 0.52, 0.88, 0.71, 0.6),
                                "Chosen: highest silhouette"),
                        new Report.Candidate(
                                2,
                                "DBSCAN",
                                1,
                                1,
                                Double.NaN,
                                Optional.of(false),
                                Report.Stability.UNKNOWN,
                                "Set aside: one segment only"));
        return new Report(
                new Report.Cover("Customers <2026>", "For & by the board", Map.of("Tessera", "0.1.0")),
                found.customers(),
                subject.model(),
                verdict,
                board,
                found.findings(),
                List.of("3 customers are in another segment than the model gives them."));
    }
}
