package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter.PatternMode;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;
import org.knime.node.parameters.persistence.Persistable;

/**
 * Selects typed names by lists, by pattern or by type.
 *
 * @param <T> the filter by type
 */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    /** Which of the filters is in use. */
    public TypedStringFilterMode m_mode;

    /** The filter by pattern. */
    public PatternFilter m_patternFilter;

    /** The filter by lists. */
    public ManualFilter m_manualFilter;

    /** The filter by type. */
    public T m_typeFilter;

    /**
     * @param initialSelected the names selected by hand
     * @param defaultTypeFilter the filter by type
     */
    protected TypedStringFilter(final String[] initialSelected, final T defaultTypeFilter) {
        m_mode = TypedStringFilterMode.MANUAL;
        m_patternFilter = new PatternFilter();
        m_manualFilter = new ManualFilter(Objects.requireNonNull(initialSelected, "The selection must not be null."));
        m_typeFilter = defaultTypeFilter;
    }

    /** @param value whether names on neither list are selected */
    protected void setIncludeUnknownValues(final boolean value) {
        m_manualFilter.m_includeUnknownColumns = value;
    }

    /**
     * @param choices the names there are
     * @return the names selected by hand that are not among them; none in the other modes
     */
    protected String[] getMissingSelected(final String[] choices) {
        Objects.requireNonNull(choices, "The choices must not be null.");
        return m_mode == TypedStringFilterMode.MANUAL ? m_manualFilter.getUpdatedMissingValues(choices) : new String[0];
    }

    /**
     * @param choices the names there are
     * @param getSelectedFromTypeFilter gives the names that the filter by type selects
     * @return the selected ones, in the order of the choices
     */
    protected String[] getSelected(final String[] choices, final Function<T, String[]> getSelectedFromTypeFilter) {
        Objects.requireNonNull(choices, "The choices must not be null.");
        if (m_mode == TypedStringFilterMode.TYPE) {
            return getSelectedFromTypeFilter.apply(m_typeFilter);
        }
        return Arrays.stream(choices).filter(getStringFilterPredicate()).toArray(String[]::new);
    }

    /**
     * @return accepts the names that are selected
     * @throws IllegalStateException if the mode is by type
     */
    protected Predicate<String> getStringFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> m_manualFilter.getFilterPredicate();
            case REGEX -> m_patternFilter.getIsSelectedPredicate(PatternMode.REGEX);
            case WILDCARD -> m_patternFilter.getIsSelectedPredicate(PatternMode.WILDCARD);
            case TYPE -> throw new IllegalStateException("A filter by type does not select by name.");
        };
    }
}
