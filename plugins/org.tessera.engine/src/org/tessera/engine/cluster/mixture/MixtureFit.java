package org.tessera.engine.cluster.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tessera.engine.cluster.mixture.GaussianMixture.Refinement;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.CovarianceChoice;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Search;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Fits mixtures to canonical rows: which form of covariance they have, which runs of EM there are, and which is kept.
 * Where likelihood is no guide ({@link Ties}), EM is run once from the k-means of lowest inertia; elsewhere the run of
 * highest likelihood is kept and refined, unless all have {@link Spikes}, or the run from the k-means of lowest inertia is
 * so near to it that chance may have made the difference.
 */
final class MixtureFit {

    /**
     * The difference in BIC that tells a mixture from the one of the best k-means, which has as many parameters. More
     * than 10 is very strong evidence for one mixture against another, Kass and Raftery (1995), Bayes factors, <a
     * href="https://doi.org/10.1080/01621459.1995.10476572">doi:10.1080/01621459.1995.10476572</a>; twice as much is
     * asked of the best of about a hundred.
     */
    private static final double MIN_BIC_DIFFERENCE = 20;

    private final GaussianMixtureOptions options;
    private final Search search;
    private final Refinement refinement;
    private final Matrix x;
    private final Spikes spikes;
    private final RunContext run;
    private String reason = "";

    /**
     * Looks at the features.
     *
     * @param options the options; the form of covariance is that of its number of components
     * @param rows the canonical rows
     */
    MixtureFit(GaussianMixtureOptions options, Refinement refinement, CanonicalRows rows, RunContext run) {
        x = rows.matrix();
        this.refinement = refinement;
        this.run = run;
        Ties.Kind ties = Ties.of(x, run);
        Covariance form = CovarianceRule.of(x, ties, options);
        if (isByBic(options, form, x.columns()) && ties == Ties.Kind.NONE) {
            CovarianceBic chosen = CovarianceBic.of(x, rows.distinct(), options, run);
            form = chosen.form();
            reason = chosen.reason();
        }
        this.options = options.withCovariance(form);
        search = options.search() == Search.AUTOMATIC && ties != Ties.Kind.NONE ? Search.K_MEANS : options.search();
        spikes = new Spikes(x, options.regularization());
    }

    /** Whether BIC chooses the form where the rows allow a given one; a single feature has a variance in any form. */
    static boolean isByBic(GaussianMixtureOptions options, Covariance allowed, int d) {
        return options.covariance() == CovarianceChoice.AUTOMATIC && allowed == Covariance.FULL && d > 1;
    }

    /** Why the covariance has its form, a sentence; empty if BIC has not chosen it. */
    String reason() {
        return reason;
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
        EmRun[] runs = runs(ofK, initializer, smaller, progress);
        return search == Search.AUTOMATIC
                ? withoutSpikes(runs, initializer, ofK)
                : refinement.refine(best(Arrays.asList(runs)), x, ofK, em -> true, run);
    }

    /** A run of EM per start; null where there is no such start, or it leads to no mixture. */
    private EmRun[] runs(
            GaussianMixtureOptions ofK, EmInitializer initializer, Optional<EmRun> smaller, RunContext progress) {
        EmRun[] runs = new EmRun[options.restarts() + (search == Search.AUTOMATIC ? 2 : 0)];
        SegmentationException failure = null;
        for (int start = 0; start < runs.length; start++) {
            RunContext part = progress.part((double) start / runs.length, (start + 1.0) / runs.length);
            try {
                Optional<int[]> labels = labels(start, initializer, smaller);
                if (labels.isPresent()) {
                    runs[start] = EmRun.from(x, labels.get(), ofK, part);
                }
            } catch (SegmentationException e) {
                failure = e; // other starts may lead to covariance matrices that are positive definite
            }
        }
        if (failure != null && Arrays.stream(runs).noneMatch(Objects::nonNull)) {
            throw failure;
        }
        return runs;
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

    private EmRun withoutSpikes(EmRun[] runs, EmInitializer initializer, GaussianMixtureOptions ofK) {
        List<EmRun> without = Arrays.stream(runs).filter(this::hasNoSpike).toList();
        EmRun ofKMeans = runs[options.restarts()];
        if (without.isEmpty()) {
            return ofKMeans != null ? ofKMeans : EmRun.from(x, initializer.labelsOfLowestInertia(), ofK, run);
        }
        EmRun likeliest = refinement.refine(best(without), x, ofK, this::hasNoSpike, run);
        return hasNoSpike(ofKMeans) && bic(ofKMeans) - bic(likeliest) <= MIN_BIC_DIFFERENCE ? ofKMeans : likeliest;
    }

    private boolean hasNoSpike(EmRun em) {
        return em != null && spikes.count(em.parameters()) == 0;
    }

    /** The first of highest likelihood. */
    private static EmRun best(List<EmRun> runs) {
        return runs.stream()
                .filter(Objects::nonNull)
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
                .filter(em -> options.search() == Search.LIKELIHOOD || hasNoSpike(em))
                .toList();
        return (without.isEmpty() ? mixtures : without)
                .stream().min(Comparator.comparingDouble(this::bic)).orElseThrow();
    }

    private double bic(EmRun em) {
        return em.bic(x.rows());
    }
}
