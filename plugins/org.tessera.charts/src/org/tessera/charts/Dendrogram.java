package org.tessera.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * The dendrogram of a hierarchical segmentation, collapsed: its last merges as a tree whose leaves are branches of many
 * customers, with the height at which it is cut into segments.
 */
public final class Dendrogram {

    /** Number of leaves, if the cut does not need more. */
    public static final int DEFAULT_LEAVES = 30;

    /** Largest number of leaves. */
    static final int MAX_LEAVES = 120;

    /** Leaves per segment, so that segments show what they are made of. */
    private static final int LEAVES_PER_SEGMENT = 2;
    /** Largest number of segments whose stretches without a merge are compared. */
    private static final int STRETCHES = 12;

    private static final double TOLERANCE = 1e-12;

    private Dendrogram() {}

    /**
     * The specification of the chart.
     *
     * @param title the chart's title
     * @param subtitle how to read the chart, or why there is none and what to do
     * @param leaves the leaves from left to right; none if there is no dendrogram
     * @param merges the merges from the lowest to the root, one fewer than leaves
     * @param cut the height of the cut
     * @param names the names of the segments, in the order of their labels
     */
    public record Spec(
            String title, String subtitle, List<Leaf> leaves, List<Merge> merges, double cut, List<String> names)
            implements ChartSpec {

        /** Copies the lists. */
        public Spec {
            leaves = List.copyOf(leaves);
            merges = List.copyOf(merges);
            names = List.copyOf(names);
        }

        @Override
        public boolean isEmpty() {
            return leaves.isEmpty();
        }
    }

    /**
     * A branch below the last merges.
     *
     * @param label the segment of its customers, {@link #SEVERAL} if they are in several or noise
     * @param size number of customers
     * @param height height of the merge that completed it, 0 for a single customer
     */
    public record Leaf(int label, int size, double height) {}

    /** The label of a branch whose customers are not in one segment. */
    public static final int SEVERAL = -2;

    /**
     * A merge of two branches.
     *
     * @param left number of the left branch: 0 to L - 1 are the leaves, L + i is merge i
     * @param right number of the right branch
     * @param height its height
     * @param label the segment of its customers, or {@link #SEVERAL}
     */
    public record Merge(int left, int right, double height, int label) {}

    /**
     * Collapses the dendrogram of a model. O(n).
     *
     * @param model a model; only one of hierarchical clustering has a dendrogram
     * @param labels its labels, a label per training row
     * @param algorithm the name of the algorithm, for the message
     * @param run cancel
     * @return the specification; without leaves, and with the reason as subtitle, if the model has no dendrogram
     */
    public static Spec spec(ClusterModel model, Labels labels, String algorithm, RunContext run) {
        if (!(model instanceof TreeModel tree) || tree.tree().rows() != labels.size()) {
            return new Spec(
                    "No dendrogram",
                    "The segments are of " + algorithm
                            + ", which merges nothing: take a model of Hierarchical Segmentation.",
                    List.of(),
                    List.of(),
                    0,
                    List.of());
        }
        int k = tree.segments();
        int leaves =
                Math.min(tree.tree().rows(), Math.min(MAX_LEAVES, Math.max(DEFAULT_LEAVES, LEAVES_PER_SEGMENT * k)));
        Collapsed collapsed = new Collapsed(tree.tree(), labels, leaves, new CancellationCheck(run));
        return new Spec(
                title(tree, k),
                subtitle(tree, collapsed),
                collapsed.leaves,
                collapsed.merges,
                tree.cutHeight(),
                labels.names());
    }

    /** Where the stretch without a merge is longest, against where the tree is cut. */
    private static String title(TreeModel model, int k) {
        double[] heights = model.tree().heights();
        int n = heights.length + 1;
        int longest = IntStream.rangeClosed(2, Math.min(n - 1, Math.max(k, STRETCHES)))
                .reduce(
                        2,
                        (best, next) ->
                                stretch(heights, next) > stretch(heights, best) * (1 + TOLERANCE) ? next : best);
        String cut = "Cut into " + Numbers.count(k, "segment");
        if (n < 3 || k < 2 || longest == k) {
            return cut + (n < 3 || k < 2 ? "" : ", where the tree has its longest stretch without a merge");
        }
        return cut + "; the longest stretch without a merge gives " + longest;
    }

    /** How far the tree can be cut up and down for so many segments. */
    private static double stretch(double[] heights, int segments) {
        int above = heights.length + 1 - segments;
        return above < 1 || above >= heights.length ? 0 : heights[above] - heights[above - 1];
    }

    private static String subtitle(TreeModel model, Collapsed collapsed) {
        int hidden = model.tree().rows() - collapsed.leaves.size();
        String linkage = model.linkage().title();
        return Character.toUpperCase(linkage.charAt(0)) + linkage.substring(1)
                + " linkage. What the dashed line crosses are the segments; numbers are customers per wedge"
                + (hidden == 0 ? "" : ". The first " + Numbers.count(hidden, "merge") + " are inside the wedges");
    }

    /** The last merges of a tree. */
    private static final class Collapsed {

        private final MergeTree tree;
        private final int rows;
        /** Per cluster of the tree. */
        private final int[] sizes;

        private final int[] segments;
        private final int firstMerge;
        private final List<Leaf> leaves = new ArrayList<>();
        private final List<Merge> merges = new ArrayList<>();

        Collapsed(MergeTree tree, Labels labels, int leafCount, CancellationCheck cancellation) {
            this.tree = tree;
            this.rows = tree.rows();
            this.firstMerge = rows - leafCount;
            sizes = new int[2 * rows - 1];
            segments = new int[2 * rows - 1];
            for (int i = 0; i < rows; i++) {
                sizes[i] = 1;
                segments[i] = labels.at(i) == Labels.NOISE ? SEVERAL : labels.at(i);
            }
            for (int m = 0; m < rows - 1; m++) {
                cancellation.step();
                int left = tree.left()[m];
                int right = tree.right()[m];
                sizes[rows + m] = sizes[left] + sizes[right];
                segments[rows + m] = segments[left] == segments[right] ? segments[left] : SEVERAL;
            }
            int[] numbers = new int[2 * rows - 1];
            numberLeaves(numbers);
            for (int m = firstMerge; m < rows - 1; m++) {
                numbers[rows + m] = leaves.size() + m - firstMerge;
                merges.add(new Merge(
                        numbers[tree.left()[m]], numbers[tree.right()[m]], tree.heights()[m], segments[rows + m]));
            }
        }

        /** Numbers the leaves from left to right, the larger branch of each merge first. */
        private void numberLeaves(int[] numbers) {
            List<Integer> open = new ArrayList<>(List.of(2 * rows - 2));
            while (!open.isEmpty()) {
                int cluster = open.remove(open.size() - 1);
                int merge = cluster - rows;
                if (merge >= firstMerge) {
                    int left = tree.left()[merge];
                    int right = tree.right()[merge];
                    boolean leftLarger = sizes[left] >= sizes[right];
                    open.add(leftLarger ? right : left);
                    open.add(leftLarger ? left : right);
                } else {
                    numbers[cluster] = leaves.size();
                    leaves.add(new Leaf(segments[cluster], sizes[cluster], merge < 0 ? 0 : tree.heights()[merge]));
                }
            }
        }
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> {
            if (spec.isEmpty()) {
                pen.text("No dendrogram", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            } else {
                new DendrogramBody(spec, pen, area).draw();
            }
        };
    }
}
