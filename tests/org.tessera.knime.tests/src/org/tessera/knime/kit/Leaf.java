package org.tessera.knime.kit;

/**
 * A single value among the settings of a node.
 *
 * @param path its keys below "model", with slashes
 * @param type its type as the command line names it
 * @param value its value
 */
public record Leaf(String path, String type, String value) {

    /** The last key. */
    public String key() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The keys before the last one. */
    public String parent() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Whether it tells how many elements an array has. */
    public boolean isArraySize() {
        return key().equals("array-size");
    }

    /** Whether it stands in an array. */
    public boolean isInArray() {
        return isArraySize() || key().matches("\\d+");
    }

    /** What sets it on the command line, for node 1. */
    public String option(String other) {
        return "-option=1," + path + "," + other + "," + type;
    }
}
