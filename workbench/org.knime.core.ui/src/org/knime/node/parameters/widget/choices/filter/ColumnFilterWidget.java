package org.knime.node.parameters.widget.choices.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** Gives a {@link ColumnFilter} the columns to choose from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ColumnFilterWidget {

    /** @return the provider of the columns */
    Class<? extends ColumnChoicesProvider> choicesProvider();
}
