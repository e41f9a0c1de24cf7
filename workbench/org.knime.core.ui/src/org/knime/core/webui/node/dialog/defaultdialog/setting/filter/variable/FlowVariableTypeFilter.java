package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.variable;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableTypeRegistry;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.choices.filter.TypeFilter;

/** Selects flow variables by type. */
public final class FlowVariableTypeFilter extends TypeFilter {

    /** Creates a filter that selects nothing. */
    public FlowVariableTypeFilter() {
        super();
    }

    /** @return accepts the flow variables this filter selects, as it is now */
    public Predicate<FlowVariable> getFilterPredicate() {
        final Set<String> selected = Set.of(m_selectedTypes);
        return variable -> selected.contains(variable.getVariableType().getIdentifier());
    }

    @Override
    protected Optional<TypedStringChoice.PossibleTypeValue> fromTypeId(final String typeId) {
        return Arrays.stream(VariableTypeRegistry.getInstance().getAllTypes())
                .map(type -> type.getIdentifier())
                .filter(typeId::equals)
                .map(id -> new TypedStringChoice.PossibleTypeValue(id, id))
                .findFirst();
    }
}
