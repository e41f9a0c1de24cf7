package org.tessera.engine.choose.stability;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.tessera.engine.choose.continuum.Continuum;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.cluster.Bounds;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.run.RunContext;

/**
 * The stability of a segmentation beside what its algorithm reaches on tables without segments: {@value #TABLES} tables, of
 * which each is resampled a fifth as often as the customers. Of many customers a systematic sample is measured. The same
 * for any order of the rows and any number of threads.
 *
 * @param stability the segments, found again in parts of the customers
 * @param baseline what the same algorithm reaches without segments
 * @param rows number of customers that were measured
 */
public record StabilityReport(Stability stability, Baseline baseline, int rows) {

    /** Random halves of the customers. */
    public static final int HALVES = 10;

    private static final int TABLES = 5;
    private static final int HALVES_OF_TABLE = 4;

    /** Share of the rows that as many draws with replacement get at least once, 1 - 1/e; halves are smaller. */
    private static final double PART = 0.632;

    /** Shares of a whole that are done when the model of the tables is fitted, and when the customers are resampled. */
    private static final double FITTED = 0.02;

    private static final double RESAMPLED = 0.5;

    /**
     * How much is measured.
     *
     * @param resamples bootstrap samples of the customers, 1 to {@value StabilityOptions#MAX_REPETITIONS}
     * @param maxRows most customers that are measured, {@value #MIN_ROWS} or more
     */
    public record Options(int resamples, int maxRows) {

        /** The title of the option with the number of samples, for messages. */
        public static final String RESAMPLES = "Resamples";
        /** The title of the option that limits the customers, for messages. */
        public static final String MAX_ROWS = "Stability on at most (customers)";
        /** Smallest limit of the customers. */
        public static final int MIN_ROWS = 500;

        /** Checks the bounds. */
        public Options {
            Bounds.check(RESAMPLES, resamples, 1, StabilityOptions.MAX_REPETITIONS);
            Bounds.check(MAX_ROWS, maxRows, MIN_ROWS, Integer.MAX_VALUE);
        }

        /** @return 50 samples of at most 5,000 customers */
        public static Options defaults() {
            return new Options(50, 5000);
        }

        /** @return how often the algorithm runs, on the customers or parts of them */
        public int runs() {
            StabilityOptions table = ofTable();
            return resamples + HALVES + TABLES * (1 + table.resamples() + table.halves());
        }

        /**
         * The size of the largest part that the algorithm runs on again and again.
         *
         * @param all size of the table
         * @return the rows of a bootstrap sample
         */
        public DataSize part(DataSize all) {
            return new DataSize((long) Math.ceil(PART * Math.min(maxRows, all.rows())), all.columns(), all.threads());
        }

        private StabilityOptions ofCustomers() {
            return new StabilityOptions(resamples, HALVES, 1);
        }

        private StabilityOptions ofTable() {
            return new StabilityOptions((resamples + TABLES - 1) / TABLES, HALVES_OF_TABLE, TABLES);
        }
    }

    /**
     * Measures stability.
     *
     * @param x n x d finite features of the customers
     * @param labels n labels
     * @param structure which features belong together
     * @param clusterers the algorithm that made the labels, for a number of rows
     * @param options how much is measured
     * @param run seed, threads, progress, cancel
     * @return the report
     * @throws IllegalArgumentException if the numbers of rows differ
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static StabilityReport of(
            Matrix x,
            Labels labels,
            FeatureColumns structure,
            IntFunction<Clusterer> clusterers,
            Options options,
            RunContext run) {
        if (x.rows() != labels.size()) {
            throw new IllegalArgumentException(labels.size() + " labels for " + x.rows() + " rows");
        }
        CanonicalRows canonical = CanonicalRows.of(x, run);
        Matrix rows = SystematicSample.of(canonical.matrix(), options.maxRows(), 2);
        int[] arranged = canonical.arrange(labels.toArray());
        Labels own = Labels.ofPart(
                labels.segments(),
                Arrays.stream(SystematicSample.every(x.rows(), rows.rows()))
                        .map(i -> arranged[i])
                        .toArray());
        Clusterer clusterer = clusterers.apply(rows.rows());
        Continuum continuum = Continuum.fit(rows, structure, run);
        Stability stability = Stability.of(rows, own, clusterer, options.ofCustomers(), run.part(FITTED, RESAMPLED));
        Baseline baseline = Stability.withoutSegments(continuum, clusterer, options.ofTable(), run.part(RESAMPLED, 1));
        return new StabilityReport(stability, baseline, rows.rows());
    }

    /** @return the figures by which segmentations are compared */
    public Consistency consistency() {
        return Consistency.of(stability, baseline);
    }

    /**
     * What the Jaccard index of a segment says.
     *
     * @param segment its number from 0
     * @return such as "stable" or "stable, but no more so than without segments"; empty if it is not known
     */
    public String inWords(int segment) {
        double jaccard = stability.jaccard()[segment];
        return Stability.JACCARD.reading().of(jaccard)
                + (jaccard <= baseline.jaccard() ? ", but no more so than without segments" : "");
    }
}
