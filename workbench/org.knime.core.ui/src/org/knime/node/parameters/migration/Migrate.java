package org.knime.node.parameters.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a single field is loaded from settings that were stored before it existed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Migrate {

    /** @return whether the field keeps its default where the settings have no entry for it */
    boolean loadDefaultIfAbsent() default false;
}
