package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;
import javax.swing.tree.TreeNode;

/** A keyed node of a settings tree: a typed value or a nested config. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {
    private static final long serialVersionUID = 1L;

    private final ConfigEntries type;
    private AbstractConfigEntry parent;
    private String key;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        this.type = type;
        setKey(key);
    }

    /**
     * Returns the key.
     *
     * @return the key, never null
     */
    public final String getKey() {
        return key;
    }

    final void setKey(final String newKey) {
        if (newKey == null) {
            throw new IllegalArgumentException("Key must not be null!");
        }
        key = newKey;
    }

    /**
     * Sets the config that holds this entry.
     *
     * @param parent the holder, null for none
     */
    public final void setParent(final AbstractConfigEntry parent) {
        this.parent = parent;
    }

    /**
     * Returns the kind of value.
     *
     * @return the kind, never null
     */
    public final ConfigEntries getType() {
        return type;
    }

    /**
     * Returns the value as it is stored.
     *
     * @return the text, null for a null value
     */
    public abstract String toStringValue();

    @Override
    public String toString() {
        return key + " [" + type + "] -> " + toStringValue();
    }

    /**
     * Tells whether two entries have the same type, key and value; configs compare as trees, without regard to order.
     *
     * @param other another entry
     * @return true when identical
     */
    public final boolean isIdentical(final AbstractConfigEntry other) {
        return type == other.type && key.equals(other.key) && hasIdenticalValue(other);
    }

    abstract boolean hasIdenticalValue(AbstractConfigEntry other);

    @Override
    public boolean equals(final Object other) {
        return this == other
                || other instanceof AbstractConfigEntry entry && entry.getClass() == getClass() && isIdentical(entry);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + type.name().hashCode();
    }

    @Override
    public TreeNode getChildAt(final int index) {
        return null;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public final TreeNode getParent() {
        return parent;
    }

    @Override
    public int getIndex(final TreeNode node) {
        return -1;
    }

    @Override
    public final boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }
}
