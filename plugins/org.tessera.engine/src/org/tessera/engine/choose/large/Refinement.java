package org.tessera.engine.choose.large;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.ReducedModel;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;

/**
 * The segments of a sample among all customers. Each pass assigns all customers by the model, as the Segment Assigner does;
 * between passes k-means moves every centroid to the mean of its customers (Lloyd 1982, <a
 * href="https://doi.org/10.1109/TIT.1982.1056489">doi:10.1109/TIT.1982.1056489</a>), and a mixture makes an M step (Dempster,
 * Laird and Rubin 1977), until the objective gains less than {@value #MIN_GAIN} of itself (a mixture: of
 * itself or of one nat per customer, whichever is more) or no pass is left. Other models,
 * and k-means with the Manhattan distance, stay as the sample has them. A step after which a segment has no customer in the
 * sample is not made.
 */
final class Refinement {

    /** Smallest gain of a pass, relative to the objective, after which there is another one. */
    static final double MIN_GAIN = 1e-4;

    /** Passes that are left for what follows. */
    private static final int RESERVED = 1;

    private final Preparation preparation;
    private final Matrix sample;
    private final double regularization;

    private Refinement(Preparation preparation, Matrix sample, Record options) {
        this.preparation = preparation;
        this.sample = sample;
        regularization = options instanceof GaussianMixtureOptions mixture ? mixture.regularization() : 0;
    }

    /**
     * The segments of all customers, the largest first.
     *
     * @param model the model
     * @param means k x d means of the customers of the segments
     * @param sizes number of customers of the segments
     * @param noise customers that belong to no segment
     * @param withoutFeatures customers without features
     * @param passes passes that were made
     * @param converged whether the last pass gained less than is asked for, or there was nothing to refine
     */
    record Refined(
            ClusterModel model,
            Matrix means,
            long[] sizes,
            long noise,
            long withoutFeatures,
            int passes,
            boolean converged) {}

    static Refined of(SampleSearch found, Passes passes, RunContext run) {
        Record options = found.result().configured().options();
        return new Refinement(found.preparation(), found.rows().x(), options)
                .refine(found.result().clustering().model(), passes, run);
    }

    private Refined refine(ClusterModel first, Passes passes, RunContext run) {
        int before = passes.made();
        int most = passes.left() - RESERVED;
        ClusterModel model = withCustomers(first);
        double previous = Double.NaN;
        while (true) {
            int made = passes.made() - before;
            SegmentPass pass = assign(model, passes, run.part(made / (double) most, (made + 1.0) / most));
            double objective = objective(model, pass);
            double unit = model instanceof MixtureModel ? Math.max(1, Math.abs(previous)) : previous;
            boolean converged = previous - objective < MIN_GAIN * unit;
            Optional<ClusterModel> next = converged ? Optional.empty() : next(model, pass, run);
            if (next.isEmpty() || passes.left() == RESERVED) {
                return ordered(model, pass, passes.made() - before, next.isEmpty());
            }
            previous = objective;
            model = next.get();
        }
    }

    private SegmentPass assign(ClusterModel model, Passes passes, RunContext run) {
        StoredSegments stored = new StoredSegments(preparation, model);
        return passes.read("segments of all customers", () -> new SegmentPass(stored), run);
    }

    /** What the steps lower: the inertia, or the negative log-likelihood per customer. */
    private static double objective(ClusterModel model, SegmentPass pass) {
        return model instanceof MixtureModel ? -pass.mixture().meanLogLikelihood() : pass.inertia();
    }

    /** The model of the next pass; empty if there is nothing to refine. */
    private Optional<ClusterModel> next(ClusterModel model, SegmentPass pass, RunContext run) {
        Optional<ClusterModel> next = Optional.empty();
        if (model instanceof MixtureModel mixture) {
            next = Optional.of(pass.mixture().maximized(mixture, regularization, run));
        } else if (model instanceof CentroidModel centroids && centroids.distance() == Distance.EUCLIDEAN) {
            next = Optional.of(moved(centroids, pass));
        }
        return next.filter(m -> present(m).length == m.segments());
    }

    private static CentroidModel moved(CentroidModel model, SegmentPass pass) {
        double[] values = model.centroids().values().clone();
        int d = model.features();
        for (int s = 0; s < model.segments(); s++) {
            if (pass.size(s) > 0) {
                System.arraycopy(pass.mean(s), 0, values, s * d, d);
            }
        }
        return new CentroidModel(Matrix.wrap(model.segments(), d, values), model.distance(), pass.inertia());
    }

    /** The segments that have customers in the sample. */
    private int[] present(ClusterModel model) {
        return Arrays.stream(Assigner.assign(model, sample, StoredSegments.BLOCK).segments())
                .filter(s -> s >= 0)
                .distinct()
                .sorted()
                .toArray();
    }

    private ClusterModel withCustomers(ClusterModel model) {
        int[] present = present(model);
        return present.length == model.segments() ? model : ReducedModel.ordered(model, present);
    }

    /** Numbers segments by decreasing size, of equal size by their means. */
    private Refined ordered(ClusterModel model, SegmentPass pass, int passes, boolean converged) {
        double[][] means = IntStream.range(0, model.segments()).mapToObj(pass::mean).toArray(double[][]::new);
        int[] order = IntStream.range(0, model.segments())
                .boxed()
                .sorted((a, b) -> pass.size(a) == pass.size(b)
                        ? Arrays.compare(means[a], means[b])
                        : Long.compare(pass.size(b), pass.size(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        ClusterModel ordered;
        if (model instanceof MixtureModel mixture) {
            ordered = pass.mixture().measured(mixture, order);
        } else if (model instanceof CentroidModel centroids) {
            ordered = new CentroidModel(centroids.centroids().select(order), centroids.distance(), pass.inertia());
        } else {
            ordered = ReducedModel.ordered(model, order);
        }
        return new Refined(
                ordered,
                Matrix.of(means).select(order),
                Arrays.stream(order).mapToLong(pass::size).toArray(),
                pass.noise(),
                pass.withoutFeatures(),
                passes,
                converged);
    }
}
