package org.tessera.engine.choose.sweep;

import java.util.List;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureAlgorithm;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.MixtureModel;

/** Gaussian mixtures with each number of components. Among other rows covariances have the same form. */
final class Mixtures implements Family {

    private static final SegmentCounts<GaussianMixtureOptions> COUNTS =
            new SegmentCounts<>(Algorithms.GAUSSIAN_MIXTURE);

    /** A single run of EM from k-means. */
    private static final GaussianMixtureAlgorithm QUICK = new GaussianMixtureAlgorithm(GaussianMixture.NONE);

    @Override
    public List<Trial> trials(int min, int max, DataSize size) {
        return COUNTS.trials(min, max, size);
    }

    @Override
    public Search search(int min, Matrix rows) {
        return COUNTS.search(min, rows);
    }

    @Override
    public Configured<?> planned(Trial trial) {
        return COUNTS.planned(trial);
    }

    @Override
    public Configured<?> quick(Configured<?> configured) {
        GaussianMixtureOptions options = (GaussianMixtureOptions) configured.options();
        return new Configured<>(QUICK, options.withRestarts(1));
    }

    @Override
    public Configured<?> among(Result found, int searched, int rows) {
        GaussianMixtureOptions options =
                (GaussianMixtureOptions) found.configured().options();
        MixtureModel model = (MixtureModel) found.clustering().model();
        return new Configured<>(Algorithms.GAUSSIAN_MIXTURE, options.withCovariance(model.covariance()));
    }
}
