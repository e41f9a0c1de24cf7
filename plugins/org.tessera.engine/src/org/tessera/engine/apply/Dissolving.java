package org.tessera.engine.apply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.RunContext;

/**
 * Dissolves small segments of any clusterer into their nearest: segments with less than a share of the rows, or all but
 * the largest if all are below it. The model loses them ({@link ReducedModel}), and their rows go where the model
 * without them assigns them:
 *
 * <ul>
 *   <li><b>centroids, trees</b>: each row to the segment of the nearest remaining centroid. Centroids are not computed
 *       anew, so that no other row changes its segment;
 *   <li><b>mixtures</b>: each row to the component of the highest posterior probability among the remaining ones, whose
 *       weights are scaled to sum 1. Likelihood and criteria are computed anew;
 *   <li><b>density</b>: the whole segment to that of the remaining core row nearest to one of its core rows. Noise stays
 *       noise.
 * </ul>
 *
 * <p>The model assigns the training rows to the segments that are returned, with the exceptions that it had before. The
 * segments are numbered by size again. O(n k d) time, for density O(n c d) for c core rows at worst.
 */
public final class Dissolving implements Clusterer {

    /** The title of the option for messages. */
    public static final String OPTION = "Dissolve segments below (%)";

    /** The largest share, in percent. */
    public static final double MAX_PERCENT = 50;

    private static final int DISSOLVED = -3;

    private final Clusterer clusterer;
    private final double percent;

    /**
     * A clusterer without small segments.
     *
     * @param clusterer makes the segments
     * @param percent share of the rows below which a segment is dissolved, in percent, above 0 to {@value #MAX_PERCENT}
     * @throws IllegalArgumentException if the share is out of its bounds
     */
    public Dissolving(Clusterer clusterer, double percent) {
        this.clusterer = Objects.requireNonNull(clusterer, "clusterer");
        if (!(percent > 0 && percent <= MAX_PERCENT)) {
            throw new IllegalArgumentException("'" + OPTION + "' is " + percent + ", but has to be above 0 and at most "
                    + Numbers.value(MAX_PERCENT, 0));
        }
        this.percent = percent;
    }

    @Override
    public Implementation implementation() {
        return clusterer.implementation();
    }

    /** {@inheritDoc} What was dissolved is the first of the warnings. */
    @Override
    public Clustering fit(Matrix x, RunContext run) {
        return dissolve(clusterer.fit(x, run.part(0, 0.95)), x, percent, run.part(0.95, 1));
    }

    /**
     * Dissolves the small segments of a clustering.
     *
     * @param clustering segments and model
     * @param x the n x d features that it was made from
     * @param percent share of the rows below which a segment is dissolved, in percent
     * @param run threads, cancel
     * @return the clustering itself if no segment is dissolved, otherwise one with fewer segments and a warning
     */
    public static Clustering dissolve(Clustering clustering, Matrix x, double percent, RunContext run) {
        Labels labels = clustering.labels();
        int[] kept = kept(labels, percent);
        if (kept.length == labels.segments()) {
            return clustering;
        }
        ClusterModel reduced = ReducedModel.of(clustering.model(), kept, run);
        int[] raw = assigned(labels, kept, reduced, x, run);
        SegmentOrder order = SegmentOrder.bySize(raw, kept.length, x);
        List<String> warnings = new ArrayList<>();
        warnings.add(warning(percent, labels, kept));
        warnings.addAll(clustering.warnings());
        return new Clustering(
                ReducedModel.ordered(reduced, order, x, run),
                order.labels(),
                clustering.iterations(),
                clustering.converged(),
                warnings,
                clustering.reason());
    }

    /** The segments that are large enough, or the first, which is the largest. */
    private static int[] kept(Labels labels, double percent) {
        double least = percent * labels.size();
        int[] kept = IntStream.range(0, labels.segments())
                .filter(s -> 100.0 * labels.sizeOf(s) >= least)
                .toArray();
        return kept.length > 0 || labels.segments() == 0 ? kept : new int[] {0};
    }

    /** Labels by the numbers of the kept segments; rows of the others as the reduced model assigns them. */
    private static int[] assigned(Labels labels, int[] kept, ClusterModel reduced, Matrix x, RunContext run) {
        if (reduced instanceof DensityModel) {
            return Assigner.assign(reduced, x, run).segments();
        }
        int[] newNumbers = new int[labels.segments()];
        Arrays.fill(newNumbers, DISSOLVED);
        for (int s = 0; s < kept.length; s++) {
            newNumbers[kept[s]] = s;
        }
        int[] raw = IntStream.range(0, labels.size())
                .map(i -> newNumbers[labels.at(i)])
                .toArray();
        int[] moved =
                IntStream.range(0, raw.length).filter(i -> raw[i] == DISSOLVED).toArray();
        int[] segments = Assigner.assign(reduced, x.select(moved), run).segments();
        for (int m = 0; m < moved.length; m++) {
            raw[moved[m]] = segments[m];
        }
        return raw;
    }

    private static String warning(double percent, Labels labels, int[] kept) {
        int dissolved = labels.segments() - kept.length;
        int rows = labels.size() - labels.noise();
        for (int segment : kept) {
            rows -= labels.sizeOf(segment);
        }
        return Numbers.count(dissolved, "segment") + " with fewer than " + Numbers.value(percent, 4)
                + " % of the customers (" + Numbers.count(rows, "customer") + " in all) "
                + (dissolved == 1 ? "was" : "were") + " dissolved into the nearest; "
                + Numbers.count(kept.length, "segment") + (kept.length == 1 ? " is" : " are") + " left. Lower '"
                + OPTION
                + "', or set it to 0, to keep them.";
    }
}
