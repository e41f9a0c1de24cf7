package org.tessera.knime.cluster;

import java.util.LinkedHashMap;
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
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.ClusterModel;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;
import org.tessera.weka.WekaClusterers;

/** Options of the K-Means node. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class KMeansParameters implements ClusterParameters {

    enum Initialization {
        @Label(
                value = "k-means++",
                description = "Customers far from each other, drawn with chances that grow with the distance.")
        K_MEANS_PLUS_PLUS,
        @Label(value = "Random", description = "Different customers drawn at random.")
        RANDOM,
        @Label(value = "Canopy", description = "Centroids of loose groups found in one pass.")
        CANOPY,
        @Label(
                value = "Farthest first",
                description = "One customer at random, then always the one farthest from those chosen; outliers become"
                        + " centroids.")
        FARTHEST_FIRST
    }

    static final class MostSegments extends MaxValidation {
        @Override
        protected double getMax() {
            return KMeansOptions.MAX_K;
        }
    }

    static final class MostRestarts extends MaxValidation {
        @Override
        protected double getMax() {
            return KMeansOptions.MAX_RESTARTS;
        }
    }

    static final class MostIterations extends MaxValidation {
        @Override
        protected double getMax() {
            return KMeansOptions.MAX_ITERATIONS;
        }
    }

    @Layout(ClusterDialog.Features.class)
    @Widget(title = "Features", description = ClusterDialog.FEATURES_TEXT)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = ClusterDialog.NoPreparation.class, type = EffectType.SHOW)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Number of segments (k)",
            description = "How many segments to make, from 1 to 1,000. With fewer different customers than this"
                    + " there are fewer segments, and a warning. Try several and let the Best Segmentation"
                    + " Selector choose. Default: 5.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MostSegments.class)
    int m_numberOfSegments = 5;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Initialization",
            description = "How the first centroids of a start are chosen. Change it only to repeat the results of"
                    + " another tool. Default: k-means++.",
            advanced = true)
    Initialization m_initialization = Initialization.K_MEANS_PLUS_PLUS;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Restarts",
            description = "How often to start anew, from 1 to 1,000; the start with the lowest sum of squares is"
                    + " kept. One start alone often ends in a result that is several percent worse. The time"
                    + " grows with it: lower it for millions of customers. Default: 10.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MostRestarts.class)
    int m_restarts = 10;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Maximum iterations",
            description = "Most rounds per start, from 1 to 100,000. Raise it when a warning says that they were"
                    + " used up. Default: 300.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MostIterations.class)
    int m_maximumIterations = 300;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Distance",
            description = "How far two customers are apart. Take Manhattan when a few extreme values should count"
                    + " less; the centroids are medians then. Default: Euclidean.",
            advanced = true)
    @ValueSwitchWidget
    ClusterDialog.Distance m_distance = ClusterDialog.Distance.EUCLIDEAN;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(title = "Seed", description = ClusterDialog.SEED_TEXT, advanced = true)
    long m_seed = 1;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Implementation",
            description = ClusterDialog.WHICH_CODE + ClusterDialog.IMPLEMENTATION_DEFAULT,
            advanced = true)
    @ValueSwitchWidget
    ClusterDialog.Implementation m_implementation = ClusterDialog.Implementation.AUTOMATIC;

    @Layout(ClusterDialog.Output.class)
    @Widget(title = ClusterDialog.SEGMENT_COLUMN, description = ClusterDialog.SEGMENT_COLUMN_TEXT)
    String m_segmentColumn = "Segment";

    KMeansParameters() {}

    KMeansParameters(NodeParametersInput input) {
        m_features =
                new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input)).withIncludeUnknownColumns();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.inRange("Number of segments (k)", m_numberOfSegments, KMeansOptions.MIN_K, KMeansOptions.MAX_K);
        Settings.inRange("Restarts", m_restarts, 1, KMeansOptions.MAX_RESTARTS);
        Settings.inRange("Maximum iterations", m_maximumIterations, 1, KMeansOptions.MAX_ITERATIONS);
        ClusterDialog.validate(this);
    }

    @Override
    public String algorithm() {
        return "k-means";
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
    public int knownSegments() {
        return m_numberOfSegments;
    }

    @Override
    public String title(ClusterModel model) {
        return "K-Means, k = " + m_numberOfSegments;
    }

    KMeansOptions toOptions() {
        return new KMeansOptions(
                m_numberOfSegments,
                KMeansOptions.Initialization.valueOf(m_initialization.name()),
                m_restarts,
                m_maximumIterations,
                m_distance.toEngine());
    }

    @Override
    public ClusterPlan plan(int rows, int columns) {
        KMeansOptions options = toOptions();
        DataSize size = DataSize.of(rows, columns);
        ImplementationChoice choice = Algorithms.K_MEANS.choose(m_implementation.toEngine(), options, size);
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("Number of segments (k)", Integer.toString(m_numberOfSegments));
        shown.put("Initialization", m_initialization.name());
        shown.put("Restarts", Integer.toString(m_restarts));
        shown.put("Maximum iterations", Integer.toString(m_maximumIterations));
        shown.put("Distance", m_distance.name());
        return new ClusterPlan(
                choice.isWeka() ? WekaClusterers.kMeans(options) : Algorithms.K_MEANS.clusterer(options),
                choice,
                shown,
                Algorithms.K_MEANS.estimate(choice.implementation(), options, size));
    }
}
