package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The bounds of a number in the dialog; they bind neither stored settings nor flow variables. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    /** @return the lower bound; the default is that of the field's type */
    Class<? extends MinValidation> minValidation() default TypeBounds.Min.class;

    /** @return the upper bound; the default is that of the field's type */
    Class<? extends MaxValidation> maxValidation() default TypeBounds.Max.class;

    /** @return the provider of a lower bound; the default provides none */
    Class<? extends StateProvider<? extends MinValidation>> minValidationProvider() default TypeBounds.NoMin.class;

    /** @return the provider of an upper bound; the default provides none */
    Class<? extends StateProvider<? extends MaxValidation>> maxValidationProvider() default TypeBounds.NoMax.class;
}
