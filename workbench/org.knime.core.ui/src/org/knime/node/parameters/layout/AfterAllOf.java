package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link After} annotations of one layout element. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface AfterAllOf {

    /** @return the annotations held */
    After[] value();
}
