package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.engine.profile.Tables.RUN;
import static org.tessera.engine.profile.Tables.labels;
import static org.tessera.engine.profile.Tables.numbers;
import static org.tessera.engine.profile.Tables.texts;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RandomStream;

class SegmentTreeTest {

    private static SegmentTree tree(Labels labels, Column... columns) {
        CustomerTable table = new CustomerTable(labels.size(), List.of(columns));
        return SegmentTree.fit(DescribedColumns.all(table), SegmentedRows.all(labels), RUN);
    }

    private static List<String> leaves(SegmentTree tree) {
        return tree.leaves().stream().map(SegmentTree.Leaf::text).toList();
    }

    @Test
    void a_tree_by_hand() {
        int n = 600;
        SegmentTree tree = tree(
                labels(n, i -> i % 3 == 0 ? 0 : i % 3 == 1 ? 1 : 2),
                numbers("Age", n, i -> (i % 3 == 0 ? 20 : 50) + i % 9),
                texts("Home", n, i -> i % 3 == 1 ? "owner" : i % 2 == 0 ? "rent" : null));
        assertEquals(
                List.of("Age < 40", "Age >= 40 and Home = owner", "Age >= 40 and Home = rent (or missing)"),
                leaves(tree).stream().map(t -> t.replaceAll("[0-9]+", "40")).toList());
        assertEquals(1, tree.accuracy());
        assertEquals(1, tree.adjustedRand());
        assertTrue(Double.isNaN(tree.adjustedRandInterval().low()));
        assertEquals(300, tree.validated());
        assertEquals(
                List.of(200, 200, 200),
                tree.leaves().stream().map(SegmentTree.Leaf::customers).toList());
        assertEquals(100, tree.leaves().get(0).validated());
    }

    /** Nothing tells the segments apart: one leaf, which is right for the larger segment. */
    @Test
    void a_tree_of_nothing_is_one_leaf() {
        SegmentTree tree = tree(labels(400, i -> i % 4 == 0 ? 1 : 0), texts("Same", 400, i -> "x"));
        assertEquals(List.of("all customers"), leaves(tree));
        assertEquals(0.75, tree.accuracy(), 1e-12);
        assertEquals(0, tree.adjustedRand(), 1e-12);
        // Wilson's interval of 150 of 200, by scipy 1.10.1's binomtest(150, 200).proportion_ci(method='wilson')
        assertEquals(0.6856590, tree.accuracyInterval().low(), 1e-7);
        assertEquals(0.8049183, tree.accuracyInterval().high(), 1e-7);
    }

    @Test
    void leaves_are_at_most_twice_as_many_as_segments_and_partition_the_customers() {
        CustomerTable table = CreditReference.customers();
        for (String run : List.of("kmeans_2", "kmeans_5", "kmeans_8", "dbscan_1.0")) {
            Labels labels = CreditReference.labels(run);
            SegmentTree tree = SegmentTree.fit(DescribedColumns.all(table), SegmentedRows.all(labels), RUN);
            int groups = labels.segments() + (labels.noise() > 0 ? 1 : 0);
            assertTrue(tree.leaves().size() <= 2 * groups, run);
            assertEquals(
                    table.rows(),
                    tree.leaves().stream().mapToInt(SegmentTree.Leaf::customers).sum());
            double right = tree.leaves().stream()
                    .filter(l -> l.validated() > 0)
                    .mapToDouble(l -> l.right() * l.validated())
                    .sum();
            assertEquals(tree.accuracy(), right / tree.validated(), 1e-12);
            assertTrue(tree.accuracyInterval().low() < tree.accuracy());
            assertTrue(tree.adjustedRandInterval().low() < tree.adjustedRand());
        }
    }

    @Test
    void neither_threads_nor_the_order_of_the_rows_change_it() {
        CustomerTable table = CreditReference.customers();
        Labels labels = CreditReference.labels("kmeans_5");
        DescribedColumns described = DescribedColumns.all(table);
        SegmentTree one = SegmentTree.fit(described, SegmentedRows.all(labels), RUN.withThreads(1));
        assertEquals(one, SegmentTree.fit(described, SegmentedRows.all(labels), RUN.withThreads(4)));
        int[] order = RandomStream.of(2, 0).permutation(table.rows());
        Labels shuffled = Labels.of(Arrays.stream(order).map(labels::at).toArray());
        assertEquals(one, SegmentTree.fit(described, new SegmentedRows(order, shuffled), RUN));
    }

    /** The jackknife against the delta method, for three equal segments and errors evenly spread. */
    @Test
    void the_interval_of_the_adjusted_rand_index_is_that_of_the_delta_method() {
        // Of 2,000 customers 15 % are in another segment than their column says.
        int n = 2000;
        RandomStream random = RandomStream.of(9, 0);
        int[] column = new int[n];
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            column[i] = random.nextInt(3);
            label[i] = i < 3 ? i : random.nextDouble() < 0.15 ? random.nextInt(3) : column[i];
        }
        SegmentTree tree = tree(Labels.of(label), texts("Kind", n, i -> "k" + column[i]));
        double width =
                tree.adjustedRandInterval().high() - tree.adjustedRandInterval().low();
        // With accuracy p of 0.9 the index of three segments is about (3 p - 1)^2 / 4, whose derivative is 3 (3 p - 1)
        // / 2.
        double p = tree.accuracy();
        double error = 3 * (3 * p - 1) / 2 * Math.sqrt(p * (1 - p) / tree.validated());
        assertEquals((3 * p - 1) * (3 * p - 1) / 4, tree.adjustedRand(), 0.02);
        assertEquals(2 * 1.96 * error, width, 0.1 * width);
    }

    @Test
    void few_customers_have_no_tree() {
        SegmentTree tree = tree(labels(19, i -> i % 2), numbers("x", 19, i -> i % 2));
        assertEquals(List.of(), tree.leaves());
        assertTrue(Double.isNaN(tree.accuracy()));
    }
}
