package org.tessera.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.apply.drift.Baselines;
import org.tessera.engine.apply.drift.DriftCounts;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

/**
 * Scores millions of synthetic bank customers part by part: features, segments, contributions, drift. What is kept between the
 * parts does not grow with their number.
 */
public final class Scoring {

    private static final int PART = 1 << 16;
    private static final int TRAINING = 20_000;
    private static final RunContext RUN = RunContext.of(1);

    private Scoring() {}

    /**
     * Prints seconds and memory: {@code Scoring <customers>...}.
     *
     * @param args numbers of customers
     */
    public static void main(String[] args) {
        for (String customers : args) {
            score(
                    "K-Means, k = 8",
                    Algorithms.K_MEANS.clusterer(KMeansOptions.defaults().withK(8)),
                    customers);
            score(
                    "Gaussian mixture, 4 components",
                    Algorithms.GAUSSIAN_MIXTURE.clusterer(
                            GaussianMixtureOptions.defaults().withComponents(4)),
                    customers);
        }
    }

    private static void score(String title, Clusterer clusterer, String customers) {
        SegmentationModel model = model(clusterer);
        Explainer explainer = Explainer.of(model, RUN);
        DriftCounts drift = new DriftCounts(model.baseline());
        int[] now = new int[model.labels().segments()];
        long n = Long.parseLong(customers);
        HeapPeak peak = HeapPeak.start();
        long making = 0;
        long start = System.nanoTime();
        for (long from = 0; from < n; from += PART) {
            long before = System.nanoTime();
            CustomerTable part = customers(from, (int) Math.min(PART, n - from), 2);
            making += System.nanoTime() - before;
            Preparation preparation = model.preparation().orElseThrow();
            Matrix x = preparation.apply(part, RUN).features();
            Assignment assignment = Assigner.assign(model.clusters(), x, RUN);
            explainer.explain(x, assignment, RUN);
            drift.add(preparation.sources(part, RUN), RUN);
            for (int s = 0; s < now.length; s++) {
                now[s] += assignment.count(s);
            }
        }
        drift.result(new SegmentShares(model.labels().sizes(), now), Labels::name, RUN);
        double seconds = (System.nanoTime() - start - making) / 1e9;
        System.out.printf(
                Locale.ENGLISH,
                "%s, %,d customers: %.1f s, %,.0f customers per second, %.0f MB%n",
                title,
                n,
                seconds,
                n / seconds,
                peak.bytes() / 1e6);
    }

    private static SegmentationModel model(Clusterer clusterer) {
        CustomerTable training = customers(0, TRAINING, 1);
        Preparation preparation = Preparer.with(PreparationOptions.defaults()).fit(training, Set.of(), RUN);
        Matrix x = preparation.apply(training, RUN).features();
        Clustering clustering = clusterer.fit(x, RUN);
        Provenance provenance =
                new Provenance("id", "Title", Map.of(), 1, "Tessera", "", 0, 1, true, List.of(), Optional.empty());
        return new SegmentationModel(
                        provenance,
                        "Segment",
                        preparation.featureNames(),
                        Optional.of(preparation),
                        clustering.model(),
                        clustering.labels(),
                        0)
                .withBaseline(new Baseline(Baselines.columns(preparation.sources(training, RUN), RUN), new int[0]));
    }

    private static CustomerTable customers(long from, int n, long seed) {
        BankCustomers bank = new BankCustomers(seed);
        BankCustomers.Customer[] drawn = new BankCustomers.Customer[n];
        RUN.forBlocks((n + 4095) / 4096, b -> {
            for (int i = b * 4096; i < Math.min(n, (b + 1) * 4096); i++) {
                drawn[i] = bank.customer(from + i);
            }
        });
        List<Column> columns = List.of(
                numbers("CreditScore", drawn, BankCustomers.Customer::score),
                codes("Country", drawn, BankCustomers.Customer::country, "France", "Germany", "Spain"),
                codes("Gender", drawn, c -> c.female() ? 1 : 0, "Male", "Female"),
                numbers("Age", drawn, BankCustomers.Customer::age),
                numbers("Tenure", drawn, BankCustomers.Customer::tenure),
                numbers("Balance", drawn, c -> c.balance() / 100.0),
                numbers("Products", drawn, BankCustomers.Customer::products),
                numbers("Salary", drawn, c -> c.salary() / 100.0));
        return new CustomerTable(n, columns);
    }

    private interface Number {
        double of(BankCustomers.Customer customer);
    }

    private static NumericColumn numbers(String name, BankCustomers.Customer[] customers, Number number) {
        return new NumericColumn(
                name,
                IntStream.range(0, customers.length)
                        .mapToDouble(i -> number.of(customers[i]))
                        .toArray(),
                false);
    }

    private static CategoryColumn codes(
            String name, BankCustomers.Customer[] customers, Number code, String... levels) {
        return new CategoryColumn(
                name,
                IntStream.range(0, customers.length)
                        .map(i -> (int) code.of(customers[i]))
                        .toArray(),
                List.of(levels));
    }
}
