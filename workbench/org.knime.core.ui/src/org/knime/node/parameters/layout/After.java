package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Places a layout element behind another one of the same parent. */
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AfterAllOf.class)
@Target(ElementType.TYPE)
public @interface After {

    /** @return the element to come behind */
    Class<?> value();
}
