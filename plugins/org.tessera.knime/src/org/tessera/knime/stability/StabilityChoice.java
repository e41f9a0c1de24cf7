package org.tessera.knime.stability;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.engine.choose.stability.StabilityOptions;
import org.tessera.engine.choose.stability.StabilityReport;
import org.tessera.knime.kit.Settings;

/** Whether stability is measured. The names of the constants are stored in workflows and never change. */
public enum StabilityChoice {
    /** Stability is not measured. */
    @Label(value = "None", description = "Stability is not measured.")
    NONE,
    /** Parts of the customers are segmented again. */
    @Label(
            value = "Resampling",
            description = "Parts of the customers, and of tables without segments, are segmented again and again.")
    RESAMPLING;

    /** The title of the choice. */
    public static final String TITLE = "Stability";

    /** The description of the number of samples. */
    public static final String RESAMPLES_DESCRIPTION =
            "The number of random samples of the customers, drawn with replacement, that are segmented again, from 1 to"
                    + " 1,000. Lower it when time is short, raise it for more exact figures. Default: 50.";

    /** The description of the largest number of customers. */
    public static final String ROWS_DESCRIPTION =
            "With more customers than this, at least 500, stability is measured on a sample of so many, evenly spread"
                    + " over their values. Segments of fewer customers are found again less well, also without segments."
                    + " Default: 5,000.";

    /** The choice of a dialog. */
    public static final class Ref implements ParameterReference<StabilityChoice> {}

    /** True while stability is measured. */
    public static final class Measured implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(RESAMPLING);
        }
    }

    /** The number of samples is no larger than the largest one. */
    public static final class MostResamples extends MaxValidation {
        @Override
        protected double getMax() {
            return StabilityOptions.MAX_REPETITIONS;
        }
    }

    /** The customers are no fewer than the smallest limit. */
    public static final class LeastRows extends MinValidation {
        @Override
        protected double getMin() {
            return StabilityReport.Options.MIN_ROWS;
        }
    }

    /**
     * Checks the options of how much is measured.
     *
     * @param resamples number of samples
     * @param rows most customers that are measured
     * @throws InvalidSettingsException if one is out of its bounds
     */
    public static void validate(int resamples, int rows) throws InvalidSettingsException {
        Settings.inRange(StabilityReport.Options.RESAMPLES, resamples, 1, StabilityOptions.MAX_REPETITIONS);
        Settings.inRange(StabilityReport.Options.MAX_ROWS, rows, StabilityReport.Options.MIN_ROWS, Integer.MAX_VALUE);
    }

    /** @return whether stability is measured */
    public boolean isMeasured() {
        return this == RESAMPLING;
    }
}
