package org.tessera.engine.cluster.hierarchical;

import org.tessera.engine.model.Linkage;

/**
 * The Lance-Williams update of average and complete linkage: the distance of a cluster to a merged one from its
 * distances to the two halves. Lance and Williams (1967), A general theory of classificatory sorting strategies, <a
 * href="https://doi.org/10.1093/comjnl/9.4.373">doi:10.1093/comjnl/9.4.373</a>.
 */
final class LanceWilliams {

    private LanceWilliams() {}

    /**
     * The distance to a merged cluster. Where both distances are equal it is exactly the same.
     *
     * @param linkage average or complete
     * @param toSurvivor the distance to the survivor
     * @param toAbsorbed the distance to the absorbed cluster
     * @param absorbedShare the share of the rows of the merged cluster that come from the absorbed one, 0 to 1
     */
    static double update(Linkage linkage, double toSurvivor, double toAbsorbed, double absorbedShare) {
        return linkage == Linkage.COMPLETE
                ? Math.max(toSurvivor, toAbsorbed)
                : toSurvivor + (toAbsorbed - toSurvivor) * absorbedShare;
    }
}
