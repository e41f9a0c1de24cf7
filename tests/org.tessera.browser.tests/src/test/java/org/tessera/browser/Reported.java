package org.tessera.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.charts.report.Report;
import org.tessera.charts.report.ReportPage;
import org.tessera.charts.report.ReportSubject;
import org.tessera.engine.data.CategoryColumn;
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

/** A report on made-up customers in made-up segments, every 25th of them noise. */
final class Reported {

    /** A name that would do harm as markup. */
    static final String HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    private static final RunContext RUN = RunContext.of(3);

    private Reported() {}

    /** The HTML of a complete report. */
    static String html(int customers, int segments) {
        int[] labels = new int[customers];
        for (int i = 0; i < customers; i++) {
            labels[i] = i % 25 == 24 ? Labels.NOISE : (i - i / 25) % segments;
        }
        CustomerTable table = table(labels);
        Preparation preparation = Preparer.with(PreparationOptions.defaults()).fit(table, Set.of(), RUN);
        Matrix x = preparation.apply(table, RUN).features();
        Labels labeled = Labels.of(labels);
        SegmentationModel model = new SegmentationModel(
                        new Provenance(
                                "k-means",
                                "K-Means, k = " + segments,
                                Map.of("Number of segments (k)", Integer.toString(segments)),
                                1,
                                "Tessera",
                                "Chosen by hand.",
                                0,
                                9,
                                true,
                                List.of(),
                                Optional.empty()),
                        "Segment",
                        preparation.featureNames(),
                        Optional.of(preparation),
                        new CentroidModel(Matrix.of(new double[segments][x.columns()]), Distance.EUCLIDEAN, 0),
                        labeled,
                        7)
                .withSearch(search());
        ReportSubject subject = new ReportSubject(model, table, SegmentedRows.all(labeled), x, labeled);
        ReportSubject.Found found = subject.find(6, RUN);
        return ReportPage.html(
                new Report(
                        new Report.Cover("Customers of a bank", "As of 2026-11-30", Map.of("Tessera", "0.1.0")),
                        found.customers(),
                        model,
                        Optional.of(new Report.Verdict("Continuum", "There is no evidence of natural segments.")),
                        leaderboard(segments),
                        found.findings(),
                        List.of("Column '" + HOSTILE + "' is new.")),
                RUN);
    }

    private static CustomerTable table(int[] labels) {
        RandomStream random = RUN.random(1);
        int n = labels.length;
        double[] income = new double[n];
        double[] age = new double[n];
        double[] since = new double[n];
        List<String> homes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int segment = Math.max(0, labels[i]);
            income[i] = i % 13 == 5
                    ? Double.NaN
                    : Math.rint(20_000 + 9_000 * (segment % 5) + 2_000 * random.nextGaussian());
            age[i] = Math.rint(30 + 9 * (segment % 4) + 4 * random.nextGaussian());
            since[i] = 18_000 + 300 * (segment % 3) + Math.rint(60 * random.nextGaussian());
            homes.add(random.nextDouble() < 0.2 + 0.6 * (segment % 2) ? "owner of a house" : "دخل العميل السنوي");
        }
        return new CustomerTable(
                n,
                List.of(
                        new NumericColumn("Annual income of the household, in euros", income, true),
                        new NumericColumn("Age", age, true),
                        new NumericColumn("Customer since", since, true, Quantity.DATE),
                        CategoryColumn.of(HOSTILE, homes)));
    }

    private static List<SearchPoint> search() {
        List<SearchPoint> points = new ArrayList<>();
        for (int k = 2; k <= 8; k++) {
            points.add(new SearchPoint("K-Means", k, 0.4 - 0.02 * k, 900.0 / k, k == 4, 0.9 - 0.05 * k, 0.5));
        }
        return points;
    }

    private static List<Report.Candidate> leaderboard(int segments) {
        List<Report.Candidate> board = new ArrayList<>();
        for (int rank = 1; rank <= 15; rank++) {
            board.add(new Report.Candidate(
                    rank,
                    "K-Means, k = " + (segments + rank - 1),
                    segments + rank - 1,
                    0.1,
                    0.3 - 0.01 * rank,
                    Optional.of(rank < 10),
                    new Report.Stability(0.9, 0.5, 0.8, 0.7, 0.6),
                    "Passes the guards, but its silhouette is lower than that of the first one"));
        }
        return board;
    }
}
