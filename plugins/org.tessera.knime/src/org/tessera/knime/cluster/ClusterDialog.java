package org.tessera.knime.cluster;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.knime.kit.Settings;

/** Parts that the dialogs of all clustering nodes share. */
final class ClusterDialog {

    static final String SEGMENT_COLUMN = "Segment column";

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

    static final class AtLeastOne extends MinValidation {
        @Override
        protected double getMin() {
            return 1;
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
