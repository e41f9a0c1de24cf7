package org.tessera.knime.cluster;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.engine.catalog.Algorithms;

/** The Gaussian Mixture Segmentation node. */
public final class GaussianMixtureNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = ClusterNode.declare(
                    "Gaussian Mixture Segmentation",
                    "Segments customers by a mixture of normal distributions, with the probability of each segment for"
                            + " each customer.",
                    Algorithms.GAUSSIAN_MIXTURE,
                    GaussianMixtureParameters.class)
            .keywords(
                    "EM",
                    "GMM",
                    "expectation maximization",
                    "mixture",
                    "soft clustering",
                    "BIC",
                    "segmentation",
                    "Weka",
                    "probability",
                    "customers")
            .addExternalResource(
                    "https://doi.org/10.1111/j.2517-6161.1977.tb01600.x",
                    "Dempster, Laird and Rubin: Maximum likelihood from incomplete data via the EM algorithm (1977)")
            .addExternalResource(
                    "https://doi.org/10.1214/aos/1176344136", "Schwarz: Estimating the dimension of a model (1978)")
            .addExternalResource("https://weka.sourceforge.io/doc.stable-3-8/weka/clusterers/EM.html", "Weka: EM");

    /** The node. */
    public GaussianMixtureNodeFactory() {
        super(NODE);
    }
}
