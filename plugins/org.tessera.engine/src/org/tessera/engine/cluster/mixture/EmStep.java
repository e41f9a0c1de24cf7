package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import org.tessera.engine.cluster.mixture.MixtureDensity.Tile;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.RowBlocks;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.run.RunContext;

/**
 * One step of EM in a single pass: posterior probabilities of a tile of rows and at once their share in the new
 * parameters, so that no n x k matrix is kept. Sums are taken of differences from the old means, per block, and added in
 * block order.
 */
final class EmStep {

    private static final long MOST_BYTES = 256L << 20;
    /** Added to the weight of a component, as scikit-learn does, so that an empty one divides by something. */
    private static final double TINY = 10 * Math.ulp(1.0);
    /** Rows that are summed between two looks for a cancel. */
    private static final int ROWS_PER_LOOK = 4096;

    private final MixtureParameters old;
    private final RunContext run;
    private final int n;
    private final int k;
    private final int d;
    private final int products;
    private final Sums sums;

    /** Weights, sums of differences and of their products per component, and the log-likelihood. */
    private static final class Sums {

        private final double[] weights;
        private final double[] firsts;
        private final double[][] seconds;
        private double logLikelihood;

        Sums(int k, int d, int matrices, int products) {
            weights = new double[k];
            firsts = new double[k * d];
            seconds = new double[matrices][products];
        }

        void add(Sums other) {
            add(weights, other.weights);
            add(firsts, other.firsts);
            for (int m = 0; m < seconds.length; m++) {
                add(seconds[m], other.seconds[m]);
            }
            logLikelihood += other.logLikelihood;
        }

        private static void add(double[] to, double[] from) {
            for (int i = 0; i < to.length; i++) {
                to[i] += from[i];
            }
        }
    }

    /** A step from parameters. */
    static EmStep expect(Matrix x, MixtureParameters state, RunContext run) {
        return new EmStep(x, state, new MixtureDensity(state, run), null, run);
    }

    /** A step from labels 0 to k - 1; the log-likelihood is not known. */
    static EmStep fromLabels(Matrix x, int[] labels, int k, Covariance covariance, RunContext run) {
        double[] sizes = new double[k];
        double[] means = new double[k * x.columns()];
        for (int i = 0; i < labels.length; i++) {
            if (i % ROWS_PER_LOOK == 0) {
                run.checkCanceled();
            }
            sizes[labels[i]]++;
            for (int j = 0; j < x.columns(); j++) {
                means[labels[i] * x.columns() + j] += x.values()[i * x.columns() + j];
            }
        }
        for (int s = 0; s < means.length; s++) {
            means[s] /= Math.max(1, sizes[s / x.columns()]);
        }
        double[][] covariances = new double[covariance == Covariance.TIED ? 1 : k][0];
        MixtureParameters state =
                new MixtureParameters(covariance, sizes, Matrix.wrap(k, x.columns(), means), covariances);
        return new EmStep(x, state, null, labels, run);
    }

    private EmStep(Matrix x, MixtureParameters state, MixtureDensity density, int[] labels, RunContext run) {
        old = state;
        this.run = run;
        n = x.rows();
        k = state.components();
        d = state.features();
        products = MixtureParameters.products(state.covariance(), d);
        int matrices = state.covariances().length;
        long bytes = 8L * (k * (1L + d) + (long) matrices * products);
        RowBlocks blocks = RowBlocks.of(n).atMost(MOST_BYTES / bytes);
        Sums[] parts = new Sums[blocks.count()];
        run.forBlocks(blocks.count(), block -> {
            Sums part = new Sums(k, d, matrices, products);
            int from = blocks.start(block);
            int to = blocks.end(block);
            if (labels == null) {
                expected(x.values(), density, from, to, part);
            } else {
                certain(x.values(), labels, from, to, part);
            }
            parts[block] = part;
        });
        sums = parts[0];
        for (int block = 1; block < parts.length; block++) {
            run.checkCanceled();
            sums.add(parts[block]);
        }
    }

    private void expected(double[] values, MixtureDensity density, int from, int to, Sums part) {
        Tile tile = new Tile(k, d);
        for (int i = from; i < to; i += MixtureDensity.TILE) {
            run.checkCanceled();
            tile.load(values, i, to);
            part.logLikelihood += density.posteriors(tile);
            for (int c = 0; c < k; c++) {
                collect(tile, tile.values[c], c, part);
            }
        }
    }

    /** Takes the rows of one label after the other, so that a row meets no other component than its own. */
    private void certain(double[] values, int[] labels, int from, int to, Sums part) {
        int[] ends = new int[k + 1];
        for (int i = from; i < to; i++) {
            ends[labels[i] + 1]++;
        }
        for (int c = 0; c < k; c++) {
            ends[c + 1] += ends[c];
        }
        int[] rows = new int[to - from];
        for (int i = from; i < to; i++) {
            rows[ends[labels[i]]++] = i;
        }
        Tile tile = new Tile(0, d);
        double[] ones = new double[MixtureDensity.TILE];
        Arrays.fill(ones, 1);
        for (int c = 0; c < k; c++) {
            for (int r = c == 0 ? 0 : ends[c - 1]; r < ends[c]; r += MixtureDensity.TILE) {
                run.checkCanceled();
                tile.load(values, rows, r, ends[c]);
                collect(tile, ones, c, part);
            }
        }
    }

