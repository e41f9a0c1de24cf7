package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns of input tables; where there is no table there are no columns. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {}

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
     * @param portIndex the port of the table
     * @return the columns that hold numbers
     */
    public static List<DataColumnSpec> getDoubleColumns(final NodeParametersInput context, final int portIndex) {
        return getCompatibleColumns(context, portIndex, DoubleValue.class);
    }

    /**
     * @param context the node's input
     * @return the columns of the first table that hold numbers
     */
    public static List<DataColumnSpec> getDoubleColumnsOfFirstPort(final NodeParametersInput context) {
        return getDoubleColumns(context, 0);
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
