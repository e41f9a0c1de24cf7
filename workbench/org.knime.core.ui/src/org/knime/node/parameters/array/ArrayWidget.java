package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;

/** How an array of parameter groups is shown and edited. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {

    /** @return the text of the button that adds an element; empty for the dialog's own */
    String addButtonText() default "";

    /** @return how one element is laid out */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    /** @return the title of an element, to which its number is added */
    String elementTitle() default "";

    /** @return whether elements can be moved */
    boolean showSortButtons() default false;

    /** @return whether elements can neither be added nor removed */
    boolean hasFixedSize() default false;

    /** @return the provider of a new element's values; the default means the element's constructor */
    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;

    /** The ways to lay out an element. */
    enum ElementLayout {
        /** A card with one control below the other. */
        VERTICAL_CARD,
        /** All controls in one line. */
        HORIZONTAL_SINGLE_LINE
    }
}
