package org.tessera.knime.select;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.choose.stability.StabilityReport;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.stability.ModelStability;

/**
 * The measurements of the stability of segmentations.
 *
 * @param models the segmentations
 * @param measurements one per segmentation; none if stability is not measured
 * @param seed seed of the samples
 */
record Stabilities(List<SegmentationModel> models, List<ModelStability> measurements, long seed) {

    /**
     * The measurements that are asked for.
     *
     * @throws org.tessera.engine.run.SegmentationException if a model does not say how it was made
     */
    static Stabilities of(List<SegmentationModel> models, SelectorParameters parameters) {
        List<ModelStability> measurements = parameters.m_stability.isMeasured()
                ? models.stream()
                        .map(model -> new ModelStability(model, parameters.toStabilityOptions()))
                        .toList()
                : List.of();
        return new Stabilities(models, measurements, parameters.m_seed);
    }

    /** Compares the estimate with the memory and time that there are; a warning, or "". */
    String check(Matrix x) {
        return measurements.isEmpty() ? "" : Limits.check(estimate(x));
    }

    private Estimate estimate(Matrix x) {
        DataSize size = DataSize.of(x.rows(), x.columns());
        List<Estimate> all = measurements.stream().map(m -> m.estimate(size)).toList();
        return size.estimate(
                "Stability of " + NodeTexts.count(all.size(), "segmentation") + " of",
                all.stream().mapToDouble(Estimate::bytes).max().orElse(0),
                all.stream().mapToDouble(Estimate::seconds).sum(),
                all.get(0).cheaper());
    }

    /** The stability of each segmentation with its segments of all rows; unknown if it is not measured. */
    List<Consistency> measure(Matrix x, List<Labels> labels, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        if (measurements.isEmpty()) {
            return Collections.nCopies(models.size(), Consistency.UNKNOWN);
        }
        Estimate estimate = estimate(x);
        ExecutionContext part = exec.createSubExecutionContext(0.6);
        return EngineRun.call(part, seed, run -> measure(x, labels, Limits.withDuration(run, part, estimate)));
    }

    private List<Consistency> measure(Matrix x, List<Labels> labels, RunContext run) {
        List<Consistency> measured = new ArrayList<>();
        for (int m = 0; m < measurements.size(); m++) {
            RunContext part = run.part((double) m / measurements.size(), (m + 1.0) / measurements.size())
                    .named("Stability of " + models.get(m).provenance().title());
            StabilityReport report =
                    measurements.get(m).measure(x, labels.get(m).dense(), part);
            measured.add(report.consistency());
        }
        return measured;
    }
}
