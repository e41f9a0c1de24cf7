package org.tessera.engine.kernel;

import java.util.Arrays;

/** Disjoint sets of numbers with path halving; the root of a set is its lowest number. */
public final class UnionFind {

    private final int[] parent;

    public UnionFind(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    public int find(int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Joins two sets. @return their root */
    public int join(int a, int b) {
        int low = Math.min(find(a), find(b));
        int high = Math.max(find(a), find(b));
        parent[high] = low;
        return low;
    }
}
