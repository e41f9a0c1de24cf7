package org.tessera.engine.cluster.hierarchical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;

/**
 * Agglomeration as the textbook has it, without any shortcut: before every merge of a tree the heights of merging any two
 * clusters are worked out from their rows, and the tree has to merge two of the closest. Holds for any choice between
 * equal heights. O(n⁴) at worst.
 */
final class LinkageReplay {

    private static final double TOLERANCE = 1e-12;

    private final Matrix x;
    private final Linkage linkage;
    private final Distance distance;

    private LinkageReplay(Matrix x, Linkage linkage, Distance distance) {
        this.x = x;
        this.linkage = linkage;
        this.distance = distance;
    }

    static void check(Matrix x, Linkage linkage, Distance distance, MergeTree tree) {
        new LinkageReplay(x, linkage, distance).check(tree);
    }

    private void check(MergeTree tree) {
        int n = x.rows();
        List<int[]> clusters = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        double[][] heights = new double[2 * n - 1][2 * n - 1];
        for (int i = 0; i < n; i++) {
            add(new int[] {i}, i, clusters, numbers, heights);
        }
        for (int merge = 0; merge < n - 1; merge++) {
            double lowest = Double.POSITIVE_INFINITY;
            for (int a : numbers) {
                for (int b : numbers) {
                    lowest = a < b ? Math.min(lowest, heights[a][b]) : lowest;
                }
            }
            int left = numbers.indexOf(tree.left()[merge]);
            int right = numbers.indexOf(tree.right()[merge]);
            double found = heights[tree.left()[merge]][tree.right()[merge]];
            assertEquals(lowest, found, TOLERANCE * lowest, linkage + ": the closest at merge " + merge);
            assertEquals(found, tree.heights()[merge], TOLERANCE * found, linkage + ": height of merge " + merge);
            int[] members = Stream.of(clusters.get(left), clusters.get(right))
                    .flatMapToInt(Arrays::stream)
                    .toArray();
            clusters.remove(Math.max(left, right));
            numbers.remove(Math.max(left, right));
            clusters.remove(Math.min(left, right));
            numbers.remove(Math.min(left, right));
            add(members, n + merge, clusters, numbers, heights);
        }
    }

    private void add(int[] members, int number, List<int[]> clusters, List<Integer> numbers, double[][] heights) {
        for (int other = 0; other < numbers.size(); other++) {
            double height = height(members, clusters.get(other));
            heights[number][numbers.get(other)] = height;
            heights[numbers.get(other)][number] = height;
        }
        clusters.add(members);
        numbers.add(number);
    }

    private double height(int[] a, int[] b) {
        if (linkage == Linkage.WARD || linkage == Linkage.CENTROID) {
            double square = 0;
            for (int j = 0; j < x.columns(); j++) {
                square += Math.pow(mean(a, j) - mean(b, j), 2);
            }
            double weight = linkage == Linkage.WARD ? 2.0 * a.length * b.length / (a.length + b.length) : 1;
            return Math.sqrt(weight * square);
        }
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i : a) {
            for (int k : b) {
                double between =
                        distance.between(x.values(), i * x.columns(), x.values(), k * x.columns(), x.columns());
                sum += between;
                least = Math.min(least, between);
                most = Math.max(most, between);
            }
        }
        return linkage == Linkage.SINGLE ? least : linkage == Linkage.COMPLETE ? most : sum / a.length / b.length;
    }

    private double mean(int[] members, int column) {
        double sum = 0;
        for (int i : members) {
            sum += x.values()[i * x.columns() + column];
        }
        return sum / members.length;
    }
}
