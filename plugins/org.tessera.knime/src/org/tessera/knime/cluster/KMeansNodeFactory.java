package org.tessera.knime.cluster;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.engine.catalog.Algorithms;

/** The K-Means Segmentation node. */
public final class KMeansNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = ClusterNode.declare(
                    "K-Means Segmentation",
                    "Segments customers around k centroids, with restarts, k-means++ and reproducible results.",
                    Algorithms.K_MEANS,
                    KMeansParameters.class)
            .keywords(
                    "k-means",
                    "kmeans",
                    "SimpleKMeans",
                    "clustering",
                    "segmentation",
                    "partitioning",
                    "Lloyd",
                    "Weka",
                    "centroid",
                    "customers")
            .addExternalResource(
                    "https://doi.org/10.1109/TIT.1982.1056489", "Lloyd: Least squares quantization in PCM (1982)")
            .addExternalResource(
                    "https://weka.sourceforge.io/doc.stable-3-8/weka/clusterers/SimpleKMeans.html",
                    "Weka: SimpleKMeans");

    /** The node. */
    public KMeansNodeFactory() {
        super(NODE);
    }
}
