package org.knime.node.parameters.widget.choices.filter;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.variable.FlowVariableTypeFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;

/** Selects flow variables by lists, by pattern or by type. */
public final class FlowVariableFilter extends TypedStringFilter<FlowVariableTypeFilter> {

    /** Creates a filter that selects nothing, in manual mode. */
    public FlowVariableFilter() {
        this(new String[0]);
    }

    /** @param initialSelected the names selected by hand */
    public FlowVariableFilter(final String[] initialSelected) {
        super(initialSelected, new FlowVariableTypeFilter());
    }

    /** @param initialSelected the names selected by hand */
    public FlowVariableFilter(final List<String> initialSelected) {
        super(initialSelected, new FlowVariableTypeFilter());
    }

    /**
     * Leaves out variables on neither list, in manual mode.
     *
     * @return this
     */
    public FlowVariableFilter withExcludedUnknowns() {
        setIncludeUnknownValues(false);
        return this;
    }

    /**
     * Selects variables on neither list, in manual mode.
     *
     * @return this
     */
    public FlowVariableFilter withIncludedUnknowns() {
        setIncludeUnknownValues(true);
        return this;
    }

    /** @return accepts the variables that are selected, as the filter is now */
    public Predicate<FlowVariable> getFilterPredicate() {
        if (m_mode == TypedStringFilterMode.TYPE) {
            return m_typeFilter.getFilterPredicate();
        }
        final Predicate<String> byName = getStringFilterPredicate();
        return variable -> byName.test(variable.getName());
    }

    /**
     * @param variables the variables to choose from
     * @return the selected ones, in their order
     */
    public List<FlowVariable> filter(final Collection<FlowVariable> variables) {
        return variables.stream().filter(getFilterPredicate()).toList();
    }

    /**
     * @param variables the variables to choose from
     * @return the names selected by hand that are not among them
     */
    public String[] getMissingSelected(final Collection<FlowVariable> variables) {
        return getMissingSelected(variables.stream().map(FlowVariable::getName).toArray(String[]::new));
    }
}
