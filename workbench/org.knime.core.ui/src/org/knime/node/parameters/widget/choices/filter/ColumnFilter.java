package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;

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
     * Leaves out columns on neither list, in manual mode.
     *
     * @return this
     */
    public ColumnFilter withExcludeUnknownColumns() {
        setIncludeUnknownValues(false);
        return this;
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
     * @param spec a table
     * @return the names of the selected ones of all its columns, in their order
     */
    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /** @return accepts the columns that are selected, as the filter is now */
    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (m_mode == TypedStringFilterMode.TYPE) {
            return m_typeFilter.getFilterPredicate();
        }
        final Predicate<String> byName = getStringFilterPredicate();
        return column -> byName.test(column.getName());
    }

    /**
     * @param choices the columns to choose from
     * @return the names selected by hand that are not among them
     */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        return getMissingSelected(names(choices));
    }

    /**
     * @param spec a table
     * @return the names selected by hand that are none of its columns
     */
    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    /**
     * Keeps the selection for readers of the dialog's data.
     *
     * @param choices the columns to choose from
     * @return the names of the selected columns, then the missing ones
     */
    public String[] updateSelectedColumnsBeforeSerialization(final List<DataColumnSpec> choices) {
        final String[] selected = Stream.of(filter(choices), getMissingSelected(choices))
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        setSelectedBeforeSerialization(selected);
        return selected;
    }

    /** @param selected the selection to keep for readers of the dialog's data */
    public void setSelectedBeforeSerialization(final String[] selected) {
        setSelected(selected);
    }

    private static String[] names(final List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
