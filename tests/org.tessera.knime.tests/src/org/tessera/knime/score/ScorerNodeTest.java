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
