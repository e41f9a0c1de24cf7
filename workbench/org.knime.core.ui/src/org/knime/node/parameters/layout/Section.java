package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a type a layout element with a heading. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    /** @return the heading */
    String title();

    /** @return a text below the heading */
    String description() default "";

    /** @return whether the section opens in a drawer at the side */
    boolean sideDrawer() default false;

    /** @return the text of the button that opens the drawer; empty for the dialog's own */
    String sideDrawerSetText() default "";
}
