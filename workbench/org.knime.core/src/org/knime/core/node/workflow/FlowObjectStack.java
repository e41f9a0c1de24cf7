package org.knime.core.node.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/** The flow variables a node sees or adds; one pushed later hides an earlier one of the same name. */
public final class FlowObjectStack implements Iterable<FlowObject> {
    private final List<FlowObject> objects = new ArrayList<>();

    FlowObjectStack() {}

    /**
     * Creates a stack.
     *
     * @param variables the variables, the last one on top
     * @param owner the node that owns them; the embedded workbench does not use it
     * @return the stack
     */
    public static FlowObjectStack createFromFlowVariableList(final List<FlowVariable> variables, final NodeID owner) {
        final FlowObjectStack stack = new FlowObjectStack();
        variables.forEach(stack::push);
        return stack;
    }

    /**
     * Puts an object on top.
     *
     * @param object the object
     */
    public void push(final FlowObject object) {
        objects.add(object);
    }

    /**
     * Finds a variable that can be read as a type.
     *
     * @param name its name
     * @param type the type
     * @return the variable, empty when there is none
     */
    public Optional<FlowVariable> peekFlowVariable(final String name, final VariableType<?> type) {
        return Optional.ofNullable(
                select(v -> v.getName().equals(name) && v.getVariableType().isConvertible(type))
                        .get(name));
    }

    /**
     * Finds a variable of exactly one type.
     *
     * @param name its name
     * @param type the type
     * @return the variable
     * @throws NoSuchElementException when there is none
     */
    public FlowVariable peekFlowVariable(final String name, final FlowVariable.Type type) {
        final FlowVariable found =
                select(v -> v.getName().equals(name) && v.getType() == type).get(name);
        if (found == null) {
            throw new NoSuchElementException("No such variable \"" + name + "\" of type " + type);
        }
        return found;
    }

    /**
     * Returns the variables of the first versions' types: texts, 32-bit integers and floating-point numbers.
     *
     * @return an unmodifiable map by name
     */
    public Map<String, FlowVariable> getAvailableFlowVariables() {
        return select(v -> v.getType() != FlowVariable.Type.OTHER);
    }

    /**
     * Returns all variables.
     *
     * @return an unmodifiable map by name
     */
    public Map<String, FlowVariable> getAllAvailableFlowVariables() {
        return select(v -> true);
    }

    /**
     * Returns the variables that can be read as one of some types.
     *
     * @param types the types
     * @return an unmodifiable map by name
     */
    public Map<String, FlowVariable> getAvailableFlowVariables(final VariableType<?>[] types) {
        return select(v -> Arrays.stream(types).anyMatch(v.getVariableType()::isConvertible));
    }

    private Map<String, FlowVariable> select(final Predicate<FlowVariable> accepted) {
        final Map<String, FlowVariable> selected = new LinkedHashMap<>();
        for (final FlowObject object : objects) {
            if (object instanceof FlowVariable variable && accepted.test(variable)) {
                selected.put(variable.getName(), variable);
            }
        }
        return Collections.unmodifiableMap(selected);
    }

    @Override
    public Iterator<FlowObject> iterator() {
        return Collections.unmodifiableList(objects).iterator();
    }

    @Override
    public String toString() {
        return objects.toString();
    }
}
