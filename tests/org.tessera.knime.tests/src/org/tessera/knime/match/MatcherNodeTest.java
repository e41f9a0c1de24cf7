package org.tessera.knime.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;

class MatcherNodeTest {

    /** Groups of customers at these places, of these sizes, and where each was earlier. */
    private static BufferedDataTable customers(double[] places, int[] sizes, String... earlier) {
        Object[][] rows = new Object[Arrays.stream(sizes).sum()][];
        int row = 0;
        for (int g = 0; g < places.length; g++) {
            for (int i = 0; i < sizes[g]; i++) {
                rows[row++] = new Object[] {places[g] + i % 3 * 0.1, earlier.length == 0 ? null : earlier[g]};
            }
        }
        return Customers.table(new DataTableSpec(SmallTable.number("x"), SmallTable.text("Then")), rows);
    }

    private static NodeRun segments(BufferedDataTable table, int k) throws InvalidSettingsException {
        return NodeRun.of(KMeansNodeFactory.class, s -> s.addInt("numberOfSegments", k))
                .run(table, null);
    }

    private static PortObject named(NodeRun run, String... names) {
        return new SegmentationModelPortObject(
                ((SegmentationModelPortObject) run.object(1)).model().withNames(List.of(names)));
    }

    @Test
    void segments_keep_their_names_when_their_numbers_change() throws InvalidSettingsException {
        PortObject earlier = named(segments(customers(new double[] {0, 10}, new int[] {40, 30}), 2), "Young", "Old");
        NodeRun today = segments(customers(new double[] {0, 10, 30}, new int[] {30, 40, 20}), 3);
        NodeRun matched = NodeRun.of(new MatcherNodeFactory()).run(today.table(0), earlier, today.object(1));
        assertEquals(
                List.of("Old", "Young", "Segment 3"),
                ((SegmentationModelPortObject) matched.object(1))
                        .model()
                        .labels()
                        .names());
        assertEquals(List.of("Shrank", "Stayed", "Appeared"), NodeRun.texts(matched.table(2), "What happened"));
        assertEquals(List.of("Young", "Old", "?"), NodeRun.texts(matched.table(2), "Earlier segments"));
        assertEquals(
                "'Young' shrank from 57.1 % to 33.3 % of all customers.",
                NodeRun.texts(matched.table(2), "In words").get(0));
        List<String> moved = NodeRun.texts(matched.table(0), "Moved");
        assertEquals(Collections.nCopies(70, "false"), moved.subList(0, 70));
        assertEquals(Collections.nCopies(20, "true"), moved.subList(70, 90));
        assertEquals("Young", NodeRun.texts(matched.table(0), "Matched segment").get(0));
    }

    @Test
    void customers_known_from_a_column_are_matched_by_it_wherever_they_are() throws InvalidSettingsException {
        PortObject earlier = named(segments(customers(new double[] {0, 10}, new int[] {40, 30}), 2), "Young", "Old");
        NodeRun today =
                segments(customers(new double[] {50, 90, 200}, new int[] {40, 30, 20}, "Old", "Young", null), 3);
        NodeRun matched = NodeRun.of(MatcherNodeFactory.class, s -> {
                    s.addString("earlierColumn", "Then");
                    s.addBoolean("earlierColumn_is_present", true);
                })
                .run(today.table(0), earlier, today.object(1));
        assertEquals(
                List.of("Old", "Young", "Segment 3"),
                ((SegmentationModelPortObject) matched.object(1))
                        .model()
                        .labels()
                        .names());
        assertEquals("?", NodeRun.texts(matched.table(0), "Moved").get(89));
        assertEquals("20", NodeRun.texts(matched.table(3), "Segment 3").get(3));
    }

    @Test
    void a_number_that_changes_is_called_formerly() throws InvalidSettingsException {
        NodeRun earlier = segments(customers(new double[] {0, 10}, new int[] {40, 30}), 2);
        NodeRun today = segments(customers(new double[] {0, 10}, new int[] {30, 40}), 2);
        NodeRun matched = NodeRun.of(new MatcherNodeFactory()).run(today.table(0), earlier.object(1), today.object(1));
        assertEquals(
                List.of("Formerly Segment 2", "Formerly Segment 1"),
                ((SegmentationModelPortObject) matched.object(1))
                        .model()
                        .labels()
                        .names());
    }

    @Test
    void names_of_columns_are_names_of_segments_nevertheless() throws InvalidSettingsException {
        PortObject earlier = named(segments(customers(new double[] {0, 10}, new int[] {40, 30}), 2), "All", "Moved");
        NodeRun today = segments(customers(new double[] {0, 10}, new int[] {40, 30}), 2);
        NodeRun matched = NodeRun.of(new MatcherNodeFactory()).run(today.table(0), earlier, today.object(1));
        assertTrue(matched.table(3).getDataTableSpec().containsName("All (#1)"));
    }
}
