package org.knime.core.node.workflow;

import java.io.Serializable;

/** The place of a node: its number within its workflow, whose own id is the prefix. */
public class NodeID implements Serializable, Comparable<NodeID> {
    /** The id that has no prefix. */
    public static final NodeID ROOTID = new NodeID(0);

    private static final long serialVersionUID = 1L;

    private final NodeID prefix;
    private final int index;

    /**
     * Creates an id without prefix.
     *
     * @param index the number
     */
    public NodeID(final int index) {
        this(null, index);
    }

    /**
     * Creates an id.
     *
     * @param prefix the workflow's id, null for none
     * @param index the number within the workflow
     */
    public NodeID(final NodeID prefix, final int index) {
        this.prefix = prefix;
        this.index = index;
    }

    @Override
    public int compareTo(final NodeID other) {
        if (prefix == null || other.prefix == null) {
            final int rank = Boolean.compare(prefix != null, other.prefix != null);
            return rank != 0 ? rank : Integer.compare(index, other.index);
        }
        final int order = prefix.compareTo(other.prefix);
        return order != 0 ? order : Integer.compare(index, other.index);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof NodeID id && compareTo(id) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (prefix == null ? 0 : prefix.hashCode()) + index;
    }

    @Override
    public String toString() {
        return prefix == null ? Integer.toString(index) : prefix + ":" + index;
    }
}
