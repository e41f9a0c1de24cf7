package org.tessera.knime.cluster;

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
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;

/** Options of the Hierarchical Segmentation node. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class HierarchicalParameters extends ClusterParameters<HierarchicalOptions> {

    enum Linkage {
        @Label(
                value = "Ward",
                description = "Merges the two groups whose union increases the sum of squares least: compact segments"
                        + " of similar size.")
        WARD,
        @Label(value = "Average", description = "Mean distance of all pairs: a compromise between complete and single.")
        AVERAGE,
        @Label(value = "Complete", description = "Largest distance of a pair: segments of similar diameter.")
        COMPLETE,
        @Label(
                value = "Single",
                description = "Smallest distance of a pair: finds chains, and often one large segment with outliers"
                        + " beside it.")
        SINGLE,
        @Label(
                value = "Centroid",
                description = "Distance between the means of the groups; heights may decrease up the tree.")
        CENTROID
    }

    enum CutBy {
        @Label(value = "Number of segments", description = "The tree is cut into the given number of segments.")
        NUMBER,
        @Label(value = "Height", description = "Groups that merge above the given height stay separate.")
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

    static final class MaxSegments extends MaxValidation {
        @Override
        protected double getMax() {
            return HierarchicalOptions.MAX_SEGMENTS;
        }
    }

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Linkage",
            description = "The distance between two groups, which determines the shape of the segments. Average and"
                    + " complete linkage keep the distances of all pairs in memory: 3.6 GB for 30,000 customers."
                    + " Default: Ward.")
    @ValueReference(LinkageRef.class)
    Linkage m_linkage = Linkage.WARD;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Cut the tree by",
            description = "How the tree is cut into segments. Choose the height to compare several cuts of one tree,"
                    + " or to let the data determine the number of segments. Default: Number of segments.")
    @ValueSwitchWidget
    @ValueReference(CutByRef.class)
    CutBy m_cutBy = CutBy.NUMBER;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Number of segments",
            description = "The number of segments, from 1 to 1,000 and at most the number of customers. Default: 5.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxSegments.class)
    @Effect(predicate = ByNumber.class, type = EffectType.SHOW)
    int m_numberOfSegments = 5;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Cut height",
            description = "The height of the cut in units of the distance, at least 0. A lower cut gives more"
                    + " segments. For Ward it is the square root of twice the increase in the sum of squares, as in"
                    + " scipy and in R with ward.D2. Default: 10.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ByHeight.class, type = EffectType.SHOW)
    double m_cutHeight = 10;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Distance",
            description = "The distance between two customers. Choose Manhattan to give extreme values less weight."
                    + " Hidden for Ward and centroid linkage, which require the Euclidean distance. Default:"
                    + " Euclidean.",
            advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = AnyDistance.class, type = EffectType.SHOW)
    ClusterDialog.Distance m_distance = ClusterDialog.Distance.EUCLIDEAN;

    HierarchicalParameters() {}

    HierarchicalParameters(NodeParametersInput input) {
        super(input);
    }

    /** The dialog in which options are set by hand. */
    static HierarchicalParameters of(HierarchicalOptions options) {
        HierarchicalParameters parameters = new HierarchicalParameters();
        parameters.m_linkage = Linkage.valueOf(options.linkage().name());
        parameters.m_cutBy = options.cutHeight().isPresent() ? CutBy.HEIGHT : CutBy.NUMBER;
        parameters.m_numberOfSegments = options.segments();
        parameters.m_cutHeight = options.cutHeight().orElse(parameters.m_cutHeight);
        parameters.m_distance =
                ClusterDialog.Distance.valueOf(options.distance().name());
        return parameters;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.inRange("Number of segments", m_numberOfSegments, 1, HierarchicalOptions.MAX_SEGMENTS);
        Settings.atLeast("Cut height", m_cutHeight, 0);
        super.validate();
    }

    @Override
    Algorithm<HierarchicalOptions> algorithm() {
        return Algorithms.HIERARCHICAL;
    }

    @Override
    HierarchicalOptions toOptions() {
        boolean anyDistance = m_linkage != Linkage.WARD && m_linkage != Linkage.CENTROID;
        return new HierarchicalOptions(
                m_cutBy == CutBy.NUMBER ? m_numberOfSegments : 1,
                m_cutBy == CutBy.HEIGHT ? OptionalDouble.of(m_cutHeight) : OptionalDouble.empty(),
                org.tessera.engine.model.Linkage.valueOf(m_linkage.name()),
                anyDistance ? m_distance.toEngine() : org.tessera.engine.distance.Distance.EUCLIDEAN);
    }

    @Override
    int knownSegments() {
        return m_cutBy == CutBy.NUMBER ? m_numberOfSegments : 0;
    }
}
