package org.tessera.engine.cluster.dbscan;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Wait-free union-find with path halving: any number of threads may find and join at the same time. Links go from the
 * higher to the lower root by compare and set, so that the root of a set is its lowest member, whatever the order of
 * the joins. Anderson and Woll (1991), Wait-free parallel algorithms for the union-find problem, <a
 * href="https://doi.org/10.1145/103418.103458">doi:10.1145/103418.103458</a>.
 */
final class ConcurrentUnionFind {

    private final AtomicIntegerArray parent;

    ConcurrentUnionFind(int size) {
        parent = new AtomicIntegerArray(size);
        for (int i = 0; i < size; i++) {
            parent.set(i, i);
        }
    }

    /** The root of the set of a member. */
    int find(int member) {
        int node = member;
        int up = parent.get(node);
        while (up != node) {
            int grandparent = parent.get(up);
            if (grandparent != up) {
                parent.compareAndSet(node, up, grandparent);
            }
            node = up;
            up = grandparent;
        }
        return node;
    }

    /** Joins the sets of two members. */
    void join(int a, int b) {
        while (true) {
            int rootA = find(a);
            int rootB = find(b);
            if (rootA == rootB) {
                return;
            }
            int low = Math.min(rootA, rootB);
            int high = Math.max(rootA, rootB);
            if (parent.compareAndSet(high, high, low)) {
                return;
            }
        }
    }
}
