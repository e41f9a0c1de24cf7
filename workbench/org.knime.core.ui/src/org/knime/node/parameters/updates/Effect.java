package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables an option or layout element by the values of other options. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    /** What happens while the predicate holds. */
    public enum EffectType {
        /** Enabled while the predicate holds, disabled otherwise. */
        ENABLE,
        /** Disabled while the predicate holds, enabled otherwise. */
        DISABLE,
        /** Shown while the predicate holds, hidden otherwise. */
        SHOW,
        /** Hidden while the predicate holds, shown otherwise. */
        HIDE
    }

    /** @return the provider of the predicate */
    Class<? extends EffectPredicateProvider> predicate();

    /** @return what happens while the predicate holds */
    EffectType type();
}
