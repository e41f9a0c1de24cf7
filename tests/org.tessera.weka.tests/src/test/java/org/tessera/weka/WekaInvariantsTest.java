package org.tessera.weka;

import java.util.stream.Stream;
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
                                .map(i -> WekaClusterers.kMeans(kMeans.withInitialization(i))),
                        Stream.of(
                                WekaClusterers.kMeans(kMeans.withDistance(Distance.MANHATTAN)),
                                WekaClusterers.dbscan(DbscanOptions.defaults()),
                                WekaClusterers.dbscan(
                                        DbscanOptions.defaults().withEps(1).withMinPoints(4))),
                        ofSegments(3))
                .flatMap(s -> s);
    }

    @Override
    protected Stream<Clusterer> ofThree() {
        Clusterer dbscan =
                WekaClusterers.dbscan(DbscanOptions.defaults().withEps(1.5).withMinPoints(4));
        return Stream.concat(Stream.of(dbscan), ofSegments(3));
    }

    @Override
    protected Stream<Clusterer> ofSegments(int k) {
        Clusterer mixture = WekaClusterers.gaussianMixture(
                GaussianMixtureOptions.defaults().withComponents(k).withCovariance(Covariance.DIAGONAL));
        return Stream.concat(ofDifferentRows(k), Stream.of(mixture));
    }

    /** Without EM, whose components of few equal rows move together: of three values it tells two apart, and says so. */
    @Override
    protected Stream<Clusterer> ofDifferentRows(int k) {
        return Stream.concat(
                Stream.of(WekaClusterers.kMeans(KMeansOptions.defaults().withK(k))),
                Stream.of(Linkage.values())
                        .map(l -> WekaClusterers.hierarchical(
                                HierarchicalOptions.defaults().withSegments(k).withLinkage(l))));
    }
}
