package org.tessera.engine.choose.large;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.run.RunContext;

/** The figures of a segmentation: from passes over all customers, or, where all are in the sample, from the metrics themselves. */
final class Measures {

    private Measures() {}

    /** The figures of customers that are all in the sample. */
    static LargeFigures complete(SampleSearch found, List<ColumnBaseline> bins, RunContext run) {
        Matrix x = found.rows().x();
        Labels labels = found.result().clustering().labels();
        Silhouette.Result silhouette = Silhouette.of(x, labels, MetricOptions.defaults(), run);
        int[] rows = new int[x.rows()];
        Arrays.setAll(rows, i -> i);
        int[] groups = Arrays.stream(labels.toArray())
                .map(label -> label == Labels.NOISE ? labels.segments() : label)
                .toArray();
        Distributions distributions = new Distributions(bins, labels.segments());
        distributions.add(found.sources(run), rows, groups);
        long[] sizes = Arrays.stream(labels.sizes()).asLongStream().toArray();
        return new LargeFigures(
                found.sample().total(),
                found.sample().total() - x.rows(),
                labels.noise(),
                DaviesBouldin.of(x, labels, NoisePolicy.LEAVE_OUT, run).overall(),
                CalinskiHarabasz.of(x, labels, NoisePolicy.LEAVE_OUT, run).overall(),
                WithinSumOfSquares.of(x, labels, NoisePolicy.LEAVE_OUT, run).overall(),
                silhouette.overall(),
                silhouette.sampledRows() == 0 ? 0 : silhouette.standardError(),
                segments(sizes, x.rows(), distributions, bins));
    }

    /** The figures of more customers than the sample. */
    static LargeFigures of(
            SampleSearch found,
            Refinement.Refined refined,
            Labels sampled,
            FigurePass pass,
            List<ColumnBaseline> bins,
            RunContext run) {
        Silhouette.Result silhouette = Silhouette.of(found.rows().x(), sampled, MetricOptions.defaults(), run);
        long total = found.sample().total();
        return new LargeFigures(
                total,
                refined.withoutFeatures(),
                refined.noise(),
                daviesBouldin(refined, pass),
                calinskiHarabasz(refined, pass),
                inertia(refined, pass),
                silhouette.overall(),
                standardError(silhouette),
                segments(refined.sizes(), total - refined.withoutFeatures(), pass.distributions(), bins));
    }

    private static List<SegmentFigures> segments(
            long[] sizes, long clustered, Distributions distributions, List<ColumnBaseline> bins) {
        List<SegmentFigures> segments = new ArrayList<>();
        for (int s = 0; s < sizes.length; s++) {
            segments.add(new SegmentFigures(
                    sizes[s],
                    sizes[s] / (double) clustered,
                    distributions.moments(s, bins),
                    distributions.of(s, bins)));
        }
        return segments;
    }

    /** That of the sample among all customers, and that of the rows of the sample which were compared. */
    private static double standardError(Silhouette.Result silhouette) {
        double[] values =
                Arrays.stream(silhouette.perRow()).filter(s -> !Double.isNaN(s)).toArray();
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double variance =
                Arrays.stream(values).map(s -> (s - mean) * (s - mean)).sum() / (values.length - 1.0);
        double ofSample = variance / silhouette.perRow().length;
        double ofRows = silhouette.sampledRows() == 0 ? 0 : Math.pow(silhouette.standardError(), 2);
        return Math.sqrt(ofSample + ofRows);
    }

    private static double inertia(Refinement.Refined refined, FigurePass pass) {
        double sum = 0;
        for (int s = 0; s < refined.sizes().length; s++) {
            sum += pass.squares(s);
        }
        return refined.sizes().length == 0 ? Double.NaN : sum;
    }

    private static double daviesBouldin(Refinement.Refined refined, FigurePass pass) {
        int k = refined.sizes().length;
        if (k < 2) {
            return Double.NaN;
        }
        double[] maxima = new double[k];
        for (int g = 0; g < k; g++) {
            for (int h = 0; h < g; h++) {
                double distance = distance(refined.means(), g, h);
                double spread = pass.distances(g) / refined.sizes()[g] + pass.distances(h) / refined.sizes()[h];
                double ratio = distance == 0 ? 0 : spread / distance;
                maxima[g] = Math.max(maxima[g], ratio);
                maxima[h] = Math.max(maxima[h], ratio);
            }
        }
        return Arrays.stream(maxima).sum() / k;
    }

    /** The distance of two means, 0 if they differ by rounding only. */
    private static double distance(Matrix means, int g, int h) {
        int d = means.columns();
        double distance = Distance.EUCLIDEAN.between(means.values(), g * d, means.values(), h * d, d);
        double largest = 0;
        for (int j = 0; j < d; j++) {
            largest = Math.max(largest, Math.max(Math.abs(means.at(g, j)), Math.abs(means.at(h, j))));
        }
        return distance <= 8 * Math.ulp(largest) ? 0 : distance;
    }

    private static double calinskiHarabasz(Refinement.Refined refined, FigurePass pass) {
        int k = refined.sizes().length;
        long n = Arrays.stream(refined.sizes()).sum();
        if (k < 2 || n == k) {
            return Double.NaN;
        }
        Matrix means = refined.means();
        double between = 0;
        for (int j = 0; j < means.columns(); j++) {
            double mean = 0;
            for (int g = 0; g < k; g++) {
                mean += means.at(g, j) * refined.sizes()[g] / n;
            }
            for (int g = 0; g < k; g++) {
                double difference = means.at(g, j) - mean;
                between += refined.sizes()[g] * difference * difference;
            }
        }
        double within = inertia(refined, pass);
        return within <= 0 ? 1 : between / (k - 1) / (within / (n - k));
    }
}
