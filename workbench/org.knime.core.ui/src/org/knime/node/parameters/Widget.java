package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicateProvider;

/** Makes a field an option of the node's dialog and of its description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Inherited
public @interface Widget {

    /** @return the option's title */
    String title();

    /** @return the option's help text, may hold simple markup */
    String description();

    /** @return whether the option is an advanced one */
    boolean advanced() default false;

    /** @return an effect on the option; the default has none */
    Effect effect() default @Effect(predicate = EffectPredicateProvider.class, type = Effect.EffectType.SHOW);
}
