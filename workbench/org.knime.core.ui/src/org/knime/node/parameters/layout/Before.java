package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Places a layout element in front of another one of the same parent. */
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(BeforeAllOf.class)
@Target(ElementType.TYPE)
public @interface Before {

    /** @return the element to come in front of */
    Class<?> value();
}
