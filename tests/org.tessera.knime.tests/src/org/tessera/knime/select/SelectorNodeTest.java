package org.tessera.knime.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.GaussianMixtureNodeFactory;
import org.tessera.knime.cluster.HierarchicalNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.prep.PreprocessorNodeFactory;
import org.tessera.workbench.kernel.NodeState;

class SelectorNodeTest {

    private static PortObject kMeans(BufferedDataTable table, int k) throws InvalidSettingsException {
        return NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", k))
                .run(table, null)
                .object(1);
    }

    @Test
    void two_groups_win_over_three_and_the_reason_is_said() throws InvalidSettingsException {
        BufferedDataTable table = Customers.twoGroups();
        NodeRun run = NodeRun.of(new SelectorNodeFactory()).run(table, kMeans(table, 3), kMeans(table, 2));
        assertEquals(List.of("K-Means, k = 2", "K-Means, k = 3"), NodeRun.texts(run.table(2), "Segmentation"));
        assertTrue(NodeRun.texts(run.table(2), "Reason").get(0).startsWith("Chosen"));
        double[] agreement = NodeRun.numbers(run.table(2), "Agreement with best");
        assertEquals(1, agreement[0]);
        assertTrue(agreement[1] > 0.3 && agreement[1] < 1);
        assertEquals("Segment 2", NodeRun.texts(run.table(0), "Segment").get(9));
        assertEquals(
                "K-Means, k = 2",
                ((SegmentationModelPortObject) run.object(1))
                        .model()
                        .provenance()
                        .title());
    }

    @Test
    void the_dunn_index_has_a_column_when_it_decides() throws InvalidSettingsException {
        BufferedDataTable table = Customers.twoGroups();
        NodeRun run = NodeRun.of(SelectorNodeFactory.class, model -> model.addString("metric", "dunn"))
                .run(table, kMeans(table, 3), kMeans(table, 2));
        double[] values = NodeRun.numbers(run.table(2), "Dunn index (without noise)");
        assertTrue(values[0] > 1 && values[0] > values[1]);
        NodeRun silhouette = NodeRun.of(new SelectorNodeFactory()).run(table, kMeans(table, 2), kMeans(table, 3));
        assertEquals(-1, silhouette.table(2).getDataTableSpec().findColumnIndex("Dunn index (without noise)"));
    }

    private static NodeRun why(String choice, BufferedDataTable table, PortObject model)
            throws InvalidSettingsException {
        return NodeRun.of(SelectorNodeFactory.class, settings -> settings.addString("why", choice))
                .run(table, model, model);
    }

    /** Of training customers, who keep their segments. */
    @Test
    void why_is_what_the_assigner_says_of_the_same_customers() throws InvalidSettingsException {
        BufferedDataTable table = Customers.twoGroups();
        for (NodeFactory<?> factory : List.of(
                new KMeansNodeFactory(),
                new HierarchicalNodeFactory(),
                new DbscanNodeFactory(),
                new GaussianMixtureNodeFactory())) {
            PortObject model = NodeRun.of(factory).run(table, null).object(1);
            NodeRun selected = why("CONTRIBUTIONS", table, model);
            NodeRun assigned = NodeRun.of(
                            AssignerNodeFactory.class, settings -> settings.addString("why", "CONTRIBUTIONS"))
                    .run(table, selected.object(1));
            List<String> names = List.of(selected.table(0).getDataTableSpec().getColumnNames());
            List<String> appended = names.subList(names.indexOf("Segment"), names.size());
            assertEquals("Segment runner-up", appended.get(1));
            assertEquals("Segment why", appended.get(2));
            assertEquals("Segment margin", appended.get(appended.size() - 1));
            for (String column : appended) {
                boolean text = appended.indexOf(column) < 3;
                assertEquals(
                        text
                                ? NodeRun.texts(assigned.table(0), column)
                                : Arrays.toString(NodeRun.numbers(assigned.table(0), column)),
                        text
                                ? NodeRun.texts(selected.table(0), column)
                                : Arrays.toString(NodeRun.numbers(selected.table(0), column)),
                        factory.getNodeName() + " " + column);
            }
        }
        NodeRun sentence = why("SENTENCE", table, kMeans(table, 2));
        List<String> names = List.of(sentence.table(0).getDataTableSpec().getColumnNames());
        assertEquals(
                List.of("Segment", "Segment runner-up", "Segment why"),
                names.subList(names.indexOf("Segment"), names.size()));
    }

