package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;

/** Selects columns by the preferred value class of their type. */
final class ColumnTypeFilter extends TypeFilter {

    ColumnTypeFilter() {
        super();
    }

    Predicate<DataColumnSpec> getFilterPredicate() {
        final Predicate<String> selected = getIsSelectedPredicate();
        return column -> selected.test(column.getType().getPreferredValueClass().getName());
    }

    String[] filter(final List<DataColumnSpec> columns) {
        return columns.stream()
                .filter(getFilterPredicate())
                .map(DataColumnSpec::getName)
                .toArray(String[]::new);
    }
}
