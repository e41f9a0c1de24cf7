package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import org.knime.core.data.DataColumnSpec;

/** Selects columns by lists, by pattern or by type. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {

    /** Creates a filter that selects nothing, in manual mode. */
    public ColumnFilter() {
        this(new String[0]);
    }

    /** @param selected the names of the columns selected by hand */
    public ColumnFilter(final String[] selected) {
        super(selected, new ColumnTypeFilter());
    }

    /** @param selectedColumns the columns selected by hand */
    public ColumnFilter(final List<DataColumnSpec> selectedColumns) {
        this(names(selectedColumns));
    }

    /**
     * Selects columns on neither list, in manual mode.
     *
     * @return this
     */
    public ColumnFilter withIncludeUnknownColumns() {
        setIncludeUnknownValues(true);
        return this;
    }

    /**
     * @param choices the columns to choose from, usually those of the choices provider
     * @return the names of the selected ones, in their order
     */
    public String[] filter(final List<DataColumnSpec> choices) {
        return getSelected(names(choices), types -> types.filter(choices));
    }

    /**
     * @param choices the columns to choose from
     * @return the names selected by hand that are not among them
     */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        return getMissingSelected(names(choices));
    }

    private static String[] names(final List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
