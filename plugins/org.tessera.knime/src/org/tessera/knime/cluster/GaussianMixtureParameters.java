package org.tessera.knime.cluster;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.ClusterModel;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;
import org.tessera.weka.WekaClusterers;

/** Options of the Gaussian Mixture node. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class GaussianMixtureParameters implements ClusterParameters {

    enum Choice {
        @Label(value = "As given", description = "The number of components given.")
        FIXED,
        @Label(
                value = "Lowest BIC",
                description = "Tries 1 to the given number of components and keeps the one with the lowest Bayesian"
                        + " information criterion.")
        BIC,
        @Label(
                value = "Weka's cross-validation",
                description =
                        "Weka's EM adds components while the likelihood of held-out customers grows; needs diagonal"
                                + " covariances.")
        WEKA_CROSS_VALIDATION
    }

    enum Covariance {
        @Label(value = "Full", description = "Each segment has its own shape: features may go together.")
        FULL,
        @Label(value = "Diagonal", description = "Each segment has its own spread per feature.")
        DIAGONAL,
        @Label(value = "Tied", description = "All segments have the same shape.")
        TIED,
        @Label(value = "Spherical", description = "Each segment has one spread for all features.")
        SPHERICAL
    }

    static final class MaxComponents extends MaxValidation {
        @Override
        protected double getMax() {
            return GaussianMixtureOptions.MAX_COMPONENTS;
        }
    }

    static final class MostRestarts extends MaxValidation {
        @Override
        protected double getMax() {
            return GaussianMixtureOptions.MAX_RESTARTS;
        }
    }

    static final class MostIterations extends MaxValidation {
        @Override
        protected double getMax() {
            return GaussianMixtureOptions.MAX_ITERATIONS;
        }
    }

    @Layout(ClusterDialog.Features.class)
    @Widget(title = "Features", description = ClusterDialog.FEATURES_TEXT)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = ClusterDialog.NoPreparation.class, type = EffectType.SHOW)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Components",
            description = "How many segments to make, or the most that are tried, from 1 to 200. A component that"
                    + " wins no customer is removed, with a warning. Default: 5.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxComponents.class)
    int m_components = 5;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Number of components",
            description = "How the number of components is chosen. Let the data choose when nothing speaks for a"
                    + " number; it takes as many times longer as numbers are tried. Default: As given.")
    Choice m_choice = Choice.FIXED;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Covariance",
            description = "The shapes that segments may have. Fewer freedoms need fewer customers per segment: take"
                    + " Diagonal or Spherical with many features and few customers. Default: Full.")
    @ValueSwitchWidget
    Covariance m_covariance = Covariance.FULL;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Restarts",
            description = "How often to start anew, from 1 to 1,000; the start with the highest likelihood is kept."
                    + " Raise it when other seeds give other segments. Default: 3.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MostRestarts.class)
    int m_restarts = 3;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Maximum iterations",
            description = "Most rounds per start, from 1 to 100,000. Raise it when a warning says that they were"
                    + " used up. Default: 200.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MostIterations.class)
    int m_maximumIterations = 200;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Tolerance",
            description = "A start ends when the mean log-likelihood per customer, in nats, grows by less than"
                    + " this; above 0. Lower it for more digits, at the price of time. Default: 0.0001.",
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_tolerance = 1e-4;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Regularization",
            description = "Added to the variances, in squared units of the features, so that no segment collapses"
                    + " to a point; above 0. Raise it when a message speaks of a covariance matrix that is not"
                    + " positive definite. Default: 0.000001.",
            advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_regularization = 1e-6;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(title = "Seed", description = ClusterDialog.SEED_TEXT, advanced = true)
    long m_seed = 1;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Implementation",
            description = ClusterDialog.WHICH_CODE
                    + " Weka's EM has diagonal covariances only, and stops far from the optimum on features of 0 and"
                    + " 1." + ClusterDialog.IMPLEMENTATION_DEFAULT,
            advanced = true)
    @ValueSwitchWidget
    ClusterDialog.Implementation m_implementation = ClusterDialog.Implementation.AUTOMATIC;

    @Layout(ClusterDialog.Output.class)
    @Widget(title = ClusterDialog.SEGMENT_COLUMN, description = ClusterDialog.SEGMENT_COLUMN_TEXT)
    String m_segmentColumn = "Segment";

    @Layout(ClusterDialog.Output.class)
    @Widget(
            title = "Append membership probabilities",
            description = "Appends one column per segment with the probability that the customer belongs to it, 0"
                    + " to 1. Turn it off when only the segment itself is needed. Default: on.")
    boolean m_memberships = true;

    GaussianMixtureParameters() {}

    GaussianMixtureParameters(NodeParametersInput input) {
        m_features =
                new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input)).withIncludeUnknownColumns();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.inRange("Components", m_components, 1, GaussianMixtureOptions.MAX_COMPONENTS);
        Settings.inRange("Restarts", m_restarts, 1, GaussianMixtureOptions.MAX_RESTARTS);
        Settings.inRange("Maximum iterations", m_maximumIterations, 1, GaussianMixtureOptions.MAX_ITERATIONS);
        Settings.above("Tolerance", m_tolerance, 0);
        Settings.above("Regularization", m_regularization, 0);
        ClusterDialog.validate(this);
    }

    @Override
    public String algorithm() {
        return "gaussian-mixture";
    }

    @Override
    public ColumnFilter features() {
        return m_features;
    }

    @Override
    public String segmentColumn() {
        return m_segmentColumn;
    }

    @Override
    public long seed() {
        return m_seed;
    }

    @Override
    public boolean memberships() {
        return m_memberships;
    }

    @Override
    public int knownSegments() {
        return m_choice == Choice.FIXED ? m_components : 0;
    }

    @Override
    public String title(ClusterModel model) {
        return "Gaussian Mixture (" + m_covariance.name().toLowerCase(Locale.ROOT) + "), k = "
                + (m_choice == Choice.FIXED ? m_components : model.segments());
    }

    GaussianMixtureOptions toOptions() {
        return new GaussianMixtureOptions(
                m_components,
                GaussianMixtureOptions.Choice.valueOf(m_choice.name()),
                org.tessera.engine.model.Covariance.valueOf(m_covariance.name()),
                m_restarts,
                m_maximumIterations,
                m_tolerance,
                m_regularization);
    }

    @Override
    public ClusterPlan plan(int rows, int columns) {
        GaussianMixtureOptions options = toOptions();
        DataSize size = DataSize.of(rows, columns);
        ImplementationChoice choice = Algorithms.GAUSSIAN_MIXTURE.choose(m_implementation.toEngine(), options, size);
        if (choice.isWeka() && m_covariance != Covariance.DIAGONAL) {
            throw new IllegalArgumentException(
                    "Option 'Covariance' is "
                            + m_covariance.name().charAt(0)
                            + m_covariance.name().substring(1).toLowerCase(Locale.ROOT)
                            + ", but Weka's EM has diagonal covariances only: choose Diagonal, or Tessera as 'Implementation'.");
        }
        if (!choice.isWeka() && m_choice == Choice.WEKA_CROSS_VALIDATION) {
            throw new IllegalArgumentException("Option 'Number of components' is Weka's cross-validation, which needs"
                    + " 'Covariance' Diagonal and 'Implementation' Weka or Automatic: choose these, or Lowest BIC.");
        }
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("Components", Integer.toString(m_components));
        shown.put("Number of components", m_choice.name());
        shown.put("Covariance", m_covariance.name());
        shown.put("Restarts", Integer.toString(m_restarts));
        shown.put("Maximum iterations", Integer.toString(m_maximumIterations));
        shown.put("Tolerance", Double.toString(m_tolerance));
        shown.put("Regularization", Double.toString(m_regularization));
        return new ClusterPlan(
                choice.isWeka()
                        ? WekaClusterers.gaussianMixture(options)
                        : Algorithms.GAUSSIAN_MIXTURE.clusterer(options),
                choice,
                shown,
                Algorithms.GAUSSIAN_MIXTURE.estimate(choice.implementation(), options, size));
    }
}
