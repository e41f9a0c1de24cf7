package org.tessera.knime.cluster;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.engine.catalog.Algorithms;

/** The Hierarchical Segmentation node. */
public final class HierarchicalNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = ClusterNode.declare(
                    "Hierarchical Segmentation",
                    "Merges customers into a tree of groups and cuts it into segments; Ward, average, complete, single"
                            + " or centroid linkage.",
                    Algorithms.HIERARCHICAL,
                    HierarchicalParameters.class)
            .keywords(
                    "hierarchical",
                    "agglomerative",
                    "Ward",
                    "linkage",
                    "dendrogram",
                    "clustering",
                    "segmentation",
                    "Weka",
                    "tree",
                    "customers")
            .addExternalResource(
                    "https://doi.org/10.1080/01621459.1963.10500845",
                    "Ward: Hierarchical grouping to optimize an objective function (1963)")
            .addExternalResource(
                    "https://arxiv.org/abs/1109.2378",
                    "Müllner: Modern hierarchical, agglomerative clustering algorithms (2011)")
            .addExternalResource(
                    "https://weka.sourceforge.io/doc.stable-3-8/weka/clusterers/HierarchicalClusterer.html",
                    "Weka: HierarchicalClusterer");

    /** The node. */
    public HierarchicalNodeFactory() {
        super(NODE);
    }
}
