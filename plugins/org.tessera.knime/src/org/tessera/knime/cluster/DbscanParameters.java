package org.tessera.knime.cluster;

import java.util.OptionalDouble;
import java.util.OptionalInt;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;

/** Options of the DBSCAN Segmentation node. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class DbscanParameters extends ClusterParameters<DbscanOptions> {

    enum Choice {
        @Label(value = "Automatic", description = "The value is determined from the data.")
        AUTOMATIC,
        @Label(value = "Manual", description = "The value is given below.")
        MANUAL
    }

    static final class RadiusRef implements ParameterReference<Choice> {}

    static final class MinimumPointsRef implements ParameterReference<Choice> {}

    static final class ManualRadius implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(RadiusRef.class).isOneOf(Choice.MANUAL);
        }
    }

    static final class ManualMinimumPoints implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(MinimumPointsRef.class).isOneOf(Choice.MANUAL);
        }
    }

    static final class MaxMinimumPoints extends MaxValidation {
        @Override
        protected double getMax() {
            return DbscanOptions.MAX_MIN_POINTS;
        }
    }

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Radius (eps)",
            description = "The distance within which two customers are neighbors. Automatic takes a value from the"
                    + " widest range over which the number of segments stays the same; the title of the result states"
                    + " it. Set it manually when nearly all customers are noise or one segment. Default: Automatic.")
    @ValueSwitchWidget
    @ValueReference(RadiusRef.class)
    Choice m_radiusChoice = Choice.AUTOMATIC;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Radius",
            description = "The radius in units of the distance, above 0. A larger radius gives fewer segments and"
                    + " less noise. Default: 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = ManualRadius.class, type = EffectType.SHOW)
    double m_radius = 1;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Minimum points (minPts)",
            description = "The number of customers within the radius that makes a region dense. Automatic takes twice"
                    + " the number of features, at least 5 and at most the square root of the number of customers."
                    + " Set it manually to require denser segments. Default: Automatic.")
    @ValueSwitchWidget
    @ValueReference(MinimumPointsRef.class)
    Choice m_minimumPointsChoice = Choice.AUTOMATIC;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Minimum points",
            description = "The number of customers within the radius of a core customer, itself included, from 1 to"
                    + " 100,000. A larger number gives fewer segments and more noise. Default: 5.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxMinimumPoints.class)
    @Effect(predicate = ManualMinimumPoints.class, type = EffectType.SHOW)
    int m_minimumPoints = 5;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Distance",
            description = "The distance between two customers. Choose Manhattan to give extreme values less weight."
                    + " Default: Euclidean.",
            advanced = true)
    @ValueSwitchWidget
    ClusterDialog.Distance m_distance = ClusterDialog.Distance.EUCLIDEAN;

    @Layout(ClusterDialog.Output.class)
    @Widget(
            title = "Append point type",
            description = "Appends a column that distinguishes customers in the dense core of a segment (Core) from"
                    + " those at its border (Border) and those outside all segments (Noise). Turn it on to examine the"
                    + " borders, or to continue with typical customers only. Default: off.")
    boolean m_appendPointType;

    DbscanParameters() {}

    DbscanParameters(NodeParametersInput input) {
        super(input);
    }

    /** The dialog in which options are set by hand. */
    static DbscanParameters of(DbscanOptions options) {
        DbscanParameters parameters = new DbscanParameters();
        parameters.m_radiusChoice = options.eps().isPresent() ? Choice.MANUAL : Choice.AUTOMATIC;
        parameters.m_radius = options.eps().orElse(parameters.m_radius);
        parameters.m_minimumPointsChoice = options.minPoints().isPresent() ? Choice.MANUAL : Choice.AUTOMATIC;
        parameters.m_minimumPoints = options.minPoints().orElse(parameters.m_minimumPoints);
        parameters.m_distance =
                ClusterDialog.Distance.valueOf(options.distance().name());
        return parameters;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.above("Radius", m_radius, 0);
        Settings.inRange("Minimum points", m_minimumPoints, 1, DbscanOptions.MAX_MIN_POINTS);
        super.validate();
    }

    @Override
    Algorithm<DbscanOptions> algorithm() {
        return Algorithms.DBSCAN;
    }

    @Override
    DbscanOptions toOptions() {
        return new DbscanOptions(
                m_radiusChoice == Choice.MANUAL ? OptionalDouble.of(m_radius) : OptionalDouble.empty(),
                m_minimumPointsChoice == Choice.MANUAL ? OptionalInt.of(m_minimumPoints) : OptionalInt.empty(),
                m_distance.toEngine());
    }

    @Override
    int knownSegments() {
        return 0;
    }

    @Override
    boolean pointTypes() {
        return m_appendPointType;
    }
}
