package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.StringFilterMode;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter;
import org.knime.node.parameters.persistence.Persistable;

/** Selects names by lists or by pattern. */
public class StringFilter implements Persistable {

    /** Which of the filters is in use. */
    public StringFilterMode m_mode;

    /** The filter by pattern. */
    public PatternFilter m_patternFilter;

    /** The filter by lists. */
    public ManualFilter m_manualFilter;

    /** Creates a filter that selects nothing, in manual mode. */
    public StringFilter() {
        this(new String[0]);
    }

    /** @param initialSelected the names selected by hand */
    public StringFilter(final String[] initialSelected) {
        m_mode = StringFilterMode.MANUAL;
        m_patternFilter = new PatternFilter();
        m_manualFilter = new ManualFilter(Objects.requireNonNull(initialSelected, "The selection must not be null."));
    }

    /** @param initialSelected the names selected by hand */
    public StringFilter(final List<String> initialSelected) {
        this(initialSelected.toArray(String[]::new));
    }

    /** Leaves out names on neither list, in manual mode. */
    public void excludeUnknownColumn() {
        m_manualFilter.m_includeUnknownColumns = false;
    }

    /**
     * @param choices the names there are
     * @return the selected ones, in order
     */
    public String[] filter(final String[] choices) {
        if (m_mode == StringFilterMode.MANUAL) {
            return Arrays.stream(choices)
                    .filter(m_manualFilter.getFilterPredicate())
                    .toArray(String[]::new);
        }
        return m_patternFilter.getSelected(m_mode.toPatternMode(), choices);
    }

    /**
     * @param choices the names there are
     * @return the names selected by hand that are not among them; what {@link #filter} gives in the other modes
     */
    public String[] getMissingSelected(final String[] choices) {
        return m_mode == StringFilterMode.MANUAL ? m_manualFilter.getUpdatedMissingValues(choices) : filter(choices);
    }
}
