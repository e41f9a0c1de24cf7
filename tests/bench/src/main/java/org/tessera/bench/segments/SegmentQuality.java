package org.tessera.bench.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * What segments of k-means are worth.
 *
 * @param sizes customers per segment
 * @param silhouette mean silhouette of all customers
 * @param worst mean silhouette of the worst segment
 * @param stability mean adjusted Rand index of all pairs of the segmentations learned from random halves of the
 *     customers, preparation included, each applied to all customers
 * @param agreement mean adjusted Rand index of these segmentations and the one learned from all customers
 */
record SegmentQuality(int[] sizes, double silhouette, double worst, double stability, double agreement) {

    /** Random halves of the customers. */
    static final int HALVES = 10;

    private static final long SEED = 1;

    /** @return the share of the smallest segment */
    double smallestShare() {
        return Arrays.stream(sizes).min().orElse(0)
                / (double) Arrays.stream(sizes).sum();
    }

    /**
     * Segments customers and measures.
     *
     * @param table the customers
     * @param options the preparation
     * @param k number of segments
     * @return the quality
     */
    static SegmentQuality of(CustomerTable table, PreparationOptions options, int k) {
        RunContext run = RunContext.of(SEED);
        Matrix x = prepared(table, options, run);
        Labels labels = segments(x, k, run).labels();
        Silhouette.Result silhouette = Silhouette.of(x, labels, NoisePolicy.LEAVE_OUT, run);
        double worst = Arrays.stream(silhouette.perSegment()).min().orElse(Double.NaN);
        List<Labels> halves = fromHalves(table, options, k, run);
        double agreement = halves.stream()
                .mapToDouble(half -> agreement(half, labels, run))
                .average()
                .orElse(Double.NaN);
        return new SegmentQuality(labels.sizes(), silhouette.overall(), worst, stability(halves, run), agreement);
    }

    /**
     * Segments customers and compares with the truth.
     *
     * @param customers the customers
     * @param options the preparation
     * @param k number of segments
     * @return the adjusted Rand index of segments and truth
     */
    static double agreement(MadeUpCustomers customers, PreparationOptions options, int k) {
        RunContext run = RunContext.of(SEED);
        Labels labels =
                segments(prepared(customers.table(), options, run), k, run).labels();
        return agreement(labels, withoutGaps(customers.truth()), run);
    }

    private static Matrix prepared(CustomerTable table, PreparationOptions options, RunContext run) {
        return Preparer.with(options)
                .fit(table, Set.of(), run)
                .apply(table, run)
                .features();
    }

    private static Clustering segments(Matrix x, int k, RunContext run) {
        KMeansOptions options = Algorithms.K_MEANS.defaults().withK(k);
        return Algorithms.K_MEANS.clusterer(options).fit(x, run);
    }

    private static List<Labels> fromHalves(CustomerTable table, PreparationOptions options, int k, RunContext run) {
        List<Labels> segmentations = new ArrayList<>();
        for (int h = 0; h < HALVES; h++) {
            int[] order = RandomStream.of(SEED, h).permutation(table.rows());
            CustomerTable half = rows(table, Arrays.copyOf(order, table.rows() / 2));
            Preparation preparation = Preparer.with(options).fit(half, Set.of(), run);
            Clustering clustering = segments(preparation.apply(half, run).features(), k, run);
            Matrix all = preparation.apply(table, run).features();
            segmentations.add(
                    withoutGaps(Assigner.assign(clustering.model(), all, run).segments()));
        }
        return segmentations;
    }

    private static double stability(List<Labels> segmentations, RunContext run) {
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < segmentations.size(); a++) {
            for (int b = 0; b < a; b++) {
                sum += agreement(segmentations.get(a), segmentations.get(b), run);
                pairs++;
            }
        }
        return sum / pairs;
    }

    private static double agreement(Labels first, Labels second, RunContext run) {
        return Agreement.of(first, second, NoisePolicy.LEAVE_OUT, run).adjustedRand();
    }

    private static Labels withoutGaps(int[] segments) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Labels.of(Arrays.stream(segments)
                .map(s -> s < 0 ? Labels.NOISE : numbers.computeIfAbsent(s, key -> numbers.size()))
                .toArray());
    }

    private static CustomerTable rows(CustomerTable table, int[] rows) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column instanceof NumericColumn numbers) {
                double[] values = Arrays.stream(rows)
                        .mapToDouble(row -> numbers.values()[row])
                        .toArray();
                columns.add(new NumericColumn(column.name(), values, numbers.integral(), numbers.quantity()));
            } else {
                CategoryColumn categories = (CategoryColumn) column;
                int[] codes =
                        Arrays.stream(rows).map(row -> categories.codes()[row]).toArray();
                columns.add(new CategoryColumn(column.name(), codes, categories.levels()));
            }
        }
        return new CustomerTable(rows.length, columns);
    }
}
