package org.tessera.engine.cluster.mixture;

import java.util.Optional;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * A start with one component more: the rows of the component of largest sum of squares are split at their mean in the
 * feature in which they vary most.
 */
final class ComponentSplit {

    private ComponentSplit() {}

    /**
     * The partition by a mixture with one of its components split.
     *
     * @param mixture k components
     * @param x n x d rows
     * @return a label 0 to k per row, each used; empty if a component has no row or nothing can be split
     */
    static Optional<int[]> labels(MixtureParameters mixture, Matrix x, RunContext run) {
        int k = mixture.components();
        double[] posteriors = new double[x.rows() * k];
        Posteriors.fill(mixture, x, posteriors, run);
        int[] labels = Posteriors.mostProbable(posteriors, k);
        int d = x.columns();
        double[] sizes = new double[k];
        double[] means = new double[k * d];
        for (int i = 0; i < labels.length; i++) {
            sizes[labels[i]]++;
            for (int j = 0; j < d; j++) {
                means[labels[i] * d + j] += x.at(i, j);
            }
        }
        for (int m = 0; m < means.length; m++) {
            if (sizes[m / d] == 0) {
                return Optional.empty();
            }
            means[m] /= sizes[m / d];
        }
        int widest = widest(x, labels, means);
        int split = widest / d;
        int moved = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == split && x.at(i, widest % d) > means[widest]) {
                labels[i] = k;
                moved++;
            }
        }
        return moved > 0 && moved < sizes[split] ? Optional.of(labels) : Optional.empty();
    }

    /** The index c d + j of the component of largest sum of squares and the feature in which it is largest. */
    private static int widest(Matrix x, int[] labels, double[] means) {
        int d = x.columns();
        double[] squares = new double[means.length];
        double[] sums = new double[means.length / d];
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < d; j++) {
                double difference = x.at(i, j) - means[labels[i] * d + j];
                squares[labels[i] * d + j] += difference * difference;
                sums[labels[i]] += difference * difference;
            }
        }
        int widest = 0;
        for (int m = 1; m < squares.length; m++) {
            boolean wider = sums[m / d] > sums[widest / d];
            widest = wider || m / d == widest / d && squares[m] > squares[widest] ? m : widest;
        }
        return widest;
    }
}
