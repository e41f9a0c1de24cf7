package org.tessera.knime.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.ClusterModel;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;
import org.tessera.weka.WekaClusterers;

/** Options of the Hierarchical Clustering node. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class HierarchicalParameters implements ClusterParameters {

    enum Linkage {
        @Label(
                value = "Ward",
                description = "Joins the two groups whose union adds least to the sum of squares: compact segments of"
                        + " similar size.")
        WARD,
        @Label(value = "Average", description = "Mean distance of all pairs: a compromise of complete and single.")
        AVERAGE,
        @Label(value = "Complete", description = "Largest distance of a pair: segments of similar width.")
        COMPLETE,
        @Label(
                value = "Single",
                description = "Smallest distance of a pair: finds chains, and often one large segment with outliers"
                        + " beside it.")
        SINGLE,
        @Label(value = "Centroid", description = "Distance of the group means; heights may decrease up the tree.")
        CENTROID
    }

    enum CutBy {
        @Label(value = "Number of segments", description = "The tree is cut into as many segments as given.")
        NUMBER,
        @Label(value = "Height", description = "Groups that join above the given height stay apart.")
        HEIGHT
    }

    static final class CutByRef implements ParameterReference<CutBy> {}

    static final class LinkageRef implements ParameterReference<Linkage> {}

    static final class ByNumber implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(CutByRef.class).isOneOf(CutBy.NUMBER);
        }
    }

    static final class ByHeight implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(CutByRef.class).isOneOf(CutBy.HEIGHT);
        }
    }

    static final class AnyDistance implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(LinkageRef.class).isOneOf(Linkage.AVERAGE, Linkage.COMPLETE, Linkage.SINGLE);
        }
    }

    static final class MostSegments extends MaxValidation {
        @Override
        protected double getMax() {
            return HierarchicalOptions.MAX_SEGMENTS;
        }
    }

    @Layout(ClusterDialog.Features.class)
    @Widget(title = "Features", description = ClusterDialog.FEATURES_TEXT)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = ClusterDialog.NoPreparation.class, type = EffectType.SHOW)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Linkage",
            description = "How the distance of two groups is defined, and with it what shape segments have. Average"
                    + " and complete linkage keep the distances of all pairs in memory: 3.6 GB for 30,000"
                    + " customers. Default: Ward.")
    @ValueReference(LinkageRef.class)
    Linkage m_linkage = Linkage.WARD;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Cut the tree by",
            description = "How the tree of groups becomes segments. Take the height to compare cuts of one tree, or"
                    + " where the number of segments is to follow from the data. Default: Number of segments.")
    @ValueSwitchWidget
    @ValueReference(CutByRef.class)
    CutBy m_cutBy = CutBy.NUMBER;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Number of segments",
            description =
                    "How many segments to make, from 1 to 1,000 and at most the number of customers. Default:" + " 5.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MostSegments.class)
    @Effect(predicate = ByNumber.class, type = EffectType.SHOW)
    int m_numberOfSegments = 5;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Cut height",
            description = "The height in units of the distance between features, at least 0. A lower one gives more"
                    + " segments. For Ward it is the square root of twice the increase of the sum of squares,"
                    + " as in scipy and in R with ward.D2. Default: 10.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ByHeight.class, type = EffectType.SHOW)
    double m_cutHeight = 10;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Distance",
            description = "How far two customers are apart. Take Manhattan when a few extreme values should count"
                    + " less. Hidden for Ward and centroid linkage, which need the Euclidean distance. Default:"
                    + " Euclidean.",
            advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = AnyDistance.class, type = EffectType.SHOW)
    ClusterDialog.Distance m_distance = ClusterDialog.Distance.EUCLIDEAN;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Implementation",
            description = ClusterDialog.WHICH_CODE
                    + " Both give the same tree; Weka's time grows with nearly the third power of the number of"
                    + " customers, so that Automatic takes it up to 700 of them."
                    + ClusterDialog.IMPLEMENTATION_DEFAULT,
            advanced = true)
    @ValueSwitchWidget
    ClusterDialog.Implementation m_implementation = ClusterDialog.Implementation.AUTOMATIC;

    @Layout(ClusterDialog.Output.class)
    @Widget(title = ClusterDialog.SEGMENT_COLUMN, description = ClusterDialog.SEGMENT_COLUMN_TEXT)
    String m_segmentColumn = "Segment";

    HierarchicalParameters() {}

    HierarchicalParameters(NodeParametersInput input) {
        m_features =
                new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input)).withIncludeUnknownColumns();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.inRange("Number of segments", m_numberOfSegments, 1, HierarchicalOptions.MAX_SEGMENTS);
        Settings.atLeast("Cut height", m_cutHeight, 0);
        ClusterDialog.validate(this);
    }

    @Override
    public String algorithm() {
        return "hierarchical";
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
        return 0;
    }

    @Override
    public int knownSegments() {
        return m_cutBy == CutBy.NUMBER ? m_numberOfSegments : 0;
    }

    @Override
    public String title(ClusterModel model) {
        String linkage = toOptions().linkage().title();
        return m_cutBy == CutBy.NUMBER
                ? "Hierarchical (" + linkage + "), k = " + m_numberOfSegments
                : "Hierarchical (" + linkage + "), cut at " + m_cutHeight;
    }

    HierarchicalOptions toOptions() {
        boolean anyDistance = m_linkage != Linkage.WARD && m_linkage != Linkage.CENTROID;
        return new HierarchicalOptions(
                m_cutBy == CutBy.NUMBER ? m_numberOfSegments : 1,
                m_cutBy == CutBy.HEIGHT ? OptionalDouble.of(m_cutHeight) : OptionalDouble.empty(),
                org.tessera.engine.model.Linkage.valueOf(m_linkage.name()),
                anyDistance ? m_distance.toEngine() : org.tessera.engine.distance.Distance.EUCLIDEAN);
    }

    @Override
    public ClusterPlan plan(int rows, int columns) {
        HierarchicalOptions options = toOptions();
        DataSize size = DataSize.of(rows, columns);
        ImplementationChoice choice = Algorithms.HIERARCHICAL.choose(m_implementation.toEngine(), options, size);
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("Linkage", m_linkage.name());
        if (m_cutBy == CutBy.NUMBER) {
            shown.put("Number of segments", Integer.toString(m_numberOfSegments));
        } else {
            shown.put("Cut height", Double.toString(m_cutHeight));
        }
        shown.put("Distance", options.distance().name());
        return new ClusterPlan(
                choice.isWeka() ? WekaClusterers.hierarchical(options) : Algorithms.HIERARCHICAL.clusterer(options),
                choice,
                shown,
                Algorithms.HIERARCHICAL.estimate(choice.implementation(), options, size));
    }
}
