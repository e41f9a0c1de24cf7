package org.tessera.weka;

import java.util.List;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;

/**
 * Weka's clusterers behind the interface {@link Clusterer}. No type of Weka is in a public signature, and nothing is
 * written below the user's home.
 */
public final class WekaClusterers {

    private WekaClusterers() {}

    /** Makes a clusterer from options. */
    private interface Maker<O extends Record> {
        Clusterer make(O options, boolean byHand);
    }

    /** An algorithm of the catalog and Weka's class for it. */
    private record Entry<O extends Record>(Algorithm<O> algorithm, Maker<O> maker) {}

    /** An algorithm that Weka has, too, is a line here. */
    private static final List<Entry<?>> ENTRIES = List.of(
            new Entry<>(Algorithms.K_MEANS, WekaKMeans::new),
            new Entry<>(Algorithms.HIERARCHICAL, (options, byHand) -> new WekaHierarchical(options)),
            new Entry<>(Algorithms.DBSCAN, (options, byHand) -> new WekaDbscan(options)),
            new Entry<>(Algorithms.GAUSSIAN_MIXTURE, (options, byHand) -> new WekaGaussianMixture(options)));

    /**
     * Weka's implementation of an algorithm.
     *
     * @param <O> the options of the algorithm
     * @param algorithm an algorithm of the catalog that Weka has
     * @param options the options
     * @param byHand whether the user chose Weka: then it initializes as Weka does; otherwise it may start where
     *     Tessera's search ends, so that the segments do not depend on which implementation runs
     * @return a clusterer
     * @throws IllegalArgumentException if Weka has no such algorithm or does not know what the options ask for
     */
    public static <O extends Record> Clusterer of(Algorithm<O> algorithm, O options, boolean byHand) {
        for (Entry<?> entry : ENTRIES) {
            if (entry.algorithm() == algorithm) {
                @SuppressWarnings("unchecked") // the entry's options are those of its algorithm
                Maker<O> maker = (Maker<O>) entry.maker();
                return maker.make(options, byHand);
            }
        }
        throw new IllegalArgumentException("Weka has no implementation of " + algorithm.title() + ".");
    }
}
