package org.tessera.knime.stability;

import java.util.List;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.stability.StabilityReport;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.cluster.ModelAlgorithm;

/** Measures how stable the segments of a model are, by running its algorithm again as it ran. */
public final class ModelStability {

    private final SegmentationModel model;
    private final StabilityReport.Options options;
    private final ModelAlgorithm<?> algorithm;

    /**
     * A measurement that is not done yet.
     *
     * @param model the model
     * @param options how much is measured
     * @throws org.tessera.engine.run.SegmentationException if the model does not say how it was made
     */
    public ModelStability(SegmentationModel model, StabilityReport.Options options) {
        this.model = model;
        this.options = options;
        algorithm = ModelAlgorithm.of(model);
    }

    /**
     * Estimates time and memory.
     *
     * @param size the size of the table
     * @return the estimate of all runs of the algorithm
     */
    public Estimate estimate(DataSize size) {
        Estimate run = algorithm.estimate(options.part(size));
        return size.estimate(
                "Stability of '" + model.provenance().title() + "' by " + options.runs() + " segmentations of parts of",
                run.bytes() * size.threads(),
                run.seconds() * options.runs(),
                List.of(
                        "lower '" + StabilityReport.Options.RESAMPLES + "'",
                        "lower '" + StabilityReport.Options.MAX_ROWS + "'"));
    }

    /**
     * Measures.
     *
     * @param x n x d features of the customers
     * @param labels their segments
     * @param run seed, threads, progress, cancel
     * @return stability beside that without segments
     */
    public StabilityReport measure(Matrix x, Labels labels, RunContext run) {
        FeatureColumns structure =
                model.preparation().map(FeatureColumns::of).orElseGet(() -> FeatureColumns.numbers(model.features()));
        return StabilityReport.of(x, labels, structure, algorithm::clusterer, options, run);
    }
}
