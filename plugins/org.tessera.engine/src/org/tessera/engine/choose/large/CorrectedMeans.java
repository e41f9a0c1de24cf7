package org.tessera.engine.choose.large;

import org.tessera.engine.apply.Assigner;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.Means;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RunContext;

/**
 * Where Lloyd's algorithm on all customers would end, by one pass over them: Lloyd's steps in the sample, each corrected by the
 * difference that all customers made to the sample in the pass, as stochastic gradients are by Johnson and Zhang (2013),
 * Accelerating stochastic gradient descent using predictive variance reduction. A fixed point of all customers is one of these
 * steps, too. Plain steps need many passes where segments overlap. O(i m k d) time for m customers of the sample and i steps.
 */
final class CorrectedMeans {

    private static final int MAX_STEPS = 50;
    /** Gain of a step, relative to the inertia, below which there is none after it. */
    private static final double MIN_GAIN = 1e-7;

    private CorrectedMeans() {}

    /**
     * The centroids where the corrected steps end.
     *
     * @param model the centroids of the pass
     * @param moved k x d means of all customers that the pass has assigned to them
     * @param sample m x d features of the sample
     * @param inertia the mean squared distance of a customer to its centroid in the pass
     * @return k x d centroids; the means themselves if a segment loses its customers in the sample
     */
    static Matrix of(CentroidModel model, Matrix moved, Matrix sample, double inertia, RunContext run) {
        int k = moved.rows();
        int d = moved.columns();
        Labels labels = labels(model, sample, run);
        double[] correction = moved.values().clone();
        double[] means = Means.of(sample, labels).values();
        for (int c = 0; c < correction.length; c++) {
            correction[c] -= means[c];
        }
        double[] centroids = moved.values();
        for (int step = 0; step < MAX_STEPS; step++) {
            CentroidModel at = new CentroidModel(Matrix.wrap(k, d, centroids), model.distance(), 0);
            labels = labels(at, sample, run);
            if (labels.dense() != labels) {
                return moved;
            }
            double[] next = Means.of(sample, labels).values().clone();
            double gain = 0;
            for (int c = 0; c < next.length; c++) {
                next[c] += correction[c];
                gain += labels.sizeOf(c / d) * (next[c] - centroids[c]) * (next[c] - centroids[c]);
            }
            centroids = next;
            if (gain < MIN_GAIN * inertia * sample.rows()) {
                break;
            }
        }
        return Matrix.wrap(k, d, centroids);
    }

    private static Labels labels(CentroidModel model, Matrix sample, RunContext run) {
        return Labels.ofPart(
                model.segments(), Assigner.assign(model, sample, quiet(run)).segments());
    }

    private static RunContext quiet(RunContext run) {
        return run.withProgress((fraction, message) -> {});
    }
}
