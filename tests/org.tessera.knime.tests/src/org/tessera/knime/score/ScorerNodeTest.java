package org.tessera.knime.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.workbench.kernel.NodeState;

class ScorerNodeTest {

    /** 0, 1, 10, 11 in two segments; scikit-learn 1.2.1: silhouette 0.8997..., Davies-Bouldin 0.1, Calinski-Harabasz 200. */
    private static BufferedDataTable fourCustomers() {
        return Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment")),
                new Object[] {0.0, "A"},
                new Object[] {1.0, "A"},
                new Object[] {10.0, "B"},
                new Object[] {11.0, "B"},
                new Object[] {5.0, null});
    }

    private static double value(BufferedDataTable overall, String metric) {
        int row = NodeRun.texts(overall, "Metric").indexOf(metric);
        assertTrue(row >= 0, metric + " is not in " + NodeRun.texts(overall, "Metric"));
        return NodeRun.numbers(overall, "Value")[row];
    }

    @Test
    void figures_without_a_model_equal_scikit_learn() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new ScorerNodeFactory()).run(fourCustomers(), null);
        assertEquals(0.899749373433584, value(run.table(0), "Silhouette"), 1e-14);
        assertEquals(0.1, value(run.table(0), "Davies-Bouldin index"), 1e-14);
        assertEquals(200, value(run.table(0), "Calinski-Harabasz index"), 1e-10);
        assertEquals(9, value(run.table(0), "Dunn index"));
        assertEquals(List.of("A", "B"), NodeRun.texts(run.table(1), "Segment"));
        double[] rows = NodeRun.numbers(run.table(2), "Silhouette");
        assertArrayEquals(new double[] {9.5 / 10.5, 8.5 / 9.5, 8.5 / 9.5, 9.5 / 10.5, Double.NaN}, rows, 1e-14);
        assertEquals(
                "1 row of 5 left out because the segment or a feature is missing. Fill missing values before the"
                        + " clustering to keep them.",
                run.message());
    }

    @Test
    void a_model_brings_segment_column_and_features() throws InvalidSettingsException {
        NodeRun clustered = NodeRun.of(KMeansNodeFactory.class, model -> {
                    model.addInt("numberOfSegments", 2);
                    model.addString("segmentColumn", "Group");
                })
                .run(Customers.twoGroups(), null);
        NodeRun run = NodeRun.of(new ScorerNodeFactory()).run(clustered.table(0), clustered.object(1));
        assertTrue(value(run.table(0), "Silhouette") > 0.95);
        assertArrayEquals(new double[] {6, 4}, NodeRun.numbers(run.table(1), "Customers"));
        assertEquals("", run.message());
    }

    private static NodeRun byManhattan() throws InvalidSettingsException {
        return NodeRun.of(KMeansNodeFactory.class, model -> {
                    model.addInt("numberOfSegments", 2);
                    model.addString("distance", "MANHATTAN");
                })
                .run(Customers.twoGroups(), null);
    }

    private static String text(BufferedDataTable table, String column, String metric) {
        return NodeRun.texts(table, column).get(NodeRun.texts(table, "Metric").indexOf(metric));
    }

    /** scikit-learn 1.2.1: silhouette_score 0.98818... with metric 'manhattan', 0.98609... with 'euclidean'. */
    @Test
    void the_distance_is_that_of_the_model_unless_another_is_chosen() throws InvalidSettingsException {
        NodeRun clustered = byManhattan();
        NodeRun run = NodeRun.of(new ScorerNodeFactory()).run(clustered.table(0), clustered.object(1));
        assertEquals(0.9881852180460567, value(run.table(0), "Silhouette"), 1e-14);
        assertEquals("Manhattan", text(run.table(0), "Distance", "Silhouette"));
        assertEquals("Manhattan", text(run.table(0), "Distance", "Dunn index"));
        assertEquals("Euclidean", text(run.table(0), "Distance", "Davies-Bouldin index"));
        assertEquals("Euclidean", text(run.table(0), "Distance", "Calinski-Harabasz index"));
        NodeRun other = NodeRun.of(ScorerNodeFactory.class, model -> model.addString("distance", "EUCLIDEAN"))
                .run(clustered.table(0), clustered.object(1));
        assertEquals(0.9860936279479567, value(other.table(0), "Silhouette"), 1e-14);
        assertEquals("Euclidean", text(other.table(0), "Distance", "Silhouette"));
    }

    @Test
    void without_a_model_the_distance_is_euclidean_or_the_chosen_one() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new ScorerNodeFactory()).run(plane(), null);
        assertEquals(0.5129815254889522, value(run.table(0), "Silhouette"), 1e-14);
        assertEquals("Euclidean", text(run.table(0), "Distance", "Silhouette"));
        NodeRun manhattan = NodeRun.of(ScorerNodeFactory.class, model -> model.addString("distance", "MANHATTAN"))
                .run(plane(), null);
        assertEquals(0.5282682567976686, value(manhattan.table(0), "Silhouette"), 1e-14);
        assertEquals("Manhattan", text(manhattan.table(0), "Distance", "Silhouette"));
        assertEquals(value(run.table(0), "Davies-Bouldin index"), value(manhattan.table(0), "Davies-Bouldin index"));
    }

    /** Ten customers in the plane; scikit-learn 1.2.1 gives one of four in "B" a silhouette below 0, -0.2378.... */
    private static BufferedDataTable plane() {
        return Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.number("y"), SmallTable.text("Segment")),
                new Object[] {0.0, 0.0, "A"},
                new Object[] {1.0, 0.0, "A"},
                new Object[] {0.0, 2.0, "A"},
                new Object[] {5.0, 5.0, "B"},
                new Object[] {6.0, 5.0, "B"},
                new Object[] {5.0, 8.0, "B"},
                new Object[] {2.0, 3.0, "A"},
                new Object[] {3.0, 3.0, "B"},
                new Object[] {9.0, 1.0, "C"},
                new Object[] {8.0, 0.0, "C"});
    }

    @Test
    void every_segment_has_its_share_below_zero_and_a_reading() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new ScorerNodeFactory()).run(plane(), null);
        assertArrayEquals(new double[] {0, 0.25, 0}, NodeRun.numbers(run.table(1), "Share below 0"));
        assertEquals(-0.23785911897014192, NodeRun.numbers(run.table(1), "Lowest silhouette")[1], 1e-14);
        assertEquals(
                List.of(
                        "reasonable: apart from the other segments",
                        "weak: overlaps with another segment",
                        "strong: clearly apart from the other segments"),
                NodeRun.texts(run.table(1), "In words"));
        assertEquals("", run.message());
    }

    @Test
    void figures_are_read_in_words_with_the_best_and_what_chance_gives() throws InvalidSettingsException {
        BufferedDataTable overall =
                NodeRun.of(new ScorerNodeFactory()).run(plane(), null).table(0);
        assertEquals("reasonable: segments are apart", text(overall, "In words", "Silhouette"));
        assertEquals("about 0 or less", text(overall, "By chance", "Silhouette"));
        List<String> metrics = NodeRun.texts(overall, "Metric");
        double[] best = NodeRun.numbers(overall, "Best possible");
        assertEquals(1, best[metrics.indexOf("Silhouette")]);
        assertEquals(0, best[metrics.indexOf("Davies-Bouldin index")]);
        assertTrue(Double.isNaN(best[metrics.indexOf("Calinski-Harabasz index")]));
        assertTrue(text(overall, "In words", "Within-segment sum of squares").startsWith("no fixed scale: compare it"));
    }

    /** "C" is made of the middles of the other two: its mean silhouette is -0.924 by scikit-learn, that of all 0.34. */
    @Test
    void a_segment_that_does_not_hold_together_is_named() throws InvalidSettingsException {
        BufferedDataTable table = Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment")),
                new Object[] {0.0, "A"},
                new Object[] {1.0, "A"},
                new Object[] {2.0, "A"},
                new Object[] {10.0, "B"},
                new Object[] {11.0, "B"},
                new Object[] {12.0, "B"},
                new Object[] {0.5, "C"},
                new Object[] {11.5, "C"});
        NodeRun run = NodeRun.of(new ScorerNodeFactory()).run(table, null);
        assertEquals(0.3428030303030304, value(run.table(0), "Silhouette"), 1e-14);
        assertEquals(1, NodeRun.numbers(run.table(1), "Share below 0")[2]);
        assertEquals(
                "does not hold together: its customers are on average nearer to another segment",
                NodeRun.texts(run.table(1), "In words").get(2));
        assertEquals(
                "C (-0.92) does not hold together: its customers are on average nearer to another segment (mean"
                        + " silhouette below 0). Choose another number of segments or another algorithm, or do not rely"
                        + " on it.",
                run.message());
    }

    /** 0.8997... over four of five customers, by hand. */
    @Test
    void the_note_tells_the_silhouette_with_noise_as_zero() throws InvalidSettingsException {
        BufferedDataTable table = Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment")),
                new Object[] {0.0, "A"},
                new Object[] {1.0, "A"},
                new Object[] {10.0, "B"},
                new Object[] {11.0, "B"},
                new Object[] {5.0, "Noise"});
        BufferedDataTable overall =
                NodeRun.of(new ScorerNodeFactory()).run(table, null).table(0);
        assertEquals(0.899749373433584, value(overall, "Silhouette"), 1e-14);
        assertEquals(
                "1 noise customer left out; with each of them as 0, it is 0.72", text(overall, "Note", "Silhouette"));
        assertEquals("1 noise customer left out", text(overall, "Note", "Dunn index"));
    }

    @Test
    void without_silhouettes_there_is_nothing_to_read_per_segment() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(ScorerNodeFactory.class, model -> model.addStringArray("metrics", "dunn"))
                .run(plane(), null);
        assertEquals(
                List.of("Segment", "Customers", "Share", "Dunn index"),
                List.of(run.table(1).getDataTableSpec().getColumnNames()));
    }

    private static NodeRun compared(String column, BufferedDataTable table) throws InvalidSettingsException {
        return NodeRun.of(ScorerNodeFactory.class, model -> {
                    model.addString("compareWith", column);
                    model.addBoolean("compareWith_is_present", true);
                })
                .run(table, null);
    }

    private static BufferedDataTable withClasses(Object[]... rows) {
        return Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment"), SmallTable.whole("Class")), rows);
    }

    /** By hand: 2 of 10 pairs are together in both, 4 in either: (2 - 1.6) / (4 - 1.6). scikit-learn 1.2.1: 1/6, 0.432... */
    @Test
    void agreement_with_a_known_class_of_whole_numbers_equals_scikit_learn() throws InvalidSettingsException {
        NodeRun run = compared(
                "Class",
                withClasses(
                        new Object[] {0.0, "A", 7},
                        new Object[] {1.0, "A", 7},
                        new Object[] {2.0, "A", 3},
                        new Object[] {10.0, "B", 3},
                        new Object[] {11.0, "B", 3},
                        new Object[] {12.0, null, 3},
                        new Object[] {13.0, "B", null}));
        assertEquals(1 / 6.0, value(run.table(0), "Adjusted Rand index"), 1e-15);
        assertEquals(0.4325380677663123, value(run.table(0), "Normalized mutual information"), 1e-15);
        int row = NodeRun.texts(run.table(0), "Metric").indexOf("Adjusted Rand index");
        assertEquals(5, NodeRun.numbers(run.table(0), "Customers")[row]);
        assertEquals(
                "Agreement with column 'Class' (2 segments, 1 customer without a value left out).",
                NodeRun.texts(run.table(0), "Note").get(row));
        assertTrue(
                run.message()
                        .endsWith("1 of 6 customers with a segment do not count in the agreement with 'Class',"
                                + " where they have no value."),
                run.message());
    }

    /** The class is no feature: without it, x alone gives the figures of {@link #fourCustomers}. */
    @Test
    void the_other_column_is_no_feature() throws InvalidSettingsException {
        NodeRun run = compared(
                "Class",
                withClasses(
                        new Object[] {0.0, "A", 500},
                        new Object[] {1.0, "A", -500},
                        new Object[] {10.0, "B", 500},
                        new Object[] {11.0, "B", -500}));
        assertEquals(0.899749373433584, value(run.table(0), "Silhouette"), 1e-14);
        assertEquals(-0.5, value(run.table(0), "Adjusted Rand index"));
        assertEquals(0, value(run.table(0), "Normalized mutual information"));
        assertEquals("", run.message());
    }

    @Test
    void customers_without_features_count_in_the_agreement() throws InvalidSettingsException {
        NodeRun run = compared(
                "Class",
                withClasses(
                        new Object[] {0.0, "A", 1},
                        new Object[] {1.0, "A", 1},
                        new Object[] {10.0, "B", 2},
                        new Object[] {null, "B", 2}));
        assertEquals(1, value(run.table(0), "Adjusted Rand index"));
        assertArrayEquals(new double[] {3, 3, 3, 3, 3, 4, 4}, NodeRun.numbers(run.table(0), "Customers"));
    }

    @Test
    void noise_is_left_out_or_a_segment_in_either_column() throws InvalidSettingsException {
        DataTableSpec spec =
                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment"), SmallTable.text("Before"));
        BufferedDataTable table = Customers.table(
                spec,
                new Object[] {0.0, "A", "a"},
                new Object[] {1.0, "A", "a"},
                new Object[] {10.0, "B", "b"},
                new Object[] {11.0, "B", "Noise"},
                new Object[] {11.0, "Noise", "b"});
        assertEquals(1, value(compared("Before", table).table(0), "Adjusted Rand index"));
        NodeRun own = NodeRun.of(ScorerNodeFactory.class, model -> {
                    model.addString("compareWith", "Before");
                    model.addBoolean("compareWith_is_present", true);
                    model.addString("noise", "OWN_SEGMENT");
                })
                .run(table, null);
        assertEquals(0.375, value(own.table(0), "Adjusted Rand index"), 1e-15);
        int row = NodeRun.texts(own.table(0), "Metric").indexOf("Adjusted Rand index");
        assertEquals(
                "Agreement with column 'Before' (2 segments, 1 noise customer).",
                NodeRun.texts(own.table(0), "Note").get(row));
    }

    @Test
    void an_absent_segment_column_is_named() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new ScorerNodeFactory());
        assertEquals(NodeState.IDLE, run.configure(Customers.twoGroups(), null));
        assertTrue(run.message().startsWith("Segment column 'Segment' is not in the table"), run.message());
    }

    @Test
    void one_segment_has_no_figures_but_a_note() throws InvalidSettingsException {
        BufferedDataTable table = Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment")),
                new Object[] {0.0, "A"},
                new Object[] {1.0, "A"});
        NodeRun run = NodeRun.of(new ScorerNodeFactory()).run(table, null);
        assertTrue(Double.isNaN(value(run.table(0), "Silhouette")));
        assertTrue(NodeRun.texts(run.table(0), "Note").get(0).length() > 10);
    }
}
