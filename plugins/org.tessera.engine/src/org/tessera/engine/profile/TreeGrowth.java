package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/** The growth of a tree for all segments, the best split first, and its pruning at the weakest links. */
final class TreeGrowth {

    /** Share of the customers that a leaf has to put right in addition. */
    static final double MIN_GAIN = 0.0005;
    /** Rows of the sample that it has to put right at least. */
    private static final int MIN_ROWS = 2;
    /** Leaves before pruning, per leaf that may be left. */
    private static final int GROWN = 4;

    private final List<RuleTerms> terms;
    private final int[] groups;
    private final short[][] codes;
    private final int groupCount;
    private final RunContext run;
    private final TreeNode root;

    private TreeGrowth(List<RuleTerms> terms, int[] sample, Grouping grouping, RunContext run) {
        this.terms = terms;
        this.run = run;
        groupCount = grouping.count();
        groups = Arrays.stream(sample).map(grouping::group).toArray();
        codes = new short[terms.size()][sample.length];
        run.forBlocks(codes.length, c -> {
            CancellationCheck cancellation = new CancellationCheck(run);
            for (int i = 0; i < sample.length; i++) {
                cancellation.step();
                codes[c][i] = (short) terms.get(c).code(grouping.row(sample[i]));
            }
        });
        int[] rows = new int[sample.length];
        Arrays.setAll(rows, i -> i);
        root = node(TreePath.root(terms), rows);
    }

    /**
     * Prepares the growth.
     *
     * @param terms the columns
     * @param sample per group, clustered rows to which the tree is fitted
     */
    static TreeGrowth of(List<RuleTerms> terms, List<int[]> sample, Grouping grouping, RunContext run) {
        return new TreeGrowth(
                terms, sample.stream().flatMapToInt(Arrays::stream).toArray(), grouping, run);
    }

    /** Grows and prunes the tree to at most so many leaves. */
    List<TreeNode> leaves(int most) {
        Map<TreeNode, TreeSplit> splits = new HashMap<>();
        List<TreeNode> leaves = new ArrayList<>(List.of(root));
        splits.put(root, split(root));
        while (leaves.size() < GROWN * most) {
            TreeNode next = null;
            for (TreeNode leaf : leaves) {
                TreeSplit split = splits.get(leaf);
                if (split != null && (next == null || TreeSplit.better(splits.get(next), split) == split)) {
                    next = leaf;
                }
            }
            if (next == null) {
                break;
            }
            TreeSplit split = splits.remove(next);
            TreeNode left = side(next, split, true);
            TreeNode right = side(next, split, false);
            next.split(left, right);
            leaves.set(leaves.indexOf(next), left);
            leaves.add(right);
            splits.put(left, split(left));
            splits.put(right, split(right));
        }
        boolean isPruned = true;
        while (isPruned) {
            double limit = root.leaves().size() > most
                    ? Double.POSITIVE_INFINITY
                    : Math.max(MIN_ROWS, MIN_GAIN * groups.length);
            isPruned = root.pruneWeakest(limit);
        }
        return root.leaves();
    }

    private TreeNode side(TreeNode node, TreeSplit split, boolean left) {
        short[] of = codes[split.column()];
        int[] rows = Arrays.stream(node.rows())
                .filter(i -> split.left()[of[i] + 1] == left)
                .toArray();
        return node(node.path().to(split, left), rows);
    }

    private TreeNode node(TreePath path, int[] rows) {
        int[] counts = new int[groupCount];
        for (int i : rows) {
            counts[groups[i]]++;
        }
        return new TreeNode(path, rows, counts);
    }

    /** The best split of a node, or null if there is none. */
    private TreeSplit split(TreeNode node) {
        if (!node.isMixed()) {
            return null;
        }
        TreeSplit[] perColumn = new TreeSplit[terms.size()];
        run.forBlocks(perColumn.length, c -> {
            CancellationCheck cancellation = new CancellationCheck(run);
            int[][] counts = new int[terms.get(c).size() + 2][groupCount];
            for (int i : node.rows()) {
                cancellation.step();
                counts[codes[c][i] + 1][groups[i]]++;
            }
            perColumn[c] = TreeSplit.best(c, terms.get(c), counts);
        });
        TreeSplit best = null;
        for (TreeSplit split : perColumn) {
            best = TreeSplit.better(best, split);
        }
        return best;
    }
}
