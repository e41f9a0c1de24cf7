package org.tessera.workbench.batch;

/**
 * A workflow variable given on the command line, {@code -workflow.variable=name,value,type}.
 *
 * @param name the variable's name, not blank
 * @param value its value: a String, an Integer or a Double
 */
public record WorkflowVariable(String name, Object value) {

    /**
     * Checks name and type.
     *
     * @throws IllegalArgumentException if the name is blank or the value of another type
     */
    public WorkflowVariable {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A workflow variable needs a name");
        }
        if (!(value instanceof String || value instanceof Integer || value instanceof Double)) {
            throw new IllegalArgumentException("Workflow variable '" + name + "' must be String, int or double");
        }
    }
}
