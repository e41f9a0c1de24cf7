package org.tessera.knime.cluster;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.engine.catalog.Algorithms;

/** The DBSCAN Segmentation node. */
public final class DbscanNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = ClusterNode.declare(
                    "DBSCAN Segmentation",
                    "Finds dense regions of customers of any shape and sets outliers apart as noise; chooses the"
                            + " radius automatically.",
                    Algorithms.DBSCAN,
                    DbscanParameters.class)
            .keywords(
                    "DBSCAN",
                    "density",
                    "outlier",
                    "noise",
                    "eps",
                    "clustering",
                    "segmentation",
                    "Weka",
                    "anomaly",
                    "customers")
            .addExternalResource(
                    "https://doi.org/10.1145/3068335", "Schubert and others: DBSCAN revisited, revisited (2017)")
            .addExternalResource(
                    "https://weka.sourceforge.io/doc.packages/optics_dbScan/weka/clusterers/DBSCAN.html",
                    "Weka: DBSCAN");

    /** The node. */
    public DbscanNodeFactory() {
        super(NODE);
    }
}
