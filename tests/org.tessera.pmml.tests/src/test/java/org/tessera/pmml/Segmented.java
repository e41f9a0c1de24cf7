package org.tessera.pmml;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

/** Segmentations to write, and the segments that they give. */
final class Segmented {

    static final RunContext RUN = RunContext.of(1);

    private Segmented() {}

    /** Customers segmented by k-means after a preparation. */
    static SegmentationModel kMeans(CustomerTable customers, PreparationOptions preparation, KMeansOptions options) {
        Preparation fitted = Preparer.with(preparation).fit(customers, Set.of(), RUN);
        Matrix features = fitted.apply(customers, RUN).features();
        return model(fitted.featureNames(), Optional.of(fitted), new KMeans(options).fit(complete(features), RUN));
    }

    /** The rows without a missing feature. */
    static Matrix complete(Matrix features) {
        return Matrix.of(IntStream.range(0, features.rows())
                .mapToObj(features::row)
                .filter(row -> Arrays.stream(row).allMatch(Double::isFinite))
                .toArray(double[][]::new));
    }

    static SegmentationModel model(List<String> features, Optional<Preparation> preparation, Clustering clustering) {
        Provenance provenance = new Provenance(
                "k-means", "K-Means", Map.of(), 1, "Tessera", "", 0, 1, true, List.of(), Optional.empty());
        return new SegmentationModel(
                provenance, "Segment", features, preparation, clustering.model(), clustering.labels(), 0);
    }

    /** The segment of each customer by the Assigner, null for none. */
    static String[] segments(SegmentationModel model, CustomerTable customers) {
        Matrix features =
                model.preparation().orElseThrow().apply(customers, RUN).features();
        return Arrays.stream(Assigner.assign(model.clusters(), features, RUN).segments())
                .mapToObj(label -> label < 0 ? null : model.labels().nameOf(label))
                .toArray(String[]::new);
    }
}