    /** Single linkage follows the line from 0 to 5.9, the end of which is nearer to the mean of 6.5 and 6.6. */
    @Test
    void why_says_where_a_tree_has_put_a_customer_into_another_segment_than_the_nearest()
            throws InvalidSettingsException {
        Object[][] rows = new Object[62][];
        for (int i = 0; i < 62; i++) {
            rows[i] = new Object[] {i < 60 ? i / 10.0 : 0.5 + i / 10.0};
        }
        BufferedDataTable table = Customers.table(new DataTableSpec(SmallTable.number("x")), rows);
        PortObject model = NodeRun.of(HierarchicalNodeFactory.class, settings -> {
                    settings.addString("linkage", "SINGLE");
                    settings.addInt("numberOfSegments", 2);
                })
                .run(table, null)
                .object(1);
        BufferedDataTable explained = why("CONTRIBUTIONS", table, model).table(0);
        assertEquals(
                "Segment 1 rather than Segment 2: made by the clustering, although x = 5.9 speaks for Segment 2.",
                NodeRun.texts(explained, "Segment why").get(59));
        assertEquals("Segment 2", NodeRun.texts(explained, "Segment runner-up").get(59));
        assertEquals(0.65 * 0.65 - 2.95 * 2.95, NodeRun.numbers(explained, "Segment margin")[59], 1e-12);
        assertEquals(
                "Segment 1 rather than Segment 2: x = 0.",
                NodeRun.texts(explained, "Segment why").get(0));
    }

    /** 60 customers on a line and one far away: cutting off the outlier has the best silhouette. */
    private static BufferedDataTable withOutlier() {
        Object[][] rows = new Object[61][];
        for (int i = 0; i < 60; i++) {
            rows[i] = new Object[] {i / 10.0};
        }
        rows[60] = new Object[] {1000.0};
        return Customers.table(new DataTableSpec(SmallTable.number("x")), rows);
    }

    @Test
    void guards_set_a_lone_outlier_aside() throws InvalidSettingsException {
        BufferedDataTable table = withOutlier();
        PortObject lone = NodeRun.of(HierarchicalNodeFactory.class, model -> {
                    model.addString("linkage", "SINGLE");
                    model.addInt("numberOfSegments", 2);
                })
                .run(table, null)
                .object(1);
        NodeRun prepared = NodeRun.of(HierarchicalNodeFactory.class, model -> {
                    model.addString("cutBy", "HEIGHT");
                    model.addDouble("cutHeight", 1e6);
                })
                .run(table, null);
        NodeRun run = NodeRun.of(SelectorNodeFactory.class, model -> model.addDouble("smallestSharePercent", 2))
                .run(table, lone, kMeans(table, 2));
        assertEquals(List.of("false", "false"), NodeRun.texts(run.table(2), "Passes guards"));
        assertTrue(run.message().length() > 20, "a warning says that no candidate passes: " + run.message());
        String reason = NodeRun.texts(run.table(2), "Reason").get(0);
        assertTrue(
                reason.startsWith("Chosen although it misses the guards, as every candidate does, because it misses"
                        + " them least: its silhouette is 0.9"),
                reason);
        assertTrue(reason.contains("; try other algorithms or numbers of segments, or lower the limit of"), reason);
        NodeRun lax = NodeRun.of(SelectorNodeFactory.class, model -> {
                    model.addDouble("smallestSharePercent", 0);
                    model.addDouble("largestSharePercent", 100);
                })
                .run(table, lone, prepared.object(1));
        assertEquals("true", NodeRun.texts(lax.table(2), "Passes guards").get(0));
        assertEquals(
                "Hierarchical (single), k = 2",
                NodeRun.texts(lax.table(2), "Segmentation").get(0));
    }

    @Test
    void the_leaderboard_shows_sizes_and_what_figures_mean() throws InvalidSettingsException {
        BufferedDataTable table = Customers.twoGroups();
        BufferedDataTable leaderboard = NodeRun.of(new SelectorNodeFactory())
                .run(table, kMeans(table, 3), kMeans(table, 2))
                .table(2);
        assertEquals("6 / 4", NodeRun.texts(leaderboard, "Sizes").get(0));
        assertEquals(List.of("K-Means", "K-Means"), NodeRun.texts(leaderboard, "Algorithm"));
        assertEquals(0.6, NodeRun.numbers(leaderboard, "Largest segment share")[0]);
        assertTrue(NodeRun.numbers(leaderboard, "Silhouette of worst segment")[0] > 0.5);
        String words = NodeRun.texts(leaderboard, "Silhouette in words").get(0);
        assertEquals("strong: segments are clearly apart", words);
        assertEquals(List.of("Euclidean", "Euclidean"), NodeRun.texts(leaderboard, "Distance"));
    }