    /** Adds the rows of a tile to the sums of a component. */
    private void collect(Tile tile, double[] posteriors, int c, Sums part) {
        double weight = sum(posteriors, tile.size);
        if (weight == 0) {
            return;
        }
        part.weights[c] += weight;
        tile.center(old.means().values(), c);
        double[] weighted = tile.weighted;
        double[] seconds = part.seconds[part.seconds.length == 1 ? 0 : c];
        for (int a = 0; a < d; a++) {
            if (a % MixtureDensity.FEATURES_PER_LOOK == MixtureDensity.FEATURES_PER_LOOK - 1) {
                run.checkCanceled();
            }
            double[] difference = tile.differences[a];
            if (products == d) {
                addMoments(posteriors, difference, tile.size, part.firsts, c * d + a, seconds, a);
                continue;
            }
            for (int t = 0; t < tile.size; t++) {
                weighted[t] = posteriors[t] * difference[t];
            }
            part.firsts[c * d + a] += sum(weighted, tile.size);
            for (int b = 0, at = a * (a + 1) / 2; b <= a; b++, at++) {
                seconds[at] += product(weighted, tile.differences[b], tile.size);
            }
        }
    }

    /** Four sums at once, always split the same way. */
    private static double sum(double[] values, int size) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int t = 0;
        for (; t + 3 < size; t += 4) {
            s0 += values[t];
            s1 += values[t + 1];
            s2 += values[t + 2];
            s3 += values[t + 3];
        }
        for (; t < size; t++) {
            s0 += values[t];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** The same of products. */
    private static double product(double[] a, double[] b, int size) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int t = 0;
        for (; t + 3 < size; t += 4) {
            s0 += a[t] * b[t];
            s1 += a[t + 1] * b[t + 1];
            s2 += a[t + 2] * b[t + 2];
            s3 += a[t + 3] * b[t + 3];
        }
        for (; t < size; t++) {
            s0 += a[t] * b[t];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Adds weighted differences to a first moment, their squares to a second: the sums of above in one pass. */
    private static void addMoments(
            double[] weights,
            double[] differences,
            int size,
            double[] firsts,
            int first,
            double[] seconds,
            int second) {
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        int t = 0;
        for (; t + 3 < size; t += 4) {
            double w0 = weights[t] * differences[t];
            double w1 = weights[t + 1] * differences[t + 1];
            double w2 = weights[t + 2] * differences[t + 2];
            double w3 = weights[t + 3] * differences[t + 3];
            a0 += w0;
            a1 += w1;
            a2 += w2;
            a3 += w3;
            b0 += w0 * differences[t];
            b1 += w1 * differences[t + 1];
            b2 += w2 * differences[t + 2];
            b3 += w3 * differences[t + 3];
        }
        for (; t < size; t++) {
            double w0 = weights[t] * differences[t];
            a0 += w0;
            b0 += w0 * differences[t];
        }
        firsts[first] += (a0 + a1) + (a2 + a3);
        seconds[second] += (b0 + b1) + (b2 + b3);
    }

    /** @return the mean log-likelihood per row of the parameters the step started from, in nats */
    double logLikelihood() {
        return sums.logLikelihood / n;
    }

    /** @return the new parameters, the regularization added to their variances */
    MixtureParameters mStep(double regularization) {
        double[] weights = new double[k];
        double[] means = old.means().values().clone();
        double[] shift = new double[k * d];
        double total = 0;
        for (int c = 0; c < k; c++) {
            weights[c] = sums.weights[c] + TINY;
            total += weights[c];
            for (int j = c * d; j < (c + 1) * d; j++) {
                shift[j] = sums.firsts[j] / weights[c];
                means[j] += shift[j];
            }
        }
        double[][] covariances = covariances(weights, shift, regularization);
        for (int c = 0; c < k; c++) {
            weights[c] /= total;
        }
        return new MixtureParameters(old.covariance(), weights, Matrix.wrap(k, d, means), covariances);
    }

    private double[][] covariances(double[] weights, double[] shift, double regularization) {
        if (old.covariance() == Covariance.TIED) {
            return new double[][] {tied(weights, shift, regularization)};
        }
        double[][] covariances = new double[k][];
        for (int c = 0; c < k; c++) {
            run.checkCanceled();
            double[] seconds = sums.seconds[c];
            if (old.covariance() == Covariance.FULL) {
                double[] matrix = new double[d * d];
                for (int a = 0; a < d; a++) {
                    for (int b = 0; b <= a; b++) {
                        double value = seconds[a * (a + 1) / 2 + b] / weights[c] - shift[c * d + a] * shift[c * d + b];
                        set(matrix, a, b, value, regularization);
                    }
                }
                covariances[c] = matrix;
                continue;
            }
            double[] variances = new double[d];
            for (int j = 0; j < d; j++) {
                variances[j] =
                        Math.max(0, seconds[j] / weights[c] - shift[c * d + j] * shift[c * d + j]) + regularization;
            }
            covariances[c] = old.covariance() == Covariance.DIAGONAL
                    ? variances
                    : new double[] {Arrays.stream(variances).sum() / d};
        }
        return covariances;
    }

    private double[] tied(double[] weights, double[] shift, double regularization) {
        double[] matrix = new double[d * d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double value = sums.seconds[0][a * (a + 1) / 2 + b];
                for (int c = 0; c < k; c++) {
                    value -= weights[c] * shift[c * d + a] * shift[c * d + b];
                }
                set(matrix, a, b, value / n, regularization);
            }
        }
        return matrix;
    }

    private void set(double[] matrix, int a, int b, double value, double regularization) {
        double entry = a == b ? Math.max(0, value) + regularization : value;
        matrix[a * d + b] = entry;
        matrix[b * d + a] = entry;
    }
}
