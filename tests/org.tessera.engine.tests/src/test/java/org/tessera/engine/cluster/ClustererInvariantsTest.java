package org.tessera.engine.cluster;

import java.util.stream.Stream;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;

/** Tessera's own clusterers: all algorithms of the catalog by default options, and by others. */
class ClustererInvariantsTest extends ClustererInvariants {

    @Override
    protected Stream<Clusterer> clusterers() {
        return ClustererContractTest.clusterers();
    }

    @Override
    protected Stream<Clusterer> ofThree() {
        Clusterer dbscan = new Dbscan(DbscanOptions.defaults().withEps(1.5).withMinPoints(4));
        return Stream.concat(Stream.of(dbscan), ofSegments(3));
    }

    @Override
    protected Stream<Clusterer> ofSegments(int k) {
        return Stream.of(
                        Stream.of(Algorithms.K_MEANS.clusterer(
                                KMeansOptions.defaults().withK(k))),
                        Stream.of(Linkage.values())
                                .map(l -> new Hierarchical(HierarchicalOptions.defaults()
                                        .withSegments(k)
                                        .withLinkage(l))),
                        Stream.of(Covariance.values())
                                .map(c -> Algorithms.GAUSSIAN_MIXTURE.clusterer(GaussianMixtureOptions.defaults()
                                        .withComponents(k)
                                        .withCovariance(c))))
                .flatMap(s -> s);
    }
}
