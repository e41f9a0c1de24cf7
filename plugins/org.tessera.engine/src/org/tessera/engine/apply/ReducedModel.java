package org.tessera.engine.apply;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.kernel.KdTreeSearch;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunContext;

/** Models of clusters without one of their segments, or with their segments in another order. */
public final class ReducedModel {

    private ReducedModel() {}

    /**
     * Takes segments out of a model.
     *
     * @param model a model; inertia, likelihood and criteria of the result are not those of its rows
     * @param kept the segments that stay, ascending, at least one
     * @param run cancel
     * @return the model of these segments, in the same order
     */
    static ClusterModel of(ClusterModel model, int[] kept, RunContext run) {
        return model instanceof DensityModel density ? merged(density, kept, run) : selected(model, kept);
    }

    /**
     * The segments of a model in another order.
     *
     * @param model a model; inertia, likelihood and criteria stay as they are
     * @param newToOld for each new segment number the old one: of a density model all of them, of others one at least
     * @return the model of these segments in this order
     */
    public static ClusterModel ordered(ClusterModel model, int[] newToOld) {
        if (!(model instanceof DensityModel density)) {
            return selected(model, newToOld);
        }
        int[] oldToNew = new int[density.segments()];
        for (int s = 0; s < oldToNew.length; s++) {
            oldToNew[newToOld[s]] = s;
        }
        int[] labels = Arrays.stream(density.coreLabels())
                .map(label -> oldToNew[label])
                .toArray();
        return relabeled(density, labels, density.segments());
    }

    /** The segments of a model in another order, inertia or likelihood and criteria those of the rows. */
    static ClusterModel ordered(ClusterModel model, SegmentOrder order, Matrix x, RunContext run) {
        ClusterModel ordered = ordered(model, order.newToOld());
        if (ordered instanceof CentroidModel centroids) {
            return new CentroidModel(
                    centroids.centroids(), centroids.distance(), inertia(centroids, order.labels(), x));
        }
        return ordered instanceof MixtureModel mixture
                ? GaussianMixture.clustering(mixture, x, 0, true, run).model()
                : ordered;
    }

    private static double inertia(CentroidModel model, Labels labels, Matrix x) {
        int d = x.columns();
        double inertia = 0;
        for (int i = 0; i < x.rows(); i++) {
            inertia += model.distance()
                    .reduced(x.values(), i * d, model.centroids().values(), labels.at(i) * d, d);
        }
        return inertia;
    }

    private static ClusterModel selected(ClusterModel model, int[] segments) {
        if (model instanceof CentroidModel centroids) {
            return new CentroidModel(centroids.centroids().select(segments), centroids.distance(), centroids.inertia());
        }
        if (model instanceof TreeModel tree) {
            return new TreeModel(
                    tree.linkage(),
                    tree.distance(),
                    tree.tree(),
                    tree.cutHeight(),
                    tree.centroids().select(segments));
        }
        MixtureModel mixture = (MixtureModel) model;
        double[] weights =
                Arrays.stream(segments).mapToDouble(s -> mixture.weights()[s]).toArray();
        double sum = Arrays.stream(weights).sum();
        double[][] covariances = mixture.covariance() == Covariance.TIED
                ? mixture.covariances()
                : Arrays.stream(segments)
                        .mapToObj(s -> mixture.covariances()[s])
                        .toArray(double[][]::new);
        return new MixtureModel(
                mixture.covariance(),
                Arrays.stream(weights).map(weight -> weight / sum).toArray(),
                mixture.means().select(segments),
                covariances,
                mixture.logLikelihood(),
                mixture.bic(),
                mixture.aic(),
                mixture.temperature());
    }

    /** The core rows of a segment that does not stay join that of the nearest core row of a segment that does. */
    private static DensityModel merged(DensityModel model, int[] kept, RunContext run) {
        int[] labels = model.coreLabels();
        int[] targets = new int[model.segments()];
        Arrays.fill(targets, Labels.NOISE);
        for (int s = 0; s < kept.length; s++) {
            targets[kept[s]] = s;
        }
        int[] staying = IntStream.range(0, labels.length)
                .filter(c -> targets[labels[c]] != Labels.NOISE)
                .toArray();
        KdTreeSearch search = new KdTreeSearch(new KdTree(model.coreRows().select(staying), model.distance(), run));
        double[] nearest = new double[model.segments()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int[] joined = targets.clone();
        for (int c = 0; c < labels.length; c++) {
            run.checkCanceled();
            if (targets[labels[c]] == Labels.NOISE) {
                int core = staying[search.nearest(model.coreRows().row(c), Double.POSITIVE_INFINITY)];
                double cost = cost(model, c, core);
                if (cost < nearest[labels[c]] || joined[labels[c]] == Labels.NOISE) {
                    nearest[labels[c]] = cost;
                    joined[labels[c]] = targets[labels[core]];
                }
            }
        }
        return relabeled(
                model, Arrays.stream(labels).map(label -> joined[label]).toArray(), kept.length);
    }

    private static double cost(DensityModel model, int core, int other) {
        Distance distance = model.distance();
        double[] values = model.coreRows().values();
        int d = model.features();
        return distance.reduced(values, core * d, values, other * d, d);
    }

    private static DensityModel relabeled(DensityModel model, int[] labels, int segments) {
        return new DensityModel(
                model.eps(),
                model.minPoints(),
                model.distance(),
                model.inclusive(),
                model.coreRows(),
                labels,
                segments);
    }
}
