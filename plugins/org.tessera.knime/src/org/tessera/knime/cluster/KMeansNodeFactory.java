package org.tessera.knime.cluster;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.knime.kit.NodeTexts;

/** The K-Means (Weka) node. */
public final class KMeansNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("K-Means (Weka)")
            .icon("../icons/k-means.png")
            .shortDescription(
                    "Segments customers around k centroids, with restarts, k-means++ and reproducible results.")
            .fullDescription(NodeTexts.text("k-means"))
            .sinceVersion(5, 8, 0)
            .ports(ClusterNode::ports)
            .model(m -> m.parametersClass(KMeansParameters.class)
                    .configure(ClusterNode::configure)
                    .execute(ClusterNode::execute))
            .nodeType(NodeType.Learner)
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
