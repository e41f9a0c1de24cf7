package org.tessera.engine.profile;

import java.util.List;
import java.util.stream.Stream;

/** A node of a tree for all segments: the rows of the sample that reach it, and once it is split, its two sides. */
final class TreeNode {

    private final TreePath path;
    private final int[] rows;
    private final int[] counts;
    private TreeNode left;
    private TreeNode right;

    /**
     * A leaf.
     *
     * @param path the way to it
     * @param rows rows of the sample
     * @param counts numbers of them per group
     */
    TreeNode(TreePath path, int[] rows, int[] counts) {
        this.path = path;
        this.rows = rows;
        this.counts = counts;
    }

    TreePath path() {
        return path;
    }

    /** The rows of the sample that reach it; not to be changed. */
    int[] rows() {
        return rows;
    }

    void split(TreeNode leftSide, TreeNode rightSide) {
        left = leftSide;
        right = rightSide;
    }

    private boolean isLeaf() {
        return left == null;
    }

    /** The most frequent group, of equally frequent ones the first. */
    int group() {
        int group = 0;
        for (int g = 1; g < counts.length; g++) {
            group = counts[g] > counts[group] ? g : group;
        }
        return group;
    }

    /** Whether rows of more than one group reach it. */
    boolean isMixed() {
        return counts[group()] < rows.length;
    }

    List<TreeNode> leaves() {
        return isLeaf()
                ? List.of(this)
                : Stream.concat(left.leaves().stream(), right.leaves().stream()).toList();
    }

    /** Number of rows that are rightly assigned. */
    private int right() {
        return isLeaf() ? counts[group()] : left.right() + right.right();
    }

    /** Rows that each leaf below puts right in addition, against a leaf in its place. */
    private double gain() {
        return (double) (right() - counts[group()]) / (leaves().size() - 1);
    }

    /** The split node at or below with the smallest gain, null for a leaf; of equal ones the first, but above those below. */
    TreeNode weakest() {
        if (isLeaf()) {
            return null;
        }
        TreeNode weakest = this;
        for (TreeNode below : new TreeNode[] {left.weakest(), right.weakest()}) {
            weakest = below != null && below.gain() < weakest.gain() ? below : weakest;
        }
        return weakest;
    }

    /** Makes the weakest node a leaf if its gain is below a limit; whether it was. */
    boolean pruneWeakest(double limit) {
        TreeNode weakest = weakest();
        if (weakest == null || weakest.gain() >= limit) {
            return false;
        }
        weakest.split(null, null);
        return true;
    }
}
