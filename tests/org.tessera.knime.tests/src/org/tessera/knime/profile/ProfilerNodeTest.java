package org.tessera.knime.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.prep.PreprocessorNodeFactory;

class ProfilerNodeTest {

    private static NodeRun clustered() throws InvalidSettingsException {
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(Customers.twoGroups(60, 40));
        return NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(prepared.table(0), prepared.object(1));
    }

    @Test
    void segments_are_described_in_the_customers_own_columns() throws InvalidSettingsException {
        NodeRun clustered = clustered();
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        assertEquals(List.of("Segment 1", "Segment 2"), NodeRun.texts(run.table(2), "Segment"));
        assertEquals(
                List.of("Home", "x", "y"),
                NodeRun.texts(run.table(1), "Column").stream().sorted().toList());
        String sentence = NodeRun.texts(run.table(2), "Description").get(1);
        assertTrue(sentence.startsWith("Segment 2 (40 customers, 40"), sentence);
        assertTrue(sentence.contains("own"), sentence);
        assertEquals(1.0, NodeRun.numbers(run.table(2), "Rule coverage")[1], 1e-12);
    }

    @Test
    void profile_compares_segment_and_all_customers() throws InvalidSettingsException {
        NodeRun clustered = clustered();
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        List<String> columns = NodeRun.texts(run.table(0), "Column");
        List<String> segments = NodeRun.texts(run.table(0), "Segment");
        double[] means = NodeRun.numbers(run.table(0), "Mean or share");
        double[] overall = NodeRun.numbers(run.table(0), "Overall mean or share");
        int row = 0;
        while (!columns.get(row).equals("x") || !segments.get(row).equals("Segment 1")) {
            row++;
        }
        assertEquals(0.1, means[row], 1e-12);
        assertEquals((60 * 0.1 + 40 * 10 + 13 * 0.1 + 13 * 0.2) / 100, overall[row], 1e-12);
    }

    @Test
    void a_table_with_another_segment_is_refused() throws InvalidSettingsException {
        NodeRun clustered = clustered();
        NodeRun three = NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 3))
                .run(Customers.twoGroups(), null);
        NodeRun run = NodeRun.of(new ProfilerNodeFactory());
        run.tryRun(three.table(0), clustered.object(1));
        assertEquals("Column 'Segment' holds 'Segment 3', but the model has 2 segments.", run.message());
        assertEquals(
                List.of("Connect the table that belongs to the model."),
                run.node().message().getResolutions());
    }
}
