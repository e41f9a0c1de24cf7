package org.tessera.engine.choose.sweep;

import java.util.List;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.MixtureModel;

/** Gaussian mixtures with each number of components. Among all rows covariances have the form of the sample's. */
final class Mixtures implements Family {

    private static final SegmentCounts<GaussianMixtureOptions> COUNTS =
            new SegmentCounts<>(Algorithms.GAUSSIAN_MIXTURE);

    @Override
    public List<Trial> trials(int min, int max, DataSize size) {
        return COUNTS.trials(min, max, size);
    }

    @Override
    public Search search(int min, Matrix rows) {
        return COUNTS.search(min, rows);
    }

    @Override
    public Configured<?> onAllRows(Result found, int sampled, int rows) {
        GaussianMixtureOptions options =
                (GaussianMixtureOptions) found.configured().options();
        MixtureModel model = (MixtureModel) found.clustering().model();
        return new Configured<>(Algorithms.GAUSSIAN_MIXTURE, options.withCovariance(model.covariance()));
    }
}
