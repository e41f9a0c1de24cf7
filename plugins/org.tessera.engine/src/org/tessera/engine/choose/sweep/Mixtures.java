package org.tessera.engine.choose.sweep;

import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureAlgorithm;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;

/** Gaussian mixtures with each number of components. */
final class Mixtures extends SegmentCounts<GaussianMixtureOptions> {

    /** A single run of EM from k-means. */
    private static final GaussianMixtureAlgorithm QUICK = new GaussianMixtureAlgorithm(GaussianMixture.NONE);

    Mixtures() {
        super(Algorithms.GAUSSIAN_MIXTURE);
    }

    @Override
    public Configured<?> quick(Configured<?> configured) {
        GaussianMixtureOptions options = (GaussianMixtureOptions) configured.options();
        return new Configured<>(QUICK, options.withRestarts(1));
    }
}
