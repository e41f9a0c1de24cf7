package org.tessera.engine.kernel;

import java.util.Arrays;

/**
 * Disjoint sets of the numbers 0 to n - 1, with path halving: Tarjan and van Leeuwen (1984), Worst-case analysis of set
 * union algorithms, <a href="https://doi.org/10.1145/62.2160">doi:10.1145/62.2160</a>. The representative of a set is
 * its lowest number.
 */
public final class UnionFind {

    private final int[] parent;

    /**
     * Makes a set of every number.
     *
     * @param size how many numbers
     */
    public UnionFind(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    /**
     * Finds the set of a number.
     *
     * @param member a number
     * @return the lowest number of its set
     */
    public int find(int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /**
     * Unites two sets.
     *
     * @param a a member of one
     * @param b a member of the other, or of the same
     * @return the lowest number of the union
     */
    public int join(int a, int b) {
        int low = Math.min(find(a), find(b));
        int high = Math.max(find(a), find(b));
        parent[high] = low;
        return low;
    }
}
