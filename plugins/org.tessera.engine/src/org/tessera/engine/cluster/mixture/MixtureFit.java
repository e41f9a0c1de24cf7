package org.tessera.engine.cluster.mixture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.cluster.mixture.GaussianMixture.Refinement;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Search;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Fits mixtures to canonical rows: which runs of EM there are, and which is kept. Where likelihood is no guide ({@link
 * Ties}), EM is run once from the k-means of lowest inertia; elsewhere the run of highest likelihood is kept and refined,
 * unless all have {@link Spikes}.
 */
final class MixtureFit {

    private final GaussianMixtureOptions options;
    private final Search search;
    private final Refinement refinement;
    private final Matrix x;
    private final Spikes spikes;
    private final RunContext run;

    /**
     * Looks at the features.
     *
     * @param options the options; the form of covariance is that of its number of components
     * @param x rows in canonical order
     */
    MixtureFit(GaussianMixtureOptions options, Refinement refinement, Matrix x, RunContext run) {
        Ties.Kind ties = Ties.of(x, run);
        this.options = options.withCovariance(CovarianceRule.of(x, ties, options));
        this.refinement = refinement;
        this.x = x;
        this.run = run;
        search = options.search() == Search.AUTOMATIC && ties != Ties.Kind.NONE ? Search.K_MEANS : options.search();
        spikes = new Spikes(x, options.regularization());
    }

    /**
     * Fits a mixture of k components.
     *
     * @throws SegmentationException if the covariance matrices of all runs are not positive definite
     */
    EmRun fit(int k, RunContext progress) {
        return fit(k, Optional.empty(), progress);
    }

    private EmRun fit(int k, Optional<EmRun> smaller, RunContext progress) {
        GaussianMixtureOptions ofK = options.withComponents(k);
        EmInitializer initializer = new EmInitializer(ofK, x, run);
        if (search == Search.K_MEANS) {
            return EmRun.from(x, initializer.labelsOfLowestInertia(), ofK, progress);
        }
        List<EmRun> runs = new ArrayList<>();
        SegmentationException failure = null;
        int starts = options.restarts() + (search == Search.AUTOMATIC ? 2 : 0);
        for (int start = 0; start < starts; start++) {
            RunContext part = progress.part((double) start / starts, (start + 1.0) / starts);
            try {
                Optional<int[]> labels = labels(start, initializer, smaller);
                if (labels.isPresent()) {
                    runs.add(EmRun.from(x, labels.get(), ofK, part));
                }
            } catch (SegmentationException e) {
                failure = e; // other starts may lead to covariance matrices that are positive definite
            }
        }
        if (runs.isEmpty() && failure != null) {
            throw failure;
        }
        return search == Search.AUTOMATIC ? withoutSpikes(runs, initializer, ofK) : refined(best(runs), ofK);
    }

    /** The partition of a start: those of the restarts, then the best k-means, then a split of the smaller mixture. */
    private Optional<int[]> labels(int start, EmInitializer initializer, Optional<EmRun> smaller) {
        if (start < options.restarts()) {
            return Optional.of(initializer.labels(start));
        }
        return start == options.restarts()
                ? Optional.of(initializer.labelsOfLowestInertia())
                : smaller.flatMap(mixture -> ComponentSplit.labels(mixture.parameters(), x, run));
    }

    private EmRun withoutSpikes(List<EmRun> runs, EmInitializer initializer, GaussianMixtureOptions ofK) {
        List<EmRun> without =
                runs.stream().filter(em -> spikes.count(em.parameters()) == 0).toList();
        return without.isEmpty()
                ? EmRun.from(x, initializer.labelsOfLowestInertia(), ofK, run)
                : refinement.refine(best(without), x, ofK, em -> spikes.count(em.parameters()) == 0, run);
    }

    private EmRun refined(EmRun best, GaussianMixtureOptions ofK) {
        return refinement.refine(best, x, ofK, em -> true, run);
    }

    /** The first of highest likelihood. */
    private static EmRun best(List<EmRun> runs) {
        return runs.stream()
                .reduce((a, b) -> b.logLikelihood() > a.logLikelihood() ? b : a)
                .orElseThrow();
    }

    /**
     * The mixture of lowest BIC of 1 to a number of components; without spikes, unless likelihood alone is to decide.
     *
     * @param maxComponents the largest number
     */
    EmRun lowestBic(int maxComponents) {
        List<EmRun> mixtures = new ArrayList<>();
        for (int k = 1; k <= maxComponents; k++) {
            Optional<EmRun> smaller = k == 1 ? Optional.empty() : Optional.of(mixtures.get(k - 2));
            mixtures.add(fit(k, smaller, run.part((k - 1.0) / maxComponents, (double) k / maxComponents)));
        }
        List<EmRun> without = mixtures.stream()
                .filter(em -> options.search() == Search.LIKELIHOOD || spikes.count(em.parameters()) == 0)
                .toList();
        return (without.isEmpty() ? mixtures : without)
                .stream().min(Comparator.comparingDouble(this::bic)).orElseThrow();
    }

    private double bic(EmRun em) {
        return em.parameters().model(em.logLikelihood(), x.rows()).bic();
    }
}
