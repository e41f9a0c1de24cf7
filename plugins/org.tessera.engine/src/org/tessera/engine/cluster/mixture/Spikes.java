package org.tessera.engine.cluster.mixture;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;

/**
 * Spikes: components whose variance in a feature has fallen to the regularization, while that of all rows has not. Their
 * likelihood has no bound but the regularization, so that it says nothing about the segment. Features with two values
 * are not looked at: that a segment has only one of them is a finding.
 */
public final class Spikes {

    /** A variance of at most as many times the regularization is a spike. */
    private static final double SPIKE = 2;
    /** The variance of all rows is at least as many times the regularization. */
    private static final double SPREAD = 100;

    private static final int MAX_NAMED = 3;

    private final double regularization;
    /** The features in which a component can be a spike. */
    private final boolean[] spread;

    /**
     * Finds the features with more than two values and more spread than the regularization. O(n d).
     *
     * @param x n x d finite features
     * @param regularization that is added to the variances
     */
    Spikes(Matrix x, double regularization) {
        this.regularization = regularization;
        spread = new boolean[x.columns()];
        for (int j = 0; j < spread.length; j++) {
            spread[j] = isSpread(x, j);
        }
    }

    private boolean isSpread(Matrix x, int j) {
        double first = x.at(0, j);
        double second = first;
        boolean more = false;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < x.rows(); i++) {
            double value = x.at(i, j);
            second = second == first ? value : second;
            more |= value != first && value != second;
            sum += value - first;
            squares += (value - first) * (value - first);
        }
        double mean = sum / x.rows();
        return more && squares / x.rows() - mean * mean > SPREAD * regularization;
    }

    /** The number of components that are spikes. */
    int count(MixtureParameters parameters) {
        int count = 0;
        for (int c = 0; c < parameters.components(); c++) {
            count += feature(parameters.covariance(), parameters.covariances(), c) >= 0 ? 1 : 0;
        }
        return count;
    }

    /** The first feature in which a component is a spike; -1 if there is none. */
    private int feature(Covariance covariance, double[][] covariances, int c) {
        double[] values = covariances[covariance == Covariance.TIED ? 0 : c];
        int d = spread.length;
        for (int j = 0; j < d; j++) {
            double variance = switch (covariance) {
                case FULL, TIED -> values[j * d + j];
                case DIAGONAL -> values[j];
                case SPHERICAL -> values[0];
            };
            if (spread[j] && variance <= SPIKE * regularization) {
                return j;
            }
        }
        return -1;
    }

    /**
     * What the user should know about the spikes of a mixture.
     *
     * @param clustering a clustering whose model is a mixture
     * @param x the n x d features it was fitted to
     * @param regularization that was added to the variances
     * @param names d names of the features
     * @return a sentence with segments, rows, feature and remedy; empty if there is no spike
     */
    public static List<String> warnings(Clustering clustering, Matrix x, double regularization, List<String> names) {
        MixtureModel model = (MixtureModel) clustering.model();
        Spikes spikes = new Spikes(x, regularization);
        int[] sizes = clustering.labels().sizes();
        List<String> found = new ArrayList<>();
        for (int c = 0; c < model.segments(); c++) {
            int feature = spikes.feature(model.covariance(), model.covariances(), c);
            if (feature >= 0) {
                found.add("segment " + (c + 1) + " (" + Numbers.count(sizes[c], "customer") + ") in '"
                        + names.get(feature) + "'");
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        String named = String.join(", ", found.subList(0, Math.min(MAX_NAMED, found.size())));
        String further = found.size() > MAX_NAMED ? " and " + (found.size() - MAX_NAMED) + " more" : "";
        return List.of("Spikes, whose spread is no more than the regularization " + regularization + ": " + named
                + further + ". Their customers share a value, so their likelihood says nothing: lower 'Components',"
                + " raise 'Regularization', set 'Covariance' to Spherical, or leave the column out.");
    }
}
