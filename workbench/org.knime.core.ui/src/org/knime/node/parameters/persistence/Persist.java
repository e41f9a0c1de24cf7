package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Changes how a field is stored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {

    /** @return the key to store the field under; empty for the field's own name */
    String configKey() default "";

    /** @return whether the setting is kept out of sight of flow variables */
    boolean hidden() default false;
}
