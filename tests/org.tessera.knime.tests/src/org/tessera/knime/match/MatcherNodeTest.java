package org.tessera.knime.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.workbench.ui.NodeViews;

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

    /** Ten customers stayed at 4.4, between the segments, of which the older one came nearer; five moved from 10 to 0. */
    private static NodeRun moved(boolean why) throws InvalidSettingsException {
        PortObject earlier = named(segments(customers(new double[] {0, 10}, new int[] {40, 30}), 2), "Young", "Old");
        NodeRun today = segments(
                customers(
                        new double[] {0, 8, 4.4, 0, 8},
                        new int[] {40, 30, 10, 5, 10},
                        "Young",
                        "Old",
                        "Young",
                        "Old",
                        null),
                2);
        return NodeRun.of(MatcherNodeFactory.class, s -> {
                    s.addString("earlierColumn", "Then");
                    s.addBoolean("earlierColumn_is_present", true);
                    s.addBoolean("why", why);
                })
                .run(today.table(0), earlier, today.object(1));
    }

    @Test
    void what_changed_is_told_by_the_earlier_model_and_the_columns_by_the_new_one() throws InvalidSettingsException {
        BufferedDataTable table = moved(true).table(0);
        List<String> changed = NodeRun.texts(table, "What changed");
        List<String> why = NodeRun.texts(table, "Matched segment why");
        assertEquals(Collections.nCopies(70, "?"), changed.subList(0, 70));
        assertEquals(Collections.nCopies(10, "Segments"), changed.subList(70, 80));
        assertEquals(Collections.nCopies(5, "Customer"), changed.subList(80, 85));
        assertEquals(Collections.nCopies(10, "?"), changed.subList(85, 95));
        assertEquals("Old rather than Young: x = 4.4.", why.get(70));
        assertEquals("Young rather than Old: x = 0.", why.get(80));
        assertEquals("?", why.get(0));
    }

    @Test
    void reasons_are_left_out_unless_wanted() throws InvalidSettingsException {
        NodeRun run = moved(false);
        assertEquals(6, run.table(0).getDataTableSpec().getNumColumns());
        assertFalse(NodeViews.initialData(run.node()).orElseThrow().contains("who moved"));
    }

    @Test
    void the_view_shows_where_customers_went_and_why() throws InvalidSettingsException {
        NodeRun run = moved(true);
        String data = NodeViews.initialData(run.node()).orElseThrow();
        assertTrue(data.contains("82 % of the customers stayed in their segment"), data);
        assertTrue(data.contains("Of 15 customers who moved, 5 changed themselves, 10 are as they were"), data);
        assertTrue(data.contains("New customers"), data);
        assertFalse(data.contains("\\\"Then\\\""), data);
        ImagePortObject image = (ImagePortObject) run.object(4);
        assertTrue(((PNGImageValue) image.toDataCell()).getImageContent().getByteArray().length > 1000);
    }

    @Test
    void another_segment_does_not_take_an_earlier_name() throws InvalidSettingsException {
        NodeRun earlier = segments(customers(new double[] {0, 10, 20}, new int[] {40, 30, 20}), 3);
        NodeRun today = segments(customers(new double[] {0, 10, 60}, new int[] {40, 30, 20}), 3);
        NodeRun matched = NodeRun.of(new MatcherNodeFactory()).run(today.table(0), earlier.object(1), today.object(1));
        assertEquals(
                List.of("Segment 1", "Segment 2", "New Segment 3"),
                ((SegmentationModelPortObject) matched.object(1))
                        .model()
                        .labels()
                        .names());
    }
}
