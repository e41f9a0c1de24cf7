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
