package org.tessera.knime.cluster;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.tessera.knime.kit.Settings;

/** Parts that the dialogs of all clustering nodes share. */
final class ClusterDialog {

    static final String SEGMENT_COLUMN = "Segment column";

    static final String SEGMENT_COLUMN_TEXT =
            "Name of the new column with each customer's segment. A name that the table has already"
                    + " is refused: change it to keep the segments of several nodes side by side. Default:"
                    + " Segment.";

    static final String FEATURES_TEXT =
            "The numeric columns that customers are compared by. Columns in large units dominate the"
                    + " others: scale them before, such as with the Segmentation Preprocessor. A connected"
                    + " Preparation brings its own features, and this choice is hidden and not used. Default:"
                    + " all numeric columns.";

    static final String SEED_TEXT =
            "Where the random numbers start: any whole number. The same seed gives the same segments,"
                    + " for any order of the rows and any number of threads. Try others to see whether the"
                    + " segments are stable. Default: 1.";

    static final String WHICH_CODE = "Which code runs the algorithm.";

    static final String IMPLEMENTATION_DEFAULT =
            "Leave it on Automatic unless results have to come from Weka's class, or from Tessera's"
                    + " alone. Default: Automatic.";

    private ClusterDialog() {}

    @Section(title = "Features")
    interface Features {}

    @Section(title = "Clustering")
    @After(Features.class)
    interface Clustering {}

    @Section(title = "Output")
    @After(Clustering.class)
    interface Output {}

    /** Shown while no preparation is connected, which would bring its own features. */
    static final class NoPreparation implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getConstant(
                    input -> input.getInPortSpec(ClusterNode.PREPARATION).isEmpty());
        }
    }

    enum Implementation {
        @Label(
                value = "Automatic",
                description = "Weka where it gives the right result in useful time, Tessera otherwise. The segment"
                        + " summary says which one ran, and why.")
        AUTOMATIC,
        @Label(value = "Weka", description = "Weka's class, always.")
        WEKA,
        @Label(
                value = "Tessera",
                description = "Tessera's own implementation of the same algorithm, always: exact, fast, on all cores,"
                        + " with the same result for any number of them.")
        TESSERA;

        org.tessera.engine.cluster.Implementation toEngine() {
            return org.tessera.engine.cluster.Implementation.valueOf(name());
        }
    }

    enum Distance {
        @Label(value = "Euclidean", description = "The straight line between two customers.")
        EUCLIDEAN,
        @Label(value = "Manhattan", description = "The sum of the differences, which outliers move less.")
        MANHATTAN;

        org.tessera.engine.distance.Distance toEngine() {
            return org.tessera.engine.distance.Distance.valueOf(name());
        }
    }

    static void validate(ClusterParameters parameters) throws InvalidSettingsException {
        Settings.requireName(SEGMENT_COLUMN, parameters.segmentColumn());
        Settings.validate(() -> parameters.plan(0, 0));
    }
}
