package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Provides the possible values that the domain of a column of the first table declares. */
public interface DomainChoicesProvider extends StringChoicesProvider {

    /** @return the name of the column */
    String getColumnName();

    @Override
    default List<String> choices(final NodeParametersInput context) {
        return context.getInTableSpec(0)
                .map(spec -> domainValues(spec, getColumnName()))
                .orElseGet(List::of);
    }

    private static List<String> domainValues(final DataTableSpec spec, final String column) {
        if (column == null || !spec.containsName(column)) {
            return List.of();
        }
        final var values = spec.getColumnSpec(column).getDomain().getValues();
        return values == null
                ? List.of()
                : values.stream().map(DataCell::toString).toList();
    }
}
