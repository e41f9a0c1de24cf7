package org.tessera.engine.catalog;

import java.util.Objects;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;

/**
 * The rule behind {@link Implementation#AUTOMATIC}: Weka where it gives the right result in useful time, Tessera
 * otherwise. Pure decisions from options and sizes; what is asked for explicitly is always taken.
 */
public final class Automatic {

    /**
     * Most rows that Weka clusters hierarchically by itself. Its time grows with about the 2.7th power of the rows, and
     * with more of them the garbage collector stands still for longer than a cancel may take.
     */
    public static final int WEKA_HIERARCHICAL_ROWS = 700;

    /** Most rows that Weka's DBSCAN gets by itself: its time grows with the square of the rows. */
    public static final int WEKA_DBSCAN_ROWS = 2_000;

    /** Most rows x features x segments x restarts that Weka's k-means gets by itself: a second or two. */
    public static final long WEKA_K_MEANS_CELLS = 10_000_000L;

    private Automatic() {}

    /**
     * Which code runs, and why.
     *
     * @param implementation {@link Implementation#WEKA} or {@link Implementation#TESSERA}
     * @param reason why, a sentence
     */
    public record Decision(Implementation implementation, String reason) {

        /** Checks that it is a decision. */
        public Decision {
            Objects.requireNonNull(reason, "reason");
            if (implementation == Implementation.AUTOMATIC) {
                throw new IllegalArgumentException("A decision is Weka or Tessera, not automatic");
            }
        }

        /** @return whether Weka runs */
        public boolean isWeka() {
            return implementation == Implementation.WEKA;
        }

        /** @return "Weka" or "Tessera" */
        public String title() {
            return isWeka() ? "Weka" : "Tessera";
        }
    }

    /**
     * Decides for k-means.
     *
     * @param requested what the user asked for
     * @param options the options
     * @param rows number of rows n
     * @param columns number of features d
     * @return the decision
     */
    public static Decision kMeans(Implementation requested, KMeansOptions options, int rows, int columns) {
        if (requested != Implementation.AUTOMATIC) {
            return asked(requested);
        }
        long cells = (long) rows * columns * options.k() * options.restarts();
        if (cells <= WEKA_K_MEANS_CELLS) {
            return new Decision(Implementation.WEKA, "Weka's SimpleKMeans is quick enough for " + rows(rows) + ".");
        }
        return new Decision(
                Implementation.TESSERA,
                "Weka's SimpleKMeans would take long for " + rows(rows) + ", " + Numbers.count(options.k(), "segment")
                        + " and " + Numbers.count(options.restarts(), "restart") + ".");
    }

    /**
     * Decides for hierarchical clustering.
     *
     * @param requested what the user asked for
     * @param options the options
     * @param rows number of rows n
     * @return the decision
     */
    public static Decision hierarchical(Implementation requested, HierarchicalOptions options, int rows) {
        if (requested != Implementation.AUTOMATIC) {
            return asked(requested);
        }
        if (options.linkage() == Linkage.CENTROID) {
            return new Decision(Implementation.TESSERA, "Centroid linkage follows scipy's definition.");
        }
        if (rows <= WEKA_HIERARCHICAL_ROWS) {
            return new Decision(
                    Implementation.WEKA, "Weka's HierarchicalClusterer is quick enough for " + rows(rows) + ".");
        }
        return new Decision(
                Implementation.TESSERA,
                "Weka's HierarchicalClusterer is used up to " + rows(WEKA_HIERARCHICAL_ROWS) + ", here are "
                        + rows(rows) + "; Tessera gives the same tree.");
    }

    /**
     * Decides for DBSCAN.
     *
     * @param requested what the user asked for
     * @param rows number of rows n
     * @return the decision
     */
    public static Decision dbscan(Implementation requested, int rows) {
        if (requested != Implementation.AUTOMATIC) {
            return asked(requested);
        }
        if (rows <= WEKA_DBSCAN_ROWS) {
            return new Decision(Implementation.WEKA, "Weka's DBSCAN is quick enough for " + rows(rows) + ".");
        }
        return new Decision(
                Implementation.TESSERA,
                "Weka's DBSCAN is used up to " + rows(WEKA_DBSCAN_ROWS) + ", here are " + rows(rows) + ".");
    }

    /**
     * Decides for Gaussian mixtures.
     *
     * @param requested what the user asked for
     * @param options the options
     * @return the decision
     */
    public static Decision gaussianMixture(Implementation requested, GaussianMixtureOptions options) {
        if (requested != Implementation.AUTOMATIC) {
            return asked(requested);
        }
        if (options.choice() == Choice.WEKA_CROSS_VALIDATION && options.covariance() == Covariance.DIAGONAL) {
            return new Decision(Implementation.WEKA, "Only Weka chooses the number of components by cross-validation.");
        }
        return new Decision(
                Implementation.TESSERA,
                "Weka's EM knows diagonal covariances only, and stops far from the optimum on 0/1 features.");
    }

    private static Decision asked(Implementation requested) {
        return new Decision(requested, "Chosen in the dialog.");
    }

    private static String rows(int rows) {
        return Numbers.count(rows, "row");
    }
}
