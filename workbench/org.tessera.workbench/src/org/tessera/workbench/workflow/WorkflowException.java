package org.tessera.workbench.workflow;

import java.util.List;

/** A workflow that cannot be loaded; it lists everything that is wrong, one sentence each. */
public final class WorkflowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /**
     * Creates the exception.
     *
     * @param problems what is wrong and what to do, at least one
     */
    public WorkflowException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Creates the exception for one problem.
     *
     * @param problem what is wrong and what to do
     * @param cause what was thrown
     */
    public WorkflowException(String problem, Throwable cause) {
        super(problem, cause);
        this.problems = List.of(problem);
    }

    /**
     * Creates the exception for one problem.
     *
     * @param problem what is wrong and what to do
     */
    public WorkflowException(String problem) {
        this(List.of(problem));
    }

    /**
     * Returns what is wrong.
     *
     * @return one sentence per problem
     */
    public List<String> problems() {
        return problems;
    }
}
