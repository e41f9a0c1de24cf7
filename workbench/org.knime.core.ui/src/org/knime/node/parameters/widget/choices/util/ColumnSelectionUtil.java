package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns of input tables; where there is no table there are no columns. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {}

    /**
     * @param context the node's input
     * @param portIndex the port of the table
     * @return all columns
     */
    public static List<DataColumnSpec> getAllColumns(final NodeParametersInput context, final int portIndex) {
        return columns(context, portIndex).toList();
    }

    /**
     * @param context the node's input
     * @return all columns of the first table
     */
    public static List<DataColumnSpec> getAllColumnsOfFirstPort(final NodeParametersInput context) {
        return getAllColumns(context, 0);
    }

    /**
     * @param context the node's input
     * @param portIndex the port of the table
     * @return the first column
     */
    public static Optional<DataColumnSpec> getFirstColumn(final NodeParametersInput context, final int portIndex) {
        return columns(context, portIndex).findFirst();
    }

    /**
     * @param context the node's input
     * @return the first column of the first table
     */
    public static Optional<DataColumnSpec> getFirstColumnOfFirstPort(final NodeParametersInput context) {
        return getFirstColumn(context, 0);
    }

    /**
     * @param context the node's input
     * @param portIndex the port of the table
     * @param filter accepts columns
     * @return the accepted columns
     */
    public static List<DataColumnSpec> getFilteredColumns(
            final NodeParametersInput context, final int portIndex, final Predicate<DataColumnSpec> filter) {
        return columns(context, portIndex).filter(filter).toList();
    }

    /**
     * @param context the node's input
     * @param portIndex the port of the table
     * @param valueClasses value classes
     * @return the columns compatible with at least one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(
            final NodeParametersInput context, final int portIndex, final Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(context, portIndex, compatible(List.of(valueClasses)));
    }

    /**
     * @param context the node's input
     * @param valueClasses value classes
     * @return the columns of the first table compatible with at least one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(
            final NodeParametersInput context, final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context, 0, valueClasses);
    }

    /**
     * @param context the node's input
     * @param portIndex the port of the table
     * @param valueClasses value classes
     * @return the first column compatible with at least one of them
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(
            final NodeParametersInput context, final int portIndex, final Class<? extends DataValue>... valueClasses) {
        return columns(context, portIndex)
                .filter(compatible(List.of(valueClasses)))
                .findFirst();
    }

    /**
     * @param context the node's input
     * @param valueClasses value classes
     * @return the first column of the first table compatible with at least one of them
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumnOfFirstPort(
            final NodeParametersInput context, final Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(context, 0, valueClasses);
    }

    /**
     * @param context the node's input
     * @param portIndex the port of the table
     * @return the columns that hold texts
     */
    public static List<DataColumnSpec> getStringColumns(final NodeParametersInput context, final int portIndex) {
        return getCompatibleColumns(context, portIndex, StringValue.class);
    }

    /**
     * @param inSpec a table, or null
     * @return its columns that hold texts
     */
    public static List<DataColumnSpec> getStringColumns(final DataTableSpec inSpec) {
        return getCompatibleColumns(inSpec, StringValue.class);
    }

    /**
     * @param inSpec a table, or null
     * @return its first column that holds texts
     */
    public static Optional<DataColumnSpec> getFirstStringColumn(final DataTableSpec inSpec) {
        return getFirstCompatibleColumn(inSpec, StringValue.class);
    }

    /**
     * @param context the node's input
     * @return the columns of the first table that hold texts
     */
    public static List<DataColumnSpec> getStringColumnsOfFirstPort(final NodeParametersInput context) {
        return getStringColumns(context, 0);
    }

    /**
     * @param context the node's input
     * @param portIndex the port of the table
     * @return the columns that hold numbers
     */
    public static List<DataColumnSpec> getDoubleColumns(final NodeParametersInput context, final int portIndex) {
        return getCompatibleColumns(context, portIndex, DoubleValue.class);
    }

    /**
     * @param inSpec a table, or null
     * @return its columns that hold numbers
     */
    public static List<DataColumnSpec> getDoubleColumns(final DataTableSpec inSpec) {
        return getCompatibleColumns(inSpec, DoubleValue.class);
    }

    /**
     * @param inSpec a table, or null
     * @return its first column that holds numbers
     */
    public static Optional<DataColumnSpec> getFirstDoubleColumn(final DataTableSpec inSpec) {
        return getFirstCompatibleColumn(inSpec, DoubleValue.class);
    }

    /**
     * @param context the node's input
     * @return the columns of the first table that hold numbers
     */
    public static List<DataColumnSpec> getDoubleColumnsOfFirstPort(final NodeParametersInput context) {
        return getDoubleColumns(context, 0);
    }

    /**
     * @param spec a table, or null
     * @param valueClasses value classes
     * @return its columns compatible with at least one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(
            final DataTableSpec spec, final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, List.of(valueClasses));
    }

    /**
     * @param spec a table, or null
     * @param valueClasses value classes
     * @return its columns compatible with at least one of them
     */
    public static List<DataColumnSpec> getCompatibleColumns(
            final DataTableSpec spec, final Collection<Class<? extends DataValue>> valueClasses) {
        return columns(spec).filter(compatible(valueClasses)).toList();
    }

    /**
     * @param spec a table, or null
     * @param valueClasses value classes
     * @return its first column compatible with at least one of them
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(
            final DataTableSpec spec, final Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(spec, List.of(valueClasses));
    }

    /**
     * @param spec a table, or null
     * @param valueClasses value classes
     * @return its first column compatible with at least one of them
     */
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(
            final DataTableSpec spec, final List<Class<? extends DataValue>> valueClasses) {
        return columns(spec).filter(compatible(valueClasses)).findFirst();
    }

    private static Stream<DataColumnSpec> columns(final NodeParametersInput context, final int portIndex) {
        return columns(context.getInTableSpec(portIndex).orElse(null));
    }

    private static Stream<DataColumnSpec> columns(final DataTableSpec spec) {
        return spec == null ? Stream.empty() : spec.stream();
    }

    private static Predicate<DataColumnSpec> compatible(final Collection<Class<? extends DataValue>> valueClasses) {
        return column -> valueClasses.stream().anyMatch(column.getType()::isCompatible);
    }
}
