package org.tessera.workbench.kernel;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a node runs. While {@link NativeNode} creates, configures or executes a node, the environment is bound to the
 * thread, so that nodes that read and write files find the workflow's directory.
 *
 * @param nodeName the name of the node in the workflow, such as {@code "CSV Reader (#1)"}
 * @param workflowDirectory the directory of the workflow, null outside a workflow
 * @param roundTrips whether everything that passes between nodes, tables and specs included, is written to bytes and
 *     read back, and every node is saved and opened again after its execution
 */
public record NodeEnvironment(String nodeName, Path workflowDirectory, boolean roundTrips) {
    private static final ThreadLocal<NodeEnvironment> CURRENT = new ThreadLocal<>();

    /**
     * An environment in which only port objects are copied, as KNIME does while a workflow is open.
     *
     * @param nodeName the name of the node in the workflow
     * @param workflowDirectory the directory of the workflow, null outside a workflow
     */
    public NodeEnvironment(final String nodeName, final Path workflowDirectory) {
        this(nodeName, workflowDirectory, false);
    }

    /**
     * Returns the environment of the node that runs on this thread.
     *
     * @return the environment, empty outside a node
     */
    public static Optional<NodeEnvironment> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Code that runs in an environment.
     *
     * @param <T> what it returns
     * @param <E> what it throws
     */
    public interface Code<T, E extends Exception> {
        /**
         * Runs the code.
         *
         * @return its result
         * @throws E when it fails
         */
        T run() throws E;
    }

    /**
     * Runs code in this environment.
     *
     * @param <T> what the code returns
     * @param <E> what the code throws
     * @param code the code
     * @return what it returned
     * @throws E what it threw
     */
    public <T, E extends Exception> T call(final Code<T, E> code) throws E {
        final NodeEnvironment before = CURRENT.get();
        CURRENT.set(this);
        try {
            return code.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
