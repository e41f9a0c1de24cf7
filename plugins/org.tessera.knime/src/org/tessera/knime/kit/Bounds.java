package org.tessera.knime.kit;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.engine.metric.MetricOptions;

/** Bounds of numbers that several dialogs share. */
public final class Bounds {

    private Bounds() {}

    /** The number is 1 or more. */
    public static final class AtLeastOne extends MinValidation {
        @Override
        protected double getMin() {
            return 1;
        }
    }

    /** The number is 100 percent or less. */
    public static final class AtMostAll extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    /** The number is at least the smallest one that the limit of exact silhouettes takes. */
    public static final class LeastExact extends MinValidation {
        @Override
        protected double getMin() {
            return MetricOptions.MIN_EXACT_UP_TO;
        }
    }
}
