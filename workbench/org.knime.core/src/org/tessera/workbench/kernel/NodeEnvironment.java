package org.tessera.workbench.kernel;

import java.nio.file.Path;

/**
 * Where a node runs.
 *
 * @param nodeName the name of the node in the workflow, such as {@code "CSV Reader (#1)"}
 * @param workflowDirectory the directory of the workflow, null outside a workflow
 * @param roundTrips whether everything that passes between nodes, tables and specs included, is written to bytes and
 *     read back, and every node is saved and opened again after its execution
 */
public record NodeEnvironment(String nodeName, Path workflowDirectory, boolean roundTrips) {
    /**
     * An environment in which only port objects are copied, as KNIME does while a workflow is open.
     *
     * @param nodeName the name of the node in the workflow
     * @param workflowDirectory the directory of the workflow, null outside a workflow
     */
    public NodeEnvironment(final String nodeName, final Path workflowDirectory) {
        this(nodeName, workflowDirectory, false);
    }
}
