package org.knime.node.parameters.widget.number;

import java.math.BigDecimal;
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

        @Override
        public String getErrorMessage() {
            return (isExclusive() ? "The value must be greater than " : "The value must be at least ")
                    + plain(getMin())
                    + ".";
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

        /** Allows one and everything above. */
        public static final class IsPositiveIntegerValidation extends MinValidation {

            /** Creates the bound. */
            public IsPositiveIntegerValidation() {
                super();
            }

            @Override
            public double getMin() {
                return 1;
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

        @Override
        public String getErrorMessage() {
            return (isExclusive() ? "The value must be less than " : "The value must not exceed ")
                    + plain(getMax())
                    + ".";
        }

        /** @return the bound */
        protected abstract double getMax();
    }

    private static String plain(final double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