    @Test
    void the_distance_is_that_of_the_models_if_they_agree() throws InvalidSettingsException {
        BufferedDataTable table = Customers.twoGroups();
        NodeRun agree = NodeRun.of(new SelectorNodeFactory()).run(table, manhattan(table, 2), manhattan(table, 3));
        assertEquals(List.of("Manhattan", "Manhattan"), NodeRun.texts(agree.table(2), "Distance"));
        NodeRun differ = NodeRun.of(new SelectorNodeFactory()).run(table, manhattan(table, 2), kMeans(table, 3));
        assertEquals(List.of("Euclidean", "Euclidean"), NodeRun.texts(differ.table(2), "Distance"));
    }

    private static PortObject manhattan(BufferedDataTable table, int k) throws InvalidSettingsException {
        return NodeRun.of(KMeansNodeFactory.class, model -> {
                    model.addInt("numberOfSegments", k);
                    model.addString("distance", "MANHATTAN");
                })
                .run(table, null)
                .object(1);
    }

    /** A flag of 60 that outweighs the numbers, so that segments are the flag. */
    private static BufferedDataTable withFlag() {
        Object[][] rows = new Object[60][];
        for (int i = 0; i < 60; i++) {
            rows[i] = new Object[] {i % 2 * 50.0, i * 7 % 10 / 10.0, i * 3 % 11 / 10.0};
        }
        return Customers.table(
                new DataTableSpec(SmallTable.number("flag"), SmallTable.number("x"), SmallTable.number("y")), rows);
    }

    @Test
    void a_copy_of_a_column_is_set_aside_unless_that_is_switched_off() throws InvalidSettingsException {
        BufferedDataTable table = withFlag();
        PortObject model = kMeans(table, 2);
        NodeRun run = NodeRun.of(new SelectorNodeFactory()).run(table, model, model);
        assertEquals(List.of("false", "false"), NodeRun.texts(run.table(2), "Passes guards"));
        assertEquals(List.of("'flag' (1)", "'flag' (1)"), NodeRun.texts(run.table(2), "Most like column"));
        assertTrue(run.message().contains("its segments say no more than 'flag', which tells the segment of 100 %"));
        NodeRun off = NodeRun.of(SelectorNodeFactory.class, m -> m.addBoolean("distinctFromColumns", false))
                .run(table, model, model);
        assertEquals(List.of("true", "true"), NodeRun.texts(off.table(2), "Passes guards"));
        assertEquals("", off.message());
    }

    /** Compared are the columns that the Preparation uses, where a missing value is a value. */
    @Test
    void a_copy_of_a_column_of_texts_is_found_behind_a_preparation() throws InvalidSettingsException {
        Object[][] rows = new Object[60][];
        for (int i = 0; i < 60; i++) {
            rows[i] = new Object[] {i % 2 == 0 ? null : "f", i % 10 == 3 ? "yes" : "no", i % 10 == 4 ? "yes" : "no"};
        }
        BufferedDataTable table = Customers.table(
                new DataTableSpec(SmallTable.text("gender"), SmallTable.text("senior"), SmallTable.text("partner")),
                rows);
        PortObject preparation =
                NodeRun.of(new PreprocessorNodeFactory()).run(table).object(1);
        PortObject model = NodeRun.of(KMeansNodeFactory.class, m -> m.addInt("numberOfSegments", 2))
                .run(table, preparation)
                .object(1);
        NodeRun run = NodeRun.of(new SelectorNodeFactory()).run(table, model, model);
        assertEquals(List.of("'gender' (1)", "'gender' (1)"), NodeRun.texts(run.table(2), "Most like column"));
        assertTrue(run.message().contains("leave 'gender' out of the features"), run.message());
    }

    @Test
    void a_model_of_another_table_is_refused() throws InvalidSettingsException {
        BufferedDataTable table = Customers.twoGroups();
        NodeRun run = NodeRun.of(new SelectorNodeFactory());
        BufferedDataTable other = Customers.twoGroupsWithMissing();
        run.tryRun(table, kMeans(other, 2), kMeans(table, 2));
        assertEquals(NodeState.CONFIGURED, run.node().state());
        assertTrue(
                run.message()
                        .startsWith("'K-Means, k = 2' was made on 9 customers, but of the table's 10 rows with all"
                                + " features 1 is not one of them"),
                run.message());
    }

    @Test
    void an_unknown_metric_is_refused_by_name() {
        InvalidSettingsException e = assertThrows(
                InvalidSettingsException.class,
                () -> NodeRun.of(SelectorNodeFactory.class, model -> model.addString("metric", "beauty")));
        assertTrue(e.getMessage().contains("beauty"), e.getMessage());
    }
}
