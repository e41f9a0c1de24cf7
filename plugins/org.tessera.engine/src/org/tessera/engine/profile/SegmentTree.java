package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.Column;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.engine.profile.columns.ShareColumns;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * One classification tree for all segments, with at most twice as many leaves as segments, and how well it agrees with them.
 * Noise counts as a segment.
 *
 * <p>The tree is that of CART (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984): splits in two
 * that reduce the Gini impurity most, the best of all leaves first, pruned at its weakest links until it has few enough
 * leaves and each puts a share of {@value TreeGrowth#MIN_GAIN} of the customers more into their segment. It is fitted to one half of
 * the customers, of whom {@value Rules#MAX_TERM_ROWS} are sampled if there are more; how many it assigns rightly is that of the
 * other half ({@link HoldOut}). It depends on neither threads nor the order of the rows.
 *
 * @param leaves the leaves, those of the first segment first, within a segment by decreasing number of customers; none for
 *     fewer than {@value HoldOut#MIN_CUSTOMERS} customers
 * @param validated number of customers of the half by which the figures are measured
 * @param accuracy share of them whom the tree assigns to their segment, 0 to 1
 * @param accuracyInterval its 95 % interval by Wilson
 * @param adjustedRand adjusted Rand index of the tree's segments and their own, at most 1, 0 by chance
 * @param adjustedRandInterval its 95 % interval by the jackknife; not defined where every customer is assigned rightly
 */
public record SegmentTree(
        List<Leaf> leaves,
        int validated,
        double accuracy,
        Interval accuracyInterval,
        double adjustedRand,
        Interval adjustedRandInterval) {

    /** Leaves per segment at most. */
    static final int LEAVES_PER_SEGMENT = 2;

    private static final double FITTED = 0.8;

    /**
     * A leaf.
     *
     * @param label the segment, 0 and above, to which its customers are assigned, or -1 for noise
     * @param conditions what its customers fulfill, e.g. {@code Age >= 30 and < 60}, in the order of the columns; none if it is the only
     *     leaf
     * @param customers number of all customers in it
     * @param validated number of those in it by whom the figures are measured
     * @param right share of them who are in the segment, 0 to 1; NaN without one
     * @param rightInterval its 95 % interval by Wilson
     */
    public record Leaf(
            int label, List<String> conditions, int customers, int validated, double right, Interval rightInterval) {

        /** Copies the conditions. */
        public Leaf {
            conditions = List.copyOf(conditions);
        }

        /** @return e.g. {@code Age >= 30 and < 60 and Home = owner} */
        public String text() {
            return conditions.isEmpty() ? "all customers" : String.join(" and ", conditions);
        }
    }

    /** Copies the leaves. */
    public SegmentTree {
        leaves = List.copyOf(leaves);
    }

    /**
     * Fits a tree. O(n c) for each level of the tree, for n sampled customers and c columns.
     *
     * @param described the columns that may be used
     * @param segmented the labels of the clustered rows
     * @param run threads, progress and cancel
     * @return the tree
     * @throws IllegalArgumentException if a row index is outside the table
     */
    public static SegmentTree fit(DescribedColumns described, SegmentedRows segmented, RunContext run) {
        Grouping grouping = Grouping.of(described.customers(), segmented);
        List<Column> columns = ShareColumns.twoValued(described.customers(), grouping.tableRows(), run)
                .columns();
        if (grouping.rows() < HoldOut.MIN_CUSTOMERS) {
            return new SegmentTree(List.of(), 0, Double.NaN, Interval.NONE, Double.NaN, Interval.NONE);
        }
        HoldOut halves = HoldOut.of(columns, grouping, run);
        List<RuleTerms> terms = Rules.terms(columns, grouping, halves, run.part(0, FITTED / 2));
        run.progress(FITTED / 2, "Fitting a tree for all segments");
        int most = LEAVES_PER_SEGMENT
                * (int) IntStream.range(0, grouping.count())
                        .filter(g -> grouping.sizeOf(g) > 0)
                        .count();
        TreeGrowth growth = TreeGrowth.of(terms, Rules.sample(grouping, halves), grouping, run);
        List<TreeNode> leaves = growth.leaves(most);
        run.progress(FITTED, "Comparing the tree with the segments");
        return measured(leaves, halves, grouping, run);
    }

    private static SegmentTree measured(List<TreeNode> leaves, HoldOut halves, Grouping grouping, RunContext run) {
        int[][] first = new int[leaves.size()][grouping.count()];
        int[][] second = new int[leaves.size()][grouping.count()];
        run.forBlocks(grouping.count(), g -> {
            count(leaves, halves.search(g, Integer.MAX_VALUE), grouping, g, first, run);
            count(leaves, halves.validation(g), grouping, g, second, run);
        });
        long[][] counts = new long[grouping.count()][grouping.count()];
        List<Leaf> found = new ArrayList<>();
        for (int l = 0; l < leaves.size(); l++) {
            int group = leaves.get(l).group();
            int validated = Arrays.stream(second[l]).sum();
            found.add(new Leaf(
                    grouping.label(group),
                    leaves.get(l).path().texts(),
                    Arrays.stream(first[l]).sum() + validated,
                    validated,
                    (double) second[l][group] / validated,
                    Interval.ofCount(second[l][group], validated)));
            for (int g = 0; g < grouping.count(); g++) {
                counts[group][g] += second[l][g];
            }
        }
        found.sort((a, b) -> a.label != b.label
                ? Integer.compare(a.label & Integer.MAX_VALUE, b.label & Integer.MAX_VALUE)
                : Integer.compare(b.customers, a.customers));
        long right =
                IntStream.range(0, counts.length).mapToLong(g -> counts[g][g]).sum();
        long all = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
        double rand = Agreement.adjustedRand(counts);
        Interval interval = right == all ? Interval.NONE : Interval.of(rand, jackknife(counts, all));
        return new SegmentTree(
                found,
                (int) all,
                (double) right / all,
                Interval.ofCount(right, all),
                rand,
                new Interval(interval.low(), Math.min(1, interval.high())));
    }

    private static void count(
            List<TreeNode> leaves, int[] rows, Grouping grouping, int group, int[][] counts, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i : rows) {
            cancellation.step();
            int leaf = 0;
            while (!leaves.get(leaf).path().holds(grouping.row(i))) {
                leaf++;
            }
            counts[leaf][group]++;
        }
    }

    /** The standard error of the adjusted Rand index, from those without one customer at a time. */
    private static double jackknife(long[][] counts, long all) {
        List<double[]> without = new ArrayList<>();
        double mean = 0;
        for (long[] row : counts) {
            for (int g = 0; g < row.length; g++) {
                if (row[g] > 0) {
                    row[g]--;
                    double rand = Agreement.adjustedRand(counts);
                    row[g]++;
                    without.add(new double[] {row[g], rand});
                    mean += row[g] * rand / all;
                }
            }
        }
        double sum = 0;
        for (double[] customers : without) {
            sum += customers[0] * (customers[1] - mean) * (customers[1] - mean);
        }
        return Math.sqrt(sum * (all - 1) / all);
    }
}
