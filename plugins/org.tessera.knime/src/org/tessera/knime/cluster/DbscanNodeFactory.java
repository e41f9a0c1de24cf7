package org.tessera.knime.cluster;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.knime.kit.NodeTexts;

/** The DBSCAN (Weka) node. */
public final class DbscanNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("DBSCAN (Weka)")
            .icon("../icons/dbscan.png")
            .shortDescription(
                    "Finds dense regions of customers of any shape and sets outliers apart as noise; chooses the radius by itself.")
            .fullDescription(NodeTexts.text("dbscan"))
            .sinceVersion(5, 8, 0)
            .ports(ClusterNode::ports)
            .model(m -> m.parametersClass(DbscanParameters.class)
                    .configure(ClusterNode::configure)
                    .execute(ClusterNode::execute))
            .nodeType(NodeType.Learner)
            .keywords("DBSCAN", "density", "outlier", "noise", "eps", "clustering", "segmentation");

    /** The node. */
    public DbscanNodeFactory() {
        super(NODE);
    }
}
