package org.tessera.engine.choose.large;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.sweep.Configured;
import org.tessera.engine.choose.sweep.SweepResult;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.OptionTexts;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.Spikes;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.Recipe;
import org.tessera.engine.run.RunContext;

/** What a model says of its origin: the words of the Auto Segmentation node and, beyond the sample, of the passes. */
final class Origin {

    private Origin() {}

    /** The origin of the segmentation that was found among customers that are all in the sample: that of the node. */
    static Provenance of(SampleSearch found, int leftOut, RunContext run) {
        SweepResult result = found.result();
        return provenance(
                found,
                result.clustering().model(),
                new End(
                        "",
                        leftOut,
                        result.clustering().iterations(),
                        result.clustering().converged(),
                        List.of()),
                run);
    }

    /** The origin of a segmentation that was found in a sample and refined by all customers. */
    static Provenance of(SampleSearch found, Refinement.Refined refined, RunContext run) {
        long total = found.sample().total();
        String reason = "Found in a sample of "
                + Numbers.count(found.sample().customers().rows()) + " of "
                + Numbers.count(total, "customer") + ", then "
                + (refined.passes() == 1
                        ? "all customers were assigned."
                        : "refined by " + refined.passes() + " passes over all customers.");
        List<String> warnings = refined.converged()
                ? List.of()
                : List.of("The segments still improved in the last pass over all customers: raise '"
                        + LargeOptions.PASSES_OPTION + "' or '" + LargeOptions.SAMPLE_OPTION + "'.");
        return provenance(
                found,
                refined.model(),
                new End(reason, (int) refined.withoutFeatures(), refined.passes(), refined.converged(), warnings),
                run);
    }

    /** How it ended. */
    private record End(String reason, int leftOut, int iterations, boolean converged, List<String> warnings) {}

    private static Provenance provenance(SampleSearch found, ClusterModel model, End end, RunContext run) {
        SweepResult result = found.result();
        Configured<?> configured = result.configured();
        String among = "Found by Auto Segmentation among "
                + Numbers.count(result.board().entries().size(), "candidate") + ".";
        boolean seeded =
                configured.algorithm() == Algorithms.K_MEANS || configured.algorithm() == Algorithms.GAUSSIAN_MIXTURE;
        ImplementationChoice choice = ImplementationChoice.tessera(among);
        List<String> warnings = new ArrayList<>(result.clustering().warnings());
        if (configured.options() instanceof GaussianMixtureOptions mixture) {
            warnings.addAll(Spikes.warnings(
                    result.clustering(),
                    found.rows().x(),
                    mixture.regularization(),
                    found.preparation().featureNames()));
        }
        warnings.addAll(end.warnings());
        return new Provenance(
                configured.algorithm().id(),
                configured.title(model),
                configured.optionsByTitle(),
                seeded ? run.seed() : 0,
                choice.title(),
                String.join(" ", choice.reason(), result.clustering().reason()).strip()
                        + (end.reason().isEmpty() ? "" : " " + end.reason()),
                end.leftOut(),
                end.iterations(),
                end.converged(),
                warnings,
                Optional.of(new Recipe(OptionTexts.of(configured.options()), false, 0, result.fitted())));
    }
}
