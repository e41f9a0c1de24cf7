package org.tessera.knime.cluster;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.knime.kit.NodeTexts;

/** The Hierarchical Clustering (Weka) node. */
public final class HierarchicalNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Hierarchical Clustering (Weka)")
            .icon("../icons/hierarchical.png")
            .shortDescription(
                    "Joins customers into a tree of groups and cuts it into segments; Ward, average, complete, single or centroid linkage.")
            .fullDescription(NodeTexts.text("hierarchical"))
            .sinceVersion(5, 8, 0)
            .ports(ClusterNode::ports)
            .model(m -> m.parametersClass(HierarchicalParameters.class)
                    .configure(ClusterNode::configure)
                    .execute(ClusterNode::execute))
            .nodeType(NodeType.Learner)
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
