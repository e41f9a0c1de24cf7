package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;

/** Opens further controls from a button beside the annotated option. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD})
public @interface SubParameters {

    /** @return the layout element that holds the further controls */
    Class<?> subLayoutRoot();

    /** @return the provider that tells whether the button is shown; the default always shows it */
    Class<? extends StateProvider<Boolean>> showSubParametersProvider() default AlwaysShown.class;
}
