package org.tessera.engine.choose.large;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.ReducedModel;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixture;
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
 * between passes k-means moves its centroids to where Lloyd's steps would lead ({@link CorrectedMeans}; where that is worse,
 * every centroid to the mean of its customers), and a mixture makes an M step (Dempster, Laird and Rubin 1977), until the
 * objective gains less than {@value #MIN_GAIN} of itself (a mixture: of itself or of one nat per customer, whichever is more)
 * or no pass is left. The first pass of k-means also tries other optima of the sample ({@link Rivals}). The temperature of a
 * mixture is learned from the sample. Other models, and k-means with the Manhattan distance, stay as the sample has them. A
 * step after which a segment has no customer in the sample is not made.
 */
final class Refinement {

    /** Smallest gain of a pass, relative to the objective, after which there is another one. */
    static final double MIN_GAIN = 1e-4;

    private static final String PURPOSE = "segments of all customers";

    /** Passes that are left for what follows. */
    private static final int RESERVED = 1;

    private final Preparation preparation;
    private final Matrix sample;
    private final Record options;

    private Refinement(Preparation preparation, Matrix sample, Record options) {
        this.preparation = preparation;
        this.sample = sample;
        this.options = options;
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

    /** A model and what a pass by it has found. */
    private record Step(ClusterModel model, SegmentPass pass, double objective) {

        /** Whether a later step gains too little for another one. */
        boolean isNearly(Step later) {
            double unit = model instanceof MixtureModel ? Math.max(1, Math.abs(objective)) : objective;
            return objective - later.objective < MIN_GAIN * unit;
        }
    }

    private Refined refine(ClusterModel first, Passes passes, RunContext run) {
        int before = passes.made();
        int most = passes.left() - RESERVED;
        Step best = first(withCustomers(first), passes, run.part(0, 1.0 / most));
        Optional<ClusterModel> next = next(best, true, run);
        boolean corrected = true;
        while (next.isPresent() && passes.left() > RESERVED) {
            int made = passes.made() - before;
            Step step = step(next.get(), passes, run.part(made / (double) most, (made + 1.0) / most));
            boolean better = step.objective < best.objective;
            boolean retry = !better && corrected;
            boolean goesOn = retry || better && !best.isNearly(step);
            best = better ? step : best;
            corrected = !retry;
            next = goesOn ? next(best, corrected, run) : Optional.empty();
        }
        return ordered(best, passes.made() - before, next.isEmpty(), run);
    }

    /** The first pass, for k-means with other optima of the sample, of which the best one goes on. */
    private Step first(ClusterModel model, Passes passes, RunContext run) {
        List<ClusterModel> models = new ArrayList<>(List.of(model));
        if (model instanceof CentroidModel centroids && centroids.distance() == Distance.EUCLIDEAN) {
            models.addAll(Rivals.of(centroids, (KMeansOptions) options, sample, run));
        }
        ArrayList<StoredSegments> stored = new ArrayList<>();
        models.forEach(m -> stored.add(new StoredSegments(preparation, m)));
        List<SegmentPass> found =
                passes.read(PURPOSE, () -> new RacePass(stored), run).passes();
        return IntStream.range(0, models.size())
                .mapToObj(m -> new Step(models.get(m), found.get(m), objective(models.get(m), found.get(m))))
                .min(Comparator.comparingDouble(Step::objective))
                .orElseThrow();
    }

    private Step step(ClusterModel model, Passes passes, RunContext run) {
        SegmentPass pass = assign(model, passes, run);
        return new Step(model, pass, objective(model, pass));
    }

    private SegmentPass assign(ClusterModel model, Passes passes, RunContext run) {
        StoredSegments stored = new StoredSegments(preparation, model);
        return passes.read(PURPOSE, () -> new SegmentPass(stored), run);
    }

    /** What the steps lower: the inertia, or the negative log-likelihood per customer. */
    private static double objective(ClusterModel model, SegmentPass pass) {
        return model instanceof MixtureModel ? -pass.mixture().meanLogLikelihood() : pass.inertia();
    }

    /** The model of the next pass, for k-means by corrected or plain steps; empty if there is nothing to refine. */
    private Optional<ClusterModel> next(Step step, boolean corrected, RunContext run) {
        Optional<ClusterModel> next = Optional.empty();
        if (step.model instanceof MixtureModel mixture) {
            double regularization = ((GaussianMixtureOptions) options).regularization();
            next = Optional.of(step.pass.mixture().maximized(mixture, regularization, run));
        } else if (step.model instanceof CentroidModel model && model.distance() == Distance.EUCLIDEAN) {
            Matrix moved = moved(model, step.pass);
            double inertia = step.objective / step.pass.clustered();
            Matrix centroids = corrected ? CorrectedMeans.of(model, moved, sample, inertia, run) : moved;
            next = Optional.of(new CentroidModel(centroids, model.distance(), step.objective));
        }
        return next.filter(m -> present(m).length == m.segments());
    }

    private static Matrix moved(CentroidModel model, SegmentPass pass) {
        double[] values = model.centroids().values().clone();
        int d = model.features();
        for (int s = 0; s < model.segments(); s++) {
            if (pass.size(s) > 0) {
                System.arraycopy(pass.mean(s), 0, values, s * d, d);
            }
        }
        return Matrix.wrap(model.segments(), d, values);
    }

    /** The segments that have customers in the sample. */
    private int[] present(ClusterModel model) {
        return Arrays.stream(
                        Assigner.assign(model, sample, StoredSegments.BLOCK).segments())
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
    private Refined ordered(Step step, int passes, boolean converged, RunContext run) {
        ClusterModel model = step.model;
        SegmentPass pass = step.pass;
        double[][] means =
                IntStream.range(0, model.segments()).mapToObj(pass::mean).toArray(double[][]::new);
        int[] order = IntStream.range(0, model.segments())
                .boxed()
                .sorted((a, b) -> pass.size(a) == pass.size(b)
                        ? Arrays.compare(means[a], means[b])
                        : Long.compare(pass.size(b), pass.size(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        ClusterModel ordered;
        if (model instanceof MixtureModel mixture) {
            MixtureModel measured = pass.mixture().measured(mixture, order);
            ordered = GaussianMixture.tempered(measured, sample, (GaussianMixtureOptions) options, run);
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
