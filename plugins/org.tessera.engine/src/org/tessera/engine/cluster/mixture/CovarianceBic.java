package org.tessera.engine.cluster.mixture;

import java.util.Locale;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Full or diagonal covariances by the Bayesian information criterion, as in mclust (its models VVV and VVI): of mixtures
 * of 1 to {@value #MAX_COMPONENTS} components of either form, each by EM from the best k-means, that of lowest BIC has
 * the form. Fraley and Raftery (2002), Model-based clustering, discriminant analysis, and density estimation, <a
 * href="https://doi.org/10.1198/016214502760047131">doi:10.1198/016214502760047131</a>. Spherical covariances take no
 * part: unlike the other two they depend on the scales of the features.
 *
 * <p>The form does not depend on the number of components that is asked for, so that more of them are not less likely
 * because of their form. Mixtures with too few rows per component ({@link CovarianceRule}) or with {@link Spikes} are left
 * out. All are fitted to a systematic sample of {@value #SAMPLE_ROWS} rows, or as many as two full components need.
 *
 * @param form full or diagonal
 * @param reason the lowest BIC of both forms, a sentence
 */
record CovarianceBic(Covariance form, String reason) {

    private static final int MAX_COMPONENTS = 9;
    private static final int SAMPLE_ROWS = 2_000;

    /** The lowest BIC of a form; infinite if no mixture could be fitted. */
    private record Lowest(double bic, int components) {

        static final Lowest NONE = new Lowest(Double.POSITIVE_INFINITY, 0);

        Lowest or(double otherBic, int otherComponents) {
            return otherBic < bic ? new Lowest(otherBic, otherComponents) : this;
        }

        String text() {
            return components == 0
                    ? "none without spikes"
                    : Numbers.value(bic, 6) + " with " + Numbers.count(components, "component");
        }
    }

    /**
     * Fits the mixtures and compares them. Of equal BIC, the full form is taken.
     *
     * @param x rows in canonical order, enough for a full component
     * @param distinct number of different rows
     * @param options regularization, tolerance and iterations
     */
    static CovarianceBic of(Matrix x, int distinct, GaussianMixtureOptions options, RunContext run) {
        RunContext quiet = run.withProgress((fraction, message) -> {});
        Matrix sample = SystematicSample.of(x, (int) sampleRows(x.rows(), x.columns()), MAX_COMPONENTS);
        Lowest full = Lowest.NONE;
        Lowest diagonal = Lowest.NONE;
        for (int k = 1; k <= Math.min(maxComponents(sample, Covariance.DIAGONAL), distinct); k++) {
            GaussianMixtureOptions ofK = options.withComponents(k).withRestarts(1);
            int[] labels = new EmInitializer(ofK, sample, quiet).labelsOfLowestInertia();
            diagonal = diagonal.or(bic(sample, labels, ofK.withCovariance(Covariance.DIAGONAL), quiet), k);
            if (k <= maxComponents(sample, Covariance.FULL)) {
                full = full.or(bic(sample, labels, ofK.withCovariance(Covariance.FULL), quiet), k);
            }
        }
        boolean isFull = full.bic <= diagonal.bic;
        Lowest lower = isFull ? full : diagonal;
        Lowest other = isFull ? diagonal : full;
        Covariance form = isFull ? Covariance.FULL : Covariance.DIAGONAL;
        String of = sample == x ? "" : ", on " + Numbers.count(sample.rows(), "row");
        return new CovarianceBic(
                form,
                "Covariance " + form.name().toLowerCase(Locale.ROOT) + " by the lowest BIC of 1 to " + MAX_COMPONENTS
                        + " components" + of + ": " + lower.text() + ", " + (isFull ? "diagonal " : "full ")
                        + other.text() + ".");
    }

    /** The rows that the mixtures are fitted to, of n rows of d features. */
    static double sampleRows(long n, int d) {
        return Math.min(n, Math.max(SAMPLE_ROWS, 2 * CovarianceRule.minRows(Covariance.FULL, d)));
    }

    /** The largest number of components of a form that a number of rows allows; 1 at least. */
    static int maxComponents(double rows, int d, Covariance form) {
        return (int) Math.max(1, Math.min(MAX_COMPONENTS, rows / CovarianceRule.minRows(form, d)));
    }

    private static int maxComponents(Matrix sample, Covariance form) {
        return maxComponents(sample.rows(), sample.columns(), form);
    }

    /** Infinite if a component is a spike or a covariance matrix is not positive definite. */
    private static double bic(Matrix x, int[] labels, GaussianMixtureOptions options, RunContext run) {
        try {
            EmRun em = EmRun.from(x, labels, options, run);
            boolean spiked = new Spikes(x, options.regularization()).count(em.parameters()) > 0;
            return spiked ? Double.POSITIVE_INFINITY : em.bic(x.rows());
        } catch (SegmentationException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
