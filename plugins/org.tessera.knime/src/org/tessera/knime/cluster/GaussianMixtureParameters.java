package org.tessera.knime.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.Spikes;
import org.tessera.engine.data.Matrix;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;

/** Options of the Gaussian Mixture Segmentation node. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class GaussianMixtureParameters extends SeededClusterParameters<GaussianMixtureOptions> {

    enum ModelSelection {
        @Label(value = "As given", description = "The given number of components.")
        FIXED,
        @Label(
                value = "Lowest BIC",
                description = "Fits 1 to the given number of components and keeps the model with the lowest Bayesian"
                        + " information criterion.")
        BIC,
        @Label(
                value = "Weka's cross-validation",
                description = "Weka's EM adds components while the likelihood of held-out customers increases; requires"
                        + " diagonal covariances.")
        WEKA_CROSS_VALIDATION
    }

    enum Covariance {
        @Label(
                value = "Automatic",
                description = "Spherical with columns of two values, such as 0 and 1. Otherwise Full or Diagonal,"
                        + " whichever has the lower Bayesian information criterion with up to 9 components; never Full"
                        + " if there are fewer than twice as many customers per component as it has parameters, a value"
                        + " is shared by a tenth of the customers or the time is more than about a minute. Spherical"
                        + " with too few customers for Diagonal. Weka's EM takes Diagonal.")
        AUTOMATIC,
        @Label(
                value = "Full",
                description = "Each component has a covariance matrix of its own: features may be correlated.")
        FULL,
        @Label(value = "Diagonal", description = "Each component has a variance of its own per feature.")
        DIAGONAL,
        @Label(value = "Tied", description = "All components share one covariance matrix.")
        TIED,
        @Label(value = "Spherical", description = "Each component has one variance for all features.")
        SPHERICAL
    }

    enum Search {
        @Label(
                value = "Automatic",
                description =
                        "Best k-means where a column has a value that a tenth of the customers or more share, such"
                                + " as 0 and 1 or many zeros, because likelihood does not tell which segments are better there."
                                + " Otherwise the highest likelihood without spikes, if it lowers the Bayesian information"
                                + " criterion of Best k-means by more than 20, which is beyond chance.")
        AUTOMATIC,
        @Label(
                value = "Highest likelihood",
                description = "The highest likelihood that is found, whatever the columns.")
        LIKELIHOOD,
        @Label(value = "Best k-means", description = "One run of EM from the best segments of k-means.")
        K_MEANS
    }

    static final class MaxComponents extends MaxValidation {
        @Override
        protected double getMax() {
            return GaussianMixtureOptions.MAX_COMPONENTS;
        }
    }

    static final class MaxRestarts extends MaxValidation {
        @Override
        protected double getMax() {
            return GaussianMixtureOptions.MAX_RESTARTS;
        }
    }

    static final class MaxIterations extends MaxValidation {
        @Override
        protected double getMax() {
            return GaussianMixtureOptions.MAX_ITERATIONS;
        }
    }

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Components",
            description = "The number of components, each a segment, or the largest number that is tried, from 1 to"
                    + " 200. A component to which no customer belongs is removed, with a warning. Default: 5.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxComponents.class)
    int m_components = 5;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Model selection",
            description = "How the number of components is chosen. Let the data choose when there is no reason for a"
                    + " particular number; the time grows with the number of models tried. Default: As given.")
    ModelSelection m_modelSelection = ModelSelection.FIXED;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Covariance",
            description = "The form of the covariance matrices, and with it the shapes of the segments. Simpler forms"
                    + " need fewer customers per segment: choose Diagonal or Spherical with many features and few"
                    + " customers. Default: Automatic.")
    Covariance m_covariance = Covariance.AUTOMATIC;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Search",
            description =
                    "Which of several mixtures is kept. A spike is a component whose spread in a column has fallen"
                            + " to the regularization, because its customers share a value. Weka's EM has a search of its own."
                            + " Default: Automatic.",
            advanced = true)
    Search m_search = Search.AUTOMATIC;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Restarts",
            description = "The number of random starts, from 1 to 1,000; the result with the highest likelihood is"
                    + " kept. Raise it when other seeds give other segments. Default: 3.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxRestarts.class)
    int m_restarts = 3;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Maximum iterations",
            description = "The maximum number of iterations per start, from 1 to 100,000. Raise it when a warning says"
                    + " that this limit was reached. Default: 200.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxIterations.class)
    int m_maximumIterations = 200;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Tolerance",
            description = "A start has converged when the mean log-likelihood per customer, in nats, increases by less"
                    + " than this; above 0. Lower it for more precise results, which take more time. Default: 0.0001.",
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_tolerance = 1e-4;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Regularization",
            description = "Added to the variances, in squared units of the features, to keep components from collapsing"
                    + " to a point; above 0. Raise it when a message reports a covariance matrix that is not positive"
                    + " definite. Default: 0.000001.",
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_regularization = 1e-6;

    @Layout(ClusterDialog.Output.class)
    @Widget(
            title = "Append membership probabilities",
            description = "Appends one column per segment with the probability, 0 to 1, that the customer belongs to"
                    + " it; about 8 of 10 customers with 0.8 do. Turn it off when only the segment is needed. Default:"
                    + " on.")
    boolean m_appendMemberships = true;

    GaussianMixtureParameters() {}

    GaussianMixtureParameters(NodeParametersInput input) {
        super(input);
    }

    /** The dialog in which options and seed are set by hand. */
    static GaussianMixtureParameters of(GaussianMixtureOptions options, long seed) {
        GaussianMixtureParameters parameters = new GaussianMixtureParameters();
        parameters.m_components = options.components();
        parameters.m_modelSelection = ModelSelection.valueOf(options.choice().name());
        parameters.m_covariance = Covariance.valueOf(options.covariance().name());
        parameters.m_search = Search.valueOf(options.search().name());
        parameters.m_restarts = options.restarts();
        parameters.m_maximumIterations = options.maxIterations();
        parameters.m_tolerance = options.tolerance();
        parameters.m_regularization = options.regularization();
        parameters.m_seed = seed;
        return parameters;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.inRange("Components", m_components, 1, GaussianMixtureOptions.MAX_COMPONENTS);
        Settings.inRange("Restarts", m_restarts, 1, GaussianMixtureOptions.MAX_RESTARTS);
        Settings.inRange("Maximum iterations", m_maximumIterations, 1, GaussianMixtureOptions.MAX_ITERATIONS);
        Settings.above("Tolerance", m_tolerance, 0);
        Settings.above("Regularization", m_regularization, 0);
        super.validate();
    }

    @Override
    Algorithm<GaussianMixtureOptions> algorithm() {
        return Algorithms.GAUSSIAN_MIXTURE;
    }

    @Override
    GaussianMixtureOptions toOptions() {
        return new GaussianMixtureOptions(
                m_components,
                GaussianMixtureOptions.Choice.valueOf(m_modelSelection.name()),
                GaussianMixtureOptions.CovarianceChoice.valueOf(m_covariance.name()),
                m_restarts,
                m_maximumIterations,
                m_tolerance,
                m_regularization,
                GaussianMixtureOptions.Search.valueOf(m_search.name()));
    }

    @Override
    void requireSupported(ImplementationChoice choice) {
        if (choice.isWeka() && m_covariance != Covariance.DIAGONAL && m_covariance != Covariance.AUTOMATIC) {
            throw new IllegalArgumentException("Option 'Covariance' is "
                    + m_covariance.name().charAt(0)
                    + m_covariance.name().substring(1).toLowerCase(Locale.ROOT)
                    + ", but Weka's EM has diagonal covariances only: choose Diagonal, or Tessera as"
                    + " 'Implementation'.");
        }
        if (!choice.isWeka() && m_modelSelection == ModelSelection.WEKA_CROSS_VALIDATION) {
            throw new IllegalArgumentException(
                    "Option 'Model selection' is Weka's cross-validation, which needs"
                            + " 'Covariance' Automatic or Diagonal and 'Implementation' Weka or Automatic: choose these, or Lowest BIC.");
        }
    }

    @Override
    int knownSegments() {
        return m_modelSelection == ModelSelection.FIXED ? m_components : 0;
    }

    @Override
    List<String> warnings(Clustering clustering, Matrix features, List<String> names) {
        List<String> warnings = new ArrayList<>(clustering.warnings());
        warnings.addAll(Spikes.warnings(clustering, features, m_regularization, names));
        return warnings;
    }

    @Override
    boolean memberships() {
        return m_appendMemberships;
    }
}
