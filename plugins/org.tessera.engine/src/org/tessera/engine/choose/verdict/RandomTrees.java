package org.tessera.engine.choose.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;

/**
 * Extremely randomized trees for regression: a node divides its rows at one random threshold per feature, of which the one
 * that explains most variance is taken, with at most {@value #TRIED} features tried; nodes with fewer than {@value #MIN_SPLIT} rows are leaves. The mean of
 * {@value #TREES} trees foretells. Geurts, Ernst and Wehenkel (2006), <a
 * href="https://doi.org/10.1007/s10994-006-6226-1">doi:10.1007/s10994-006-6226-1</a>. O(trees d n log n).
 */
final class RandomTrees {

    private static final int TREES = 20;
    private static final int MIN_SPLIT = 5;
    /** Features tried per node. */
    private static final int TRIED = 16;

    private final Matrix x;
    private final int[] features;
    private final double[] targets;
    private final RandomStream random;
    private final List<Node> trees = new ArrayList<>();

    /** A leaf, without children, or a threshold: rows below it go left. */
    private record Node(double value, int feature, double threshold, Node left, Node right) {

        double at(Matrix x, int row) {
            if (left == null) {
                return value;
            }
            return (x.at(row, feature) < threshold ? left : right).at(x, row);
        }
    }

    private record Split(int feature, double threshold, double gain) {}

    private RandomTrees(Matrix x, int[] features, double[] targets, RandomStream random) {
        this.x = x;
        this.features = features;
        this.targets = targets;
        this.random = random;
    }

    /** Grows trees on the first rows of a matrix. */
    static RandomTrees grow(Matrix x, int[] features, double[] targets, int rows, RandomStream random) {
        RandomTrees trees = new RandomTrees(x, features, targets, random);
        int[] all = new int[rows];
        Arrays.setAll(all, i -> i);
        for (int t = 0; t < TREES; t++) {
            trees.trees.add(trees.node(all));
        }
        return trees;
    }

    /** The mean of the trees for a row. */
    double foretell(Matrix rows, int row) {
        return trees.stream().mapToDouble(tree -> tree.at(rows, row)).average().orElse(Double.NaN);
    }

    private Node node(int[] rows) {
        double mean = Arrays.stream(rows).mapToDouble(i -> targets[i]).average().orElse(0);
        Split best = rows.length < MIN_SPLIT ? null : best(rows);
        if (best == null) {
            return new Node(mean, -1, 0, null, null);
        }
        int[] left = Arrays.stream(rows)
                .filter(i -> x.at(i, best.feature) < best.threshold)
                .toArray();
        int[] right = Arrays.stream(rows)
                .filter(i -> x.at(i, best.feature) >= best.threshold)
                .toArray();
        return new Node(mean, best.feature, best.threshold, node(left), node(right));
    }

    /** The best of one random threshold per feature; null if no feature varies. */
    private Split best(int[] rows) {
        Split best = null;
        int tried = Math.min(TRIED, features.length);
        for (int t = 0; t < tried; t++) {
            int other = t + random.nextInt(features.length - t);
            int feature = features[other];
            features[other] = features[t];
            features[t] = feature;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row : rows) {
                low = Math.min(low, x.at(row, feature));
                high = Math.max(high, x.at(row, feature));
            }
            double threshold = high - random.nextDouble() * (high - low);
            if (low < threshold) {
                Split split = new Split(feature, threshold, gain(rows, feature, threshold));
                best = best == null || split.gain > best.gain ? split : best;
            }
        }
        return best;
    }

    /** The variance between the two sides, but for a constant: the sum of their squared sums over their sizes. */
    private double gain(int[] rows, int feature, double threshold) {
        int count = 0;
        double left = 0;
        double right = 0;
        for (int row : rows) {
            if (x.at(row, feature) < threshold) {
                left += targets[row];
                count++;
            } else {
                right += targets[row];
            }
        }
        return left * left / count + right * right / (rows.length - count);
    }
}
