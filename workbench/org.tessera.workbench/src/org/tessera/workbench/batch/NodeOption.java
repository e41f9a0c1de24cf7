package org.tessera.workbench.batch;

import java.util.List;

/**
 * A node setting overridden on the command line, {@code -option=nodeId[/nested],key/path,value,type}.
 *
 * @param nodeIds the id of the node, preceded by the ids of the metanodes around it; never empty
 * @param keys the path of the setting below the node's model settings; never empty
 * @param value the value as written
 * @param type how the value is stored
 */
public record NodeOption(List<Integer> nodeIds, List<String> keys, String value, OptionType type) {

    /**
     * Checks and copies the lists.
     *
     * @throws IllegalArgumentException if a list is empty
     */
    public NodeOption {
        nodeIds = List.copyOf(nodeIds);
        keys = List.copyOf(keys);
        if (nodeIds.isEmpty() || keys.isEmpty()) {
            throw new IllegalArgumentException("A node option needs a node id and a key");
        }
    }

    /**
     * Returns the setting's path as the user wrote it.
     *
     * @return the keys joined with slashes
     */
    public String path() {
        return String.join("/", keys);
    }

    /**
     * Returns the node's id as the user wrote it.
     *
     * @return the ids joined with slashes
     */
    public String nodePath() {
        return String.join("/", nodeIds.stream().map(String::valueOf).toList());
    }
}
