package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** The checks of a text in the dialog; they bind neither stored settings nor flow variables. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** @return a text shown while the field is empty */
    String placeholder() default "";

    /** @return the pattern the text has to match; the default is none */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    /** @return the largest length; the default is none */
    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    /** @return the smallest length; the default is none */
    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    /** @return the provider of the placeholder; the default provides none */
    Class<? extends StateProvider<String>> placeholderProvider() default NoChecks.Placeholder.class;

    /** @return the provider of a pattern; the default provides none */
    Class<? extends StateProvider<? extends PatternValidation>> patternValidationProvider() default
            NoChecks.Pattern.class;

    /** @return the provider of a largest length; the default provides none */
    Class<? extends StateProvider<? extends MaxLengthValidation>> maxLengthValidationProvider() default
            NoChecks.MaxLength.class;

    /** @return the provider of a smallest length; the default provides none */
    Class<? extends StateProvider<? extends MinLengthValidation>> minLengthValidationProvider() default
            NoChecks.MinLength.class;
}
