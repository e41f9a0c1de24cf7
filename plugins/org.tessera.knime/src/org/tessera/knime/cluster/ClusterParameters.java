package org.tessera.knime.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.tessera.engine.apply.Dissolving;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.ClusterModel;
import org.tessera.knime.kit.KeepFeatures;
import org.tessera.knime.kit.Settings;
import org.tessera.weka.WekaClusterers;

/**
 * The options that all clustering nodes share, and the plan of a run that follows from them. A subclass adds the options
 * of its algorithm and repeats {@code @LoadDefaultsForAbsentFields}, which KNIME does not inherit. KNIME stores the
 * fields of this class before those of the subclass, all on one level; their names are stored in workflows and never
 * change.
 *
 * @param <O> the options of the algorithm
 */
abstract class ClusterParameters<O extends Record> implements NodeParameters {

    static final String SEGMENT_COLUMN = TrainingSpec.SEGMENT_COLUMN;

    @Layout(ClusterDialog.Features.class)
    @Widget(
            title = "Features",
            description = "The numeric columns by which customers are compared. Columns with large values dominate the"
                    + " others: scale them first, for example with the Segmentation Preprocessor. A connected"
                    + " Preparation brings its own features; this option is then hidden and ignored. Default:"
                    + " all numeric columns.")
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = TrainingSpec.NoPreparation.class, type = EffectType.SHOW)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    static final class MaxDissolved extends MaxValidation {
        @Override
        protected double getMax() {
            return Dissolving.MAX_PERCENT;
        }
    }

    @Layout(ClusterDialog.Clustering.Execution.class)
    @Widget(
            title = Dissolving.OPTION,
            description = "Segments with less than this share of the customers are dissolved: their customers go to the"
                    + " nearest of the other segments, and so do new customers. Set it to a few percent when odd"
                    + " customers take segments of their own; a warning says how many were dissolved. Can be from 0"
                    + " to 50, 0 keeps all segments. Default: 0.",
            advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MaxDissolved.class)
    double m_dissolveBelow;

    @Layout(ClusterDialog.Clustering.Execution.class)
    @Widget(
            title = "Implementation",
            description = "The implementation that runs the algorithm; the description of the node says how they"
                    + " differ. Keep Automatic unless the results have to come from Weka's class, or from Tessera's"
                    + " alone. Default: Automatic.",
            advanced = true)
    @ValueSwitchWidget
    ClusterDialog.Implementation m_implementation = ClusterDialog.Implementation.AUTOMATIC;

    @Layout(ClusterDialog.Output.class)
    @Widget(
            title = SEGMENT_COLUMN,
            description = "The name of the new column that holds the segment of each customer. A name that the table"
                    + " already has is refused: choose different names to keep the segments of several nodes side by"
                    + " side. Default: Segment.")
    String m_segmentColumn = "Segment";

    @Layout(ClusterDialog.Output.class)
    @Widget(title = KeepFeatures.TITLE, description = KeepFeatures.DESCRIPTION, advanced = true)
    boolean m_keepFeatures;

    ClusterParameters() {}

    ClusterParameters(NodeParametersInput input) {
        m_features =
                new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input)).withIncludeUnknownColumns();
    }

    /** The algorithm, an entry of the catalog. */
    abstract Algorithm<O> algorithm();

    /** The settings as options of the algorithm, which check themselves. */
    abstract O toOptions();

    /** The number of segments if it is known before the data are read, otherwise 0. */
    abstract int knownSegments();

    /** The title of the result, such as "K-Means, k = 5". */
    final String title(ClusterModel model) {
        return algorithm().title(toOptions(), model);
    }

    /** The seed of the random numbers; 0 for deterministic algorithms. */
    long seed() {
        return 0;
    }

    /**
     * What the user should know about a clustering.
     *
     * @param clustering the clustering
     * @param features the features that were clustered
     * @param names their names
     * @return sentences with numbers and a remedy
     */
    List<String> warnings(Clustering clustering, Matrix features, List<String> names) {
        return clustering.warnings();
    }

    /** Whether the membership probabilities are appended; for mixtures only. */
    boolean memberships() {
        return false;
    }

    /** Whether the point types are appended; for DBSCAN only, and never together with memberships. */
    boolean pointTypes() {
        return false;
    }

    /**
     * Checks what the chosen implementation cannot do; nothing, if not said otherwise.
     *
     * @param choice which implementation runs
     * @throws IllegalArgumentException naming option, value and remedy
     */
    void requireSupported(ImplementationChoice choice) {}

    /** The checked options as a plan for a number of rows and features. */
    final ClusterPlan plan(int rows, int columns) {
        Algorithm<O> algorithm = algorithm();
        O options = toOptions();
        DataSize size = DataSize.of(rows, columns);
        ImplementationChoice choice = algorithm.choose(m_implementation.toEngine(), options, size);
        requireSupported(choice);
        Map<String, String> titled = new LinkedHashMap<>(algorithm.optionsByTitle(options));
        if (m_dissolveBelow > 0) {
            titled.put(Dissolving.OPTION, Double.toString(m_dissolveBelow));
        }
        return new ClusterPlan(
                clusterer(algorithm, options, choice, m_dissolveBelow),
                choice,
                titled,
                algorithm.estimate(choice.implementation(), options, size));
    }

    /** What runs an algorithm: the chosen implementation, without small segments if these are to be dissolved. */
    static <O extends Record> Clusterer clusterer(
            Algorithm<O> algorithm, O options, ImplementationChoice choice, double dissolveBelow) {
        Clusterer clusterer =
                choice.isWeka() ? WekaClusterers.of(algorithm, options, choice.byHand()) : algorithm.clusterer(options);
        return dissolveBelow > 0 ? new Dissolving(clusterer, dissolveBelow) : clusterer;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.requireName(SEGMENT_COLUMN, m_segmentColumn);
        Settings.inRange(Dissolving.OPTION, m_dissolveBelow, 0, Dissolving.MAX_PERCENT);
        Settings.validate(() -> plan(0, 0));
    }
}
