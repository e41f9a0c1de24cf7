package org.tessera.engine.numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Dunn;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.run.RunContext;

/** Metrics of scikit-learn's own segments: how far Tessera's values are from its, at most. */
final class MetricNumbers {

    private static final RunContext RUN = RunContext.of(1);
    private static final NoisePolicy NOISE = NoisePolicy.LEAVE_OUT;

    private final Map<String, Deviation> deviations = new LinkedHashMap<>();

    private MetricNumbers() {}

    /** Compares a figure of every run. */
    static final class Deviation {

        private int count;
        private double largest;

        void add(double expected, double actual) {
            count++;
            double difference = Math.abs(actual - expected);
            double relative = difference == 0 ? 0 : difference / Math.abs(expected);
            largest = Double.isNaN(relative) ? Double.POSITIVE_INFINITY : Math.max(largest, relative);
        }

        double largest() {
            return largest;
        }
    }

    static MetricNumbers of(ReferenceSet reference) {
        MetricNumbers numbers = new MetricNumbers();
        Matrix x = reference.features();
        for (ReferenceSet.Run run : reference.runs()) {
            Labels labels = run.labels();
            numbers.compare(
                    "Silhouette",
                    run,
                    "silhouette",
                    () -> Silhouette.of(x, labels, NOISE, RUN).overall());
            boolean single = Arrays.stream(labels.sizes()).anyMatch(size -> size == 1);
            String daviesBouldin = single ? "Davies-Bouldin, with segments of one row" : "Davies-Bouldin";
            numbers.compare(
                    daviesBouldin,
                    run,
                    "davies_bouldin",
                    () -> DaviesBouldin.of(x, labels, NOISE, RUN).overall());
            numbers.compare(
                    "Calinski-Harabasz",
                    run,
                    "calinski_harabasz",
                    () -> CalinskiHarabasz.of(x, labels, NOISE, RUN).overall());
            numbers.compare(
                    "Within sum of squares (k-means)",
                    run,
                    "inertia",
                    () -> WithinSumOfSquares.of(x, labels, NOISE, RUN).overall());
        }
        numbers.others(reference);
        return numbers;
    }

    private void compare(String title, ReferenceSet.Run run, String figure, DoubleSupplier actual) {
        run.figure(figure).ifPresent(expected -> deviation(title).add(expected, actual.getAsDouble()));
    }

    private void others(ReferenceSet reference) {
        for (String[] row : rows(reference, "dunn")) {
            Labels labels = reference.run(row[0]).labels();
            deviation("Dunn (by scipy's distances)")
                    .add(
                            Double.parseDouble(row[1]),
                            Dunn.of(reference.features(), labels, NOISE, RUN).overall());
        }
        for (String[] row : rows(reference, "agreement")) {
            Agreement.Result agreement = Agreement.of(
                    reference.run(row[0]).labels(), reference.run(row[1]).labels(), NOISE, RunContext.of(0));
            deviation("Adjusted Rand index").add(Double.parseDouble(row[2]), agreement.adjustedRand());
            deviation("Normalized mutual information").add(Double.parseDouble(row[3]), agreement.mutualInformation());
        }
    }

    private static List<String[]> rows(ReferenceSet reference, String name) {
        List<String[]> lines = reference.others().getOrDefault(name, List.of());
        return lines.stream().skip(1).toList();
    }

    private Deviation deviation(String title) {
        return deviations.computeIfAbsent(title, t -> new Deviation());
    }

    Map<String, Deviation> deviations() {
        return deviations;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| figure | compared | equal within (relative) |");
        lines.add("|---|---|---|");
        deviations.forEach((title, deviation) ->
                lines.add("| " + title + " | " + deviation.count + " | " + bound(deviation.largest) + " |"));
        return lines;
    }

    /** The power of ten above; not below 1e-12, where the order of additions decides. */
    static String bound(double largest) {
        for (int exponent = -12; exponent < 0; exponent++) {
            String bound = "1e" + exponent;
            if (largest <= Double.parseDouble(bound)) {
                return bound;
            }
        }
        return "**" + largest + "**";
    }
}
