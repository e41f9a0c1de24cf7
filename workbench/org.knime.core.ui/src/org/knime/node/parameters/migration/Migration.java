package org.knime.node.parameters.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Loads a field or a class from settings of an older layout. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Migration {

    /** @return the migration, made through its constructor without arguments */
    @SuppressWarnings("rawtypes")
    Class<? extends NodeParametersMigration> value();
}
