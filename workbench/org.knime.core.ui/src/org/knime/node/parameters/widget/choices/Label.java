package org.knime.node.parameters.widget.choices;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text a constant of an enum is shown by. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Label {

    /** @return the text */
    String value();

    /** @return what the constant means; becomes part of the option's description */
    String description() default "";

    /** @return whether the constant cannot be chosen */
    boolean disabled() default false;
}
