package org.knime.node.parameters.widget.choices.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows a selection by two lists. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TwinlistWidget {

    /** @return the heading of the selected choices; empty for the dialog's own */
    String includedLabel() default "";

    /** @return the heading of the other choices; empty for the dialog's own */
    String excludedLabel() default "";
}
