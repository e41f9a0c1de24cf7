package org.tessera.engine.choose.large;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RunContext;

/**
 * Other local optima of k-means in the sample that may be better among all customers: of {@value #STARTS} single starts the
 * {@value #MOST} of the lowest inertia, up to {@value #MAX_WORSE} above the best as a share of it. The best optimum of all customers
 * need not be among the first few of a sample. O({@value #STARTS} i m k d) time for m customers of the sample and i iterations of
 * k-means.
 */
final class Rivals {

    private static final int STARTS = 40;
    private static final int MOST = 16;
    private static final double MAX_WORSE = 0.05;
    /** Inertias that differ by less, relative to themselves, are of the same optimum. */
    private static final double SAME = 1e-6;

    private Rivals() {}

    /** The rivals of the best segmentation of the sample, those of lowest inertia first. */
    static List<CentroidModel> of(CentroidModel best, KMeansOptions options, Matrix sample, RunContext run) {
        KMeans start = new KMeans(options.withRestarts(1).withK(best.segments()));
        List<CentroidModel> found = new ArrayList<>();
        for (int s = 1; s <= STARTS; s++) {
            RunContext seeded =
                    RunContext.of(run.seed() + s).withThreads(run.threads()).withCancel(run::isCanceled);
            found.add((CentroidModel) start.fit(sample, seeded).model());
        }
        found.sort(Comparator.comparingDouble(CentroidModel::inertia));
        List<CentroidModel> rivals = new ArrayList<>();
        double last = best.inertia();
        for (CentroidModel model : found) {
            boolean isOther = Math.abs(model.inertia() - last) > SAME * last
                    && Math.abs(model.inertia() - best.inertia()) > SAME * best.inertia();
            boolean isNear = model.inertia() <= (1 + MAX_WORSE) * best.inertia();
            if (isOther && isNear && model.segments() == best.segments() && rivals.size() < MOST) {
                rivals.add(model);
                last = model.inertia();
            }
        }
        return rivals;
    }
}
