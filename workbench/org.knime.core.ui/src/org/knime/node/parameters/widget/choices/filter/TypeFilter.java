package org.knime.node.parameters.widget.choices.filter;

import java.util.Set;
import java.util.function.Predicate;
import org.knime.node.parameters.persistence.Persistable;

/** Selects by type. */
public abstract class TypeFilter implements Persistable {

    /** The ids of the selected types, without duplicates. */
    public String[] m_selectedTypes;

    /** Creates a filter that selects nothing. */
    protected TypeFilter() {
        this(new String[0]);
    }

    /** @param selectedTypes the ids of the selected types */
    protected TypeFilter(final String[] selectedTypes) {
        m_selectedTypes = selectedTypes;
    }

    /** @return accepts the ids of the selected types, as they are now */
    protected Predicate<String> getIsSelectedPredicate() {
        return Set.of(m_selectedTypes)::contains;
    }
}
