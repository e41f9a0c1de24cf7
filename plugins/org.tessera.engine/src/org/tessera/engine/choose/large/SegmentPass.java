package org.tessera.engine.choose.large;

import java.util.Arrays;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.cluster.mixture.MixtureTotals;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.ExactSums;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.pass.Summary;

/**
 * The pass that assigns all customers to the segments of a model: sizes and sums of the features of each segment, the
 * objective of k-means, and for mixtures the E step. Nothing is rounded before the last customer has been added.
 */
final class SegmentPass implements Summary<SegmentPass> {

    private static final long serialVersionUID = 1L;

    private final transient StoredSegments model;
    private final int d;
    /** Customers per segment, those of noise last. */
    private final long[] sizes;

    private final ExactSums sums;
    private final ExactSums inertia = new ExactSums(1);
    /** Null for other models than mixtures. */
    private final MixtureTotals mixture;

    private long withoutFeatures;

    SegmentPass(StoredSegments model) {
        this.model = model;
        ClusterModel clusters = model.clusters();
        d = model.preparation().features().size();
        sizes = new long[clusters.segments() + 1];
        sums = new ExactSums(clusters.segments() * d);
        mixture = clusters instanceof MixtureModel m ? new MixtureTotals(m) : null;
    }

    @Override
    public void add(CustomerTable block, long[] ids) {
        add(model.features(block).x(), block.rows());
    }

    /** Adds a block of so many customers by the features of those that have all of them. */
    void add(Matrix x, int customers) {
        withoutFeatures += customers - x.rows();
        ClusterModel clusters = model.clusters();
        int[] labels = clusters instanceof MixtureModel m
                ? mixture.add(x, m, StoredSegments.BLOCK)
                : Assigner.assign(clusters, x, StoredSegments.BLOCK).segments();
        double[] values = x.values();
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i];
            if (label < 0) {
                boolean noise = label == Labels.NOISE && mixture == null;
                sizes[sizes.length - 1] += noise ? 1 : 0;
                withoutFeatures += noise ? 0 : 1;
                continue;
            }
            sizes[label]++;
            for (int j = 0; j < d; j++) {
                sums.add(label * d + j, values[i * d + j]);
            }
            if (clusters instanceof CentroidModel c) {
                inertia.add(0, c.distance().reduced(values, i * d, c.centroids().values(), label * d, d));
            }
        }
    }

    @Override
    public void merge(SegmentPass other) {
        for (int s = 0; s < sizes.length; s++) {
            sizes[s] += other.sizes[s];
        }
        sums.add(other.sums);
        inertia.add(other.inertia);
        if (mixture != null) {
            mixture.add(other.mixture);
        }
        withoutFeatures += other.withoutFeatures;
    }

    long size(int segment) {
        return sizes[segment];
    }

    /** Customers that belong to a segment. */
    long clustered() {
        return Arrays.stream(sizes).sum() - noise();
    }

    /** Customers that belong to no segment. */
    long noise() {
        return sizes[sizes.length - 1];
    }

    /** Customers without features: a number is missing and not filled, or nothing is known of them. */
    long withoutFeatures() {
        return withoutFeatures;
    }

    /** The mean of a segment that has customers. */
    double[] mean(int segment) {
        double[] mean = new double[d];
        for (int j = 0; j < d; j++) {
            mean[j] = sums.value(segment * d + j) / sizes[segment];
        }
        return mean;
    }

    /** The sum of the distances of the customers to the centroids of their segments: squared, for Manhattan as they are. */
    double inertia() {
        return inertia.value(0);
    }

    /** The E step of a mixture. */
    MixtureTotals mixture() {
        return mixture;
    }
}
