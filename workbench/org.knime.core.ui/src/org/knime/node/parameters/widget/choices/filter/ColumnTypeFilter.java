package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;
import org.tessera.workbench.ui.TypeLabels;

/** Selects columns by the preferred value class of their type. */
final class ColumnTypeFilter extends TypeFilter {

    ColumnTypeFilter() {
        super();
    }

    @Override
    protected Optional<PossibleTypeValue> fromTypeId(final String typeId) {
        return TypeLabels.ofValueClassName(typeId);
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
