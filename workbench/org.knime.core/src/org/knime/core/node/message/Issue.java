package org.knime.core.node.message;

/** One detail of a message: free text, or a place in an input table. */
interface Issue {
    // Returns the issue as text, possibly over several lines.
    String toPreformatted();
}
