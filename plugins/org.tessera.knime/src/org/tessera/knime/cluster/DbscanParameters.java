package org.tessera.knime.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
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
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.DensityModel;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;
import org.tessera.weka.WekaClusterers;

/** Options of the DBSCAN node. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class DbscanParameters implements ClusterParameters {

    enum Choice {
        @Label(value = "Automatic", description = "The value is found from the data.")
        AUTOMATIC,
        @Label(value = "Manual", description = "A value of your choice.")
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

    static final class MostMinimumPoints extends MaxValidation {
        @Override
        protected double getMax() {
            return DbscanOptions.MAX_MIN_POINTS;
        }
    }

    @Layout(ClusterDialog.Features.class)
    @Widget(title = "Features", description = ClusterDialog.FEATURES_TEXT)
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = ClusterDialog.NoPreparation.class, type = EffectType.SHOW)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Radius (eps)",
            description = "How near customers have to be to count as neighbors. Automatic takes the knee of the"
                    + " curve of distances to the nearest neighbors; the name of the result tells the value."
                    + " Set it by hand when nearly all customers are noise or one segment. Default: Automatic.")
    @ValueSwitchWidget
    @ValueReference(RadiusRef.class)
    Choice m_radiusChoice = Choice.AUTOMATIC;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Radius",
            description = "The radius in units of the distance between features, above 0. A larger one gives fewer"
                    + " segments and less noise. Default: 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = ManualRadius.class, type = EffectType.SHOW)
    double m_radius = 1;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Density (minimum points)",
            description = "How many customers within the radius make a place dense. Automatic takes twice the"
                    + " number of features, at least 5 and at most the square root of the number of customers."
                    + " Set it by hand to ask for denser segments. Default: Automatic.")
    @ValueSwitchWidget
    @ValueReference(MinimumPointsRef.class)
    Choice m_minimumPointsChoice = Choice.AUTOMATIC;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Minimum points",
            description = "Customers within the radius of a core customer, itself included, from 1 to 100,000. More"
                    + " give fewer segments and more noise. Default: 5.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MostMinimumPoints.class)
    @Effect(predicate = ManualMinimumPoints.class, type = EffectType.SHOW)
    int m_minimumPoints = 5;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Distance",
            description = "How far two customers are apart. Take Manhattan when a few extreme values should count"
                    + " less. Default: Euclidean.",
            advanced = true)
    @ValueSwitchWidget
    ClusterDialog.Distance m_distance = ClusterDialog.Distance.EUCLIDEAN;

    @Layout(ClusterDialog.Clustering.class)
    @Widget(
            title = "Implementation",
            description = ClusterDialog.WHICH_CODE
                    + " Weka leaves out neighbors at exactly the radius, Tessera counts them, as the paper does."
                    + ClusterDialog.IMPLEMENTATION_DEFAULT,
            advanced = true)
    @ValueSwitchWidget
    ClusterDialog.Implementation m_implementation = ClusterDialog.Implementation.AUTOMATIC;

    @Layout(ClusterDialog.Output.class)
    @Widget(title = ClusterDialog.SEGMENT_COLUMN, description = ClusterDialog.SEGMENT_COLUMN_TEXT)
    String m_segmentColumn = "Segment";

    @Layout(ClusterDialog.Output.class)
    @Widget(
            title = "Append point type",
            description = "Appends a column that tells customers in the dense core of a segment (Core) from those at"
                    + " its edge (Border) and outside of all (Noise). Turn it on to look at the edges, or to go on with"
                    + " typical customers only. Default: off.")
    boolean m_pointType;

    DbscanParameters() {}

    DbscanParameters(NodeParametersInput input) {
        m_features =
                new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input)).withIncludeUnknownColumns();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.above("Radius", m_radius, 0);
        Settings.inRange("Minimum points", m_minimumPoints, 1, DbscanOptions.MAX_MIN_POINTS);
        ClusterDialog.validate(this);
    }

    @Override
    public String algorithm() {
        return "dbscan";
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
    public boolean pointTypes() {
        return m_pointType;
    }

    @Override
    public int knownSegments() {
        return 0;
    }

    @Override
    public String title(ClusterModel model) {
        DensityModel density = (DensityModel) model;
        return "DBSCAN, eps = " + Numbers.value(density.eps(), 4) + ", minimum points = " + density.minPoints();
    }

    DbscanOptions toOptions() {
        return new DbscanOptions(
                m_radiusChoice == Choice.MANUAL ? OptionalDouble.of(m_radius) : OptionalDouble.empty(),
                m_minimumPointsChoice == Choice.MANUAL ? OptionalInt.of(m_minimumPoints) : OptionalInt.empty(),
                m_distance.toEngine());
    }

    @Override
    public ClusterPlan plan(int rows, int columns) {
        DbscanOptions options = toOptions();
        DataSize size = DataSize.of(rows, columns);
        ImplementationChoice choice = Algorithms.DBSCAN.choose(m_implementation.toEngine(), options, size);
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("Radius (eps)", m_radiusChoice == Choice.MANUAL ? Double.toString(m_radius) : "automatic");
        shown.put(
                "Minimum points",
                m_minimumPointsChoice == Choice.MANUAL ? Integer.toString(m_minimumPoints) : "automatic");
        shown.put("Distance", m_distance.name());
        return new ClusterPlan(
                choice.isWeka() ? WekaClusterers.dbscan(options) : Algorithms.DBSCAN.clusterer(options),
                choice,
                shown,
                Algorithms.DBSCAN.estimate(choice.implementation(), options, size));
    }
}
