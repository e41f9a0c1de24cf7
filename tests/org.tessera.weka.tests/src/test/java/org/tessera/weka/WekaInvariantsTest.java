package org.tessera.weka;

import java.util.stream.Stream;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ClustererInvariants;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions.Initialization;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;

/** Weka's clusterers, as this bundle calls them. */
class WekaInvariantsTest extends ClustererInvariants {

    @Override
    protected Stream<Clusterer> clusterers() {
        KMeansOptions kMeans = KMeansOptions.defaults().withK(3).withRestarts(4);
        return Stream.of(
                        Stream.of(Initialization.values())
                                .map(i -> WekaClusterers.of(Algorithms.K_MEANS, kMeans.withInitialization(i), true)),
                        Stream.of(
                                WekaClusterers.of(Algorithms.K_MEANS, kMeans, false),
                                WekaClusterers.of(Algorithms.K_MEANS, kMeans.withDistance(Distance.MANHATTAN), true),
                                WekaClusterers.of(Algorithms.DBSCAN, DbscanOptions.defaults(), true),
                                WekaClusterers.of(
                                        Algorithms.DBSCAN,
                                        DbscanOptions.defaults().withEps(1).withMinPoints(4),
                                        true)),
                        ofSegments(3))
                .flatMap(s -> s);
    }

    @Override
    protected Stream<Clusterer> ofThree() {
        Clusterer dbscan = WekaClusterers.of(
                Algorithms.DBSCAN, DbscanOptions.defaults().withEps(1.5).withMinPoints(4), true);
        return Stream.concat(Stream.of(dbscan), ofSegments(3));
    }

    @Override
    protected Stream<Clusterer> ofSegments(int k) {
        Clusterer mixture = WekaClusterers.of(
                Algorithms.GAUSSIAN_MIXTURE,
                GaussianMixtureOptions.defaults().withComponents(k).withCovariance(Covariance.DIAGONAL),
                true);
        return Stream.concat(ofDifferentRows(k), Stream.of(mixture));
    }

    /**
     * Without EM, whose components of few equal rows move together: of three values it tells two apart, and says so.
     */
    @Override
    protected Stream<Clusterer> ofDifferentRows(int k) {
        return Stream.concat(
                Stream.of(WekaClusterers.of(
                        Algorithms.K_MEANS, KMeansOptions.defaults().withK(k), true)),
                Stream.of(Linkage.values())
                        .map(l -> WekaClusterers.of(
                                Algorithms.HIERARCHICAL,
                                HierarchicalOptions.defaults().withSegments(k).withLinkage(l),
                                true)));
    }
}
