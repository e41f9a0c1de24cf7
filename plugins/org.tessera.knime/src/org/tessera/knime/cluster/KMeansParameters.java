package org.tessera.knime.cluster;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;

/** Options of the K-Means Segmentation node. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class KMeansParameters extends SeededClusterParameters<KMeansOptions> {

    enum Initialization {
        @Label(
                value = "k-means++",
                description = "Customers drawn at random, with probabilities that grow with the distance to the"
                        + " centroids already chosen.")
        K_MEANS_PLUS_PLUS,
        @Label(value = "Random", description = "Distinct customers drawn at random.")
        RANDOM,
        @Label(value = "Canopy", description = "Centroids of canopies, loose groups found in a single pass.")
        CANOPY,
        @Label(
                value = "Farthest first",
                description =
                        "One customer at random, then repeatedly the customer farthest from those chosen; outliers"
                                + " become centroids.")
        FARTHEST_FIRST
    }

    static final class MaxSegments extends MaxValidation {
        @Override
        protected double getMax() {
            return KMeansOptions.MAX_K;
        }
    }

    static final class MaxRestarts extends MaxValidation {
        @Override
        protected double getMax() {
            return KMeansOptions.MAX_RESTARTS;
        }
    }

    static final class MaxIterations extends MaxValidation {
        @Override
        protected double getMax() {
            return KMeansOptions.MAX_ITERATIONS;
        }
    }

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Number of segments (k)",
            description = "The number of segments, from 1 to 1,000. With fewer distinct customers there are fewer"
                    + " segments, and a warning. Try several numbers and let the Best Segmentation Selector choose."
                    + " Default: 5.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxSegments.class)
    int m_numberOfSegments = 5;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Initialization",
            description = "How the initial centroids of each start are chosen. Change it only to reproduce the results"
                    + " of another tool. Default: k-means++.",
            advanced = true)
    Initialization m_initialization = Initialization.K_MEANS_PLUS_PLUS;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Restarts",
            description = "The number of random starts, from 1 to 1,000; the result with the lowest sum of squares is"
                    + " kept. A single start often ends several percent above the best result. The time grows with"
                    + " the number of starts: lower it for millions of customers. Default: 10.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxRestarts.class)
    int m_restarts = 10;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Maximum iterations",
            description = "The maximum number of iterations per start, from 1 to 100,000. Raise it when a warning says"
                    + " that this limit was reached. Default: 300.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxIterations.class)
    int m_maximumIterations = 300;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Distance",
            description = "The distance between two customers. Choose Manhattan to give extreme values less weight;"
                    + " the centroids are then medians. Default: Euclidean.",
            advanced = true)
    @ValueSwitchWidget
    ClusterDialog.Distance m_distance = ClusterDialog.Distance.EUCLIDEAN;

    KMeansParameters() {}

    KMeansParameters(NodeParametersInput input) {
        super(input);
    }

    /** The dialog in which options and seed are set by hand. */
    static KMeansParameters of(KMeansOptions options, long seed) {
        KMeansParameters parameters = new KMeansParameters();
        parameters.m_numberOfSegments = options.k();
        parameters.m_initialization =
                Initialization.valueOf(options.initialization().name());
        parameters.m_restarts = options.restarts();
        parameters.m_maximumIterations = options.maxIterations();
        parameters.m_distance =
                ClusterDialog.Distance.valueOf(options.distance().name());
        parameters.m_seed = seed;
        return parameters;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.inRange("Number of segments (k)", m_numberOfSegments, KMeansOptions.MIN_K, KMeansOptions.MAX_K);
        Settings.inRange("Restarts", m_restarts, 1, KMeansOptions.MAX_RESTARTS);
        Settings.inRange("Maximum iterations", m_maximumIterations, 1, KMeansOptions.MAX_ITERATIONS);
        super.validate();
    }

    @Override
    Algorithm<KMeansOptions> algorithm() {
        return Algorithms.K_MEANS;
    }

    @Override
    KMeansOptions toOptions() {
        return new KMeansOptions(
                m_numberOfSegments,
                KMeansOptions.Initialization.valueOf(m_initialization.name()),
                m_restarts,
                m_maximumIterations,
                m_distance.toEngine());
    }

    @Override
    int knownSegments() {
        return m_numberOfSegments;
    }
}
