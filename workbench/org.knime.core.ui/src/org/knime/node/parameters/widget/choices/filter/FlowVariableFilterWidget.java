package org.knime.node.parameters.widget.choices.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.widget.choices.FlowVariableChoicesProvider;

/** Gives a {@link FlowVariableFilter} the flow variables to choose from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface FlowVariableFilterWidget {

    /** @return the provider of the flow variables */
    Class<? extends FlowVariableChoicesProvider> choicesProvider();
}
