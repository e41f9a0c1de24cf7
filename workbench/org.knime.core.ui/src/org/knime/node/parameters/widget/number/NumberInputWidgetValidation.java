package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A bound of a number. */
public sealed interface NumberInputWidgetValidation extends BuiltinValidation {

    /** @return whether the bound itself is not allowed */
    default boolean isExclusive() {
        return false;
    }

    /** A lower bound; has a constructor without arguments. */
    abstract non-sealed class MinValidation implements NumberInputWidgetValidation {

        /** Creates the bound. */
        public MinValidation() {
            super();
        }

        record MinValidationParams(double min, boolean isExclusive) {}

        @Override
        public final MinValidationParams getParameters() {
            return new MinValidationParams(getMin(), isExclusive());
        }

        /** @return the bound */
        protected abstract double getMin();

        /** Allows zero and everything above. */
        public static final class IsNonNegativeValidation extends MinValidation {

            /** Creates the bound. */
            public IsNonNegativeValidation() {
                super();
            }

            @Override
            public double getMin() {
                return 0;
            }
        }

        /** Allows everything above zero. */
        public static final class IsPositiveDoubleValidation extends MinValidation {

            /** Creates the bound. */
            public IsPositiveDoubleValidation() {
                super();
            }

            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** An upper bound; has a constructor without arguments. */
    abstract non-sealed class MaxValidation implements NumberInputWidgetValidation {

        /** Creates the bound. */
        public MaxValidation() {
            super();
        }

        record MaxValidationParams(Double max, boolean isExclusive) {}

        @Override
        public final MaxValidationParams getParameters() {
            return new MaxValidationParams(getMax(), isExclusive());
        }

        /** @return the bound */
        protected abstract double getMax();
    }
}
