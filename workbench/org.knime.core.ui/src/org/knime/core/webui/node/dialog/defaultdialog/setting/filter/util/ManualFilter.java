package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.knime.node.parameters.persistence.Persistable;

/** Selects names by lists; names on neither list are selected or not as a whole. */
public class ManualFilter implements Persistable {

    /** The names selected by hand, without duplicates. */
    public String[] m_manuallySelected;

    /** The names deselected by hand, without duplicates. */
    public String[] m_manuallyDeselected;

    /** Whether names on neither list are selected. */
    public boolean m_includeUnknownColumns;

    ManualFilter() {}

    /** @param initialSelected the names selected; no name is deselected and unknown names are not selected */
    public ManualFilter(final String[] initialSelected) {
        this(initialSelected, new String[0], false);
    }

    /**
     * @param manuallySelected the names selected
     * @param manuallyDeselected the names deselected
     * @param includeUnknownValues whether names on neither list are selected
     */
    public ManualFilter(
            final String[] manuallySelected, final String[] manuallyDeselected, final boolean includeUnknownValues) {
        m_manuallySelected = manuallySelected;
        m_manuallyDeselected = manuallyDeselected;
        m_includeUnknownColumns = includeUnknownValues;
    }

    /** @return accepts the names this filter selects, as its lists are now */
    public Predicate<String> getFilterPredicate() {
        if (!m_includeUnknownColumns) {
            return Set.of(m_manuallySelected)::contains;
        }
        final Set<String> deselected = Set.of(m_manuallyDeselected);
        return name -> !deselected.contains(name);
    }

    /**
     * @param choices the names there are
     * @return the selected names that are not among them, in order; none if unknown names are selected
     */
    public String[] getUpdatedMissingValues(final String[] choices) {
        if (m_includeUnknownColumns) {
            return new String[0];
        }
        final Set<String> present = Set.of(choices);
        return Arrays.stream(m_manuallySelected)
                .filter(name -> !present.contains(name))
                .toArray(String[]::new);
    }
}
