package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stores a field or a class in a layout of its own. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Persistor {

    /** @return the persistor, made through its constructor without arguments */
    @SuppressWarnings("rawtypes")
    Class<? extends NodeParametersPersistor> value();
}
