package org.tessera.knime.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.GaussianMixtureNodeFactory;
import org.tessera.knime.cluster.HierarchicalNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.prep.PreprocessorNodeFactory;
import org.tessera.knime.profile.ProfilerNodeFactory;
import org.tessera.knime.score.ScorerNodeFactory;
import org.tessera.knime.select.SelectorNodeFactory;
import org.tessera.knime.view.SegmentViewNodeFactory;
import org.tessera.workbench.kernel.NodeState;

/** With a Preparation, features come from the customers' own columns, whatever happens to the table on its way. */
class DataFlowTest {

    static Stream<Class<? extends NodeFactory<?>>> clusterers() {
        return Stream.of(
                KMeansNodeFactory.class,
                HierarchicalNodeFactory.class,
                DbscanNodeFactory.class,
                GaussianMixtureNodeFactory.class);
    }

    static Stream<Class<? extends NodeFactory<?>>> thatReadSegments() {
        return Stream.of(ScorerNodeFactory.class, SegmentViewNodeFactory.class, ProfilerNodeFactory.class);
    }

    private static NodeRun prepared(BufferedDataTable table) throws InvalidSettingsException {
        return NodeRun.of(new PreprocessorNodeFactory()).run(table);
    }

    private static void three(NodeSettings settings) {
        for (String key : List.of("numberOfSegments", "components")) {
            if (settings.containsKey(key)) {
                settings.addInt(key, 3);
            }
        }
        if (settings.containsKey("covariance")) {
            settings.addString("covariance", "DIAGONAL");
        }
    }

    private static NodeRun kMeans(PortObject table, PortObject preparation) throws InvalidSettingsException {
        return NodeRun.of(KMeansNodeFactory.class, DataFlowTest::three).run(table, preparation);
    }

    private static SegmentationModel model(NodeRun run) {
        return ((SegmentationModelPortObject) run.object(1)).model();
    }

    /** 90 customers in three groups; a column of amounts and one of categories. */
    private static BufferedDataTable customers() {
        Object[][] rows = new Object[90][];
        for (int i = 0; i < rows.length; i++) {
            int group = i % 3;
            rows[i] = new Object[] {
                100.0 * group + i * 7 % 11, 0.01 * group + i * 5 % 13 / 1000.0, group == 0 ? "rent" : "own"
            };
        }
        return Customers.table(
                new DataTableSpec(
                        new DataColumnSpecCreator("Income", DoubleCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("Ratio", DoubleCell.TYPE).createSpec(),
                        new DataColumnSpecCreator("Home", StringCell.TYPE).createSpec()),
                rows);
    }

    /** The rows in another order or some of them, with their RowIDs. */
    private static BufferedDataTable rows(BufferedDataTable table, UnaryOperator<List<DataRow>> change) {
        List<DataRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        BufferedDataContainer container = Customers.exec().createDataContainer(table.getDataTableSpec());
        change.apply(rows).forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    private static List<DataRow> reversed(List<DataRow> rows) {
        Collections.reverse(rows);
        return rows;
    }

    /** A table whose numbers were multiplied in some columns, as a node in between does. */
    private static BufferedDataTable scaled(BufferedDataTable table, double factor, List<String> names) {
        DataTableSpec spec = table.getDataTableSpec();
        return rows(
                table,
                all -> all.stream()
                        .map(row -> (DataRow) new DefaultRow(
                                row.getKey(),
                                IntStream.range(0, spec.getNumColumns())
                                        .mapToObj(c -> names.contains(
                                                        spec.getColumnSpec(c).getName())
                                                ? new DoubleCell(
                                                        factor * ((DoubleValue) row.getCell(c)).getDoubleValue())
                                                : row.getCell(c))
                                        .toArray(DataCell[]::new)))
                        .toList());
    }

    private static BufferedDataTable renamed(BufferedDataTable table, String from, String to) {
        DataColumnSpec[] columns = table.getDataTableSpec().stream()
                .map(c -> {
                    DataColumnSpecCreator creator = new DataColumnSpecCreator(c);
                    creator.setName(c.getName().equals(from) ? to : c.getName());
                    return creator.createSpec();
                })
                .toArray(DataColumnSpec[]::new);
        BufferedDataContainer container = Customers.exec().createDataContainer(new DataTableSpec(columns));
        table.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void changed_features_in_the_table_do_not_change_the_model(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        List<String> features = List.of("Income (z)", "Ratio (z)");
        BufferedDataTable normalized = scaled(prepared.table(0), 1e-3, features);
        NodeRun other = NodeRun.of(PreprocessorNodeFactory.class, s -> s.addString("scaling", "NONE"))
                .run(customers());
        SegmentationModel expected =
                model(NodeRun.of(factory, DataFlowTest::three).run(prepared.table(0), prepared.object(1)));
        for (BufferedDataTable table : List.of(normalized, other.table(0), customers())) {
            NodeRun run = NodeRun.of(factory, DataFlowTest::three).run(table, prepared.object(1));
            assertEquals(expected.labels(), model(run).labels());
            assertEquals(expected.fingerprint(), model(run).fingerprint());
        }
    }

    @Test
    void an_own_column_that_is_gone_is_named_with_the_remedy() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun run = NodeRun.of(KMeansNodeFactory.class, DataFlowTest::three);
        assertEquals(NodeState.IDLE, run.configure(renamed(prepared.table(0), "Ratio", "Quota"), prepared.object(1)));
        assertEquals("Column 'Ratio', from which the features are made, is not in the table.", run.message());
        assertEquals(
                List.of("Keep it in the nodes before this one.", "Rename the column that holds it."),
                run.node().message().getResolutions());
    }

    @Test
    void own_columns_that_were_changed_are_named_with_both_ranges() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun run = kMeans(scaled(prepared.table(0), 0.001, List.of("Income")), prepared.object(1));
        assertTrue(
                run.message()
                        .contains(
                                "1 column does not look like those that the Preparation was made on: 'Income' (0 to 0.21"
                                        + " instead of 0 to 210)"),
                run.message());
        assertEquals("", kMeans(prepared.table(0), prepared.object(1)).message());
    }

    @Test
    void dates_of_eight_digits_are_compared_as_the_dates_they_are_read_as() throws InvalidSettingsException {
        BufferedDataTable dated = rows(
                renamed(customers(), "Income", "Since"),
                all -> IntStream.range(0, all.size())
                        .mapToObj(i -> (DataRow) new DefaultRow(
                                all.get(i).getKey(),
                                new DoubleCell(20_100_101 + i % 12 * 100 + i % 9 * 10_000),
                                all.get(i).getCell(1),
                                all.get(i).getCell(2)))
                        .toList());
        NodeRun prepared = prepared(dated);
        assertTrue(prepared.message().contains("'Since' as dates of eight digits"), prepared.message());
        assertEquals("", kMeans(prepared.table(0), prepared.object(1)).message());
    }

    @Test
    void unknown_categories_are_named() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        BufferedDataTable table = rows(
                customers(),
                all -> Stream.concat(
                                all.stream().skip(1),
                                Stream.of(new DefaultRow("new", new DoubleCell(1), new DoubleCell(0.01), cell("boat"))))
                        .toList());
        NodeRun run = kMeans(table, prepared.object(1));
        assertEquals(
                "1 row has a category that the Preparation does not know (column 'Home' 'boat'): if there are many, make"
                        + " the Preparation from these customers.",
                run.message());
    }

    private static DataCell cell(String text) {
        return new StringCell(text);
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void features_do_not_travel_behind_the_segment(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun run = NodeRun.of(factory, DataFlowTest::three).run(prepared.table(0), prepared.object(1));
        assertEquals(List.of("Income", "Ratio", "Home", "Segment"), names(run.table(0)));
        NodeRun kept = NodeRun.of(factory, s -> {
                    three(s);
                    s.addBoolean("keepFeatures", true);
                })
                .run(prepared.table(0), prepared.object(1));
        List<String> all = new ArrayList<>(names(prepared.table(0)));
        all.add("Segment");
        assertEquals(all, names(kept.table(0)));
        NodeRun byHand = NodeRun.of(factory, DataFlowTest::three).run(prepared.table(0), null);
        assertEquals(all, names(byHand.table(0)));
    }

    /** The names of the columns without those of memberships. */
    private static List<String> names(BufferedDataTable table) {
        return table.getDataTableSpec().stream()
                .map(DataColumnSpec::getName)
                .filter(name -> !name.startsWith("P("))
                .toList();
    }

    @Test
    void the_preprocessor_appends_features_unless_that_is_turned_off() throws InvalidSettingsException {
        NodeRun narrow = NodeRun.of(PreprocessorNodeFactory.class, s -> s.addBoolean("appendFeatures", false))
                .run(customers());
        assertEquals(names(customers()), names(narrow.table(0)));
        NodeRun wide = prepared(customers());
        assertEquals(
                model(kMeans(wide.table(0), wide.object(1))).labels(),
                model(kMeans(narrow.table(0), narrow.object(1))).labels());
    }

    @Test
    void selector_and_assigner_pass_on_the_customers_without_features() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        PortObject model = kMeans(prepared.table(0), prepared.object(1)).object(1);
        NodeRun selected = NodeRun.of(new SelectorNodeFactory()).run(prepared.table(0), model, model);
        assertEquals(List.of("Income", "Ratio", "Home", "Segment"), names(selected.table(0)));
        NodeRun assigned = NodeRun.of(AssignerNodeFactory.class, s -> {
                    s.addBoolean("appendConfidence", false);
                    s.addBoolean("appendRunnerUp", false);
                })
                .run(prepared.table(0), model);
        assertEquals(List.of("Income", "Ratio", "Home", "Segment", "Segment out of range"), names(assigned.table(0)));
    }

    @ParameterizedTest
    @MethodSource("thatReadSegments")
    void the_assigners_output_goes_straight_into_the_nodes_that_read_segments(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        PortObject model = kMeans(prepared.table(0), prepared.object(1)).object(1);
        BufferedDataTable part = rows(
                customers(),
                all -> all.stream()
                        .filter(row -> !row.getCell(2).toString().equals("rent"))
                        .limit(20)
                        .toList());
        NodeRun assigned = NodeRun.of(new AssignerNodeFactory()).run(part, model);
        NodeRun run = NodeRun.of(factory, s -> {}).run(assigned.table(0), model);
        assertTrue(run.message().contains("1 segment has no customer in this table: Segment "), run.message());
    }

    @Test
    void an_empty_segment_has_a_row_with_no_customers() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun clustered = kMeans(prepared.table(0), prepared.object(1));
        BufferedDataTable part = rows(
                clustered.table(0),
                all -> all.stream()
                        .filter(row -> !row.getCell(3).toString().equals("Segment 2"))
                        .toList());
        NodeRun profile = NodeRun.of(new ProfilerNodeFactory()).run(part, clustered.object(1));
        assertEquals(List.of("Segment 1", "Segment 2", "Segment 3"), NodeRun.texts(profile.table(3), "Segment"));
        assertArrayEquals(new double[] {30, 0, 30}, NodeRun.numbers(profile.table(3), "Customers"));
        assertEquals(
                "Segment 2 (0 customers, 0 %): none of these customers.",
                NodeRun.texts(profile.table(3), "Description").get(1));
        assertTrue(NodeRun.texts(profile.table(1), "Segment").contains("Segment 2"));
        NodeRun scores = NodeRun.of(new ScorerNodeFactory()).run(part, clustered.object(1));
        assertArrayEquals(new double[] {30, 0, 30}, NodeRun.numbers(scores.table(1), "Customers"));
        double[] silhouettes = NodeRun.numbers(scores.table(1), "Silhouette");
        assertTrue(silhouettes[0] > 0.5 && Double.isNaN(silhouettes[1]) && silhouettes[2] > 0.5);
        assertEquals(2, NodeRun.numbers(scores.table(0), "Segments")[0]);
    }

    /** The silhouettes of a part are those of a Scorer that was given the same rows and features by hand. */
    @Test
    void scores_of_a_part_equal_those_of_the_same_rows_without_a_model() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun clustered = NodeRun.of(KMeansNodeFactory.class, s -> {
                    three(s);
                    s.addBoolean("keepFeatures", true);
                })
                .run(prepared.table(0), prepared.object(1));
        int segment = names(clustered.table(0)).indexOf("Segment");
        BufferedDataTable part = rows(
                clustered.table(0),
                all -> all.stream()
                        .filter(row -> !row.getCell(segment).toString().equals("Segment 1"))
                        .toList());
        NodeRun byModel = NodeRun.of(new ScorerNodeFactory()).run(part, clustered.object(1));
        NodeRun byHand = NodeRun.of(ScorerNodeFactory.class, s -> {
                    try {
                        NodeSettings manual = s.getNodeSettings("features").getNodeSettings("manualFilter");
                        manual.addStringArray(
                                "manuallySelected", model(clustered).features().toArray(String[]::new));
                        manual.addBoolean("includeUnknownColumns", false);
                    } catch (InvalidSettingsException e) {
                        throw new IllegalArgumentException(e);
                    }
                })
                .run(part, null);
        assertArrayEquals(NodeRun.numbers(byHand.table(0), "Value"), NodeRun.numbers(byModel.table(0), "Value"), 1e-12);
    }

    @Test
    void the_selector_matches_rows_by_their_ids() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun three = kMeans(prepared.table(0), prepared.object(1));
        NodeRun five = NodeRun.of(KMeansNodeFactory.class, s -> {}).run(prepared.table(0), prepared.object(1));
        NodeRun inOrder = NodeRun.of(new SelectorNodeFactory()).run(prepared.table(0), five.object(1), three.object(1));
        NodeRun sorted = NodeRun.of(new SelectorNodeFactory())
                .run(rows(prepared.table(0), DataFlowTest::reversed), five.object(1), three.object(1));
        List<String> expected = new ArrayList<>(NodeRun.texts(inOrder.table(0), "Segment"));
        Collections.reverse(expected);
        assertEquals(expected, NodeRun.texts(sorted.table(0), "Segment"));
        assertEquals("", sorted.message());
        NodeRun part = NodeRun.of(new SelectorNodeFactory())
                .run(rows(prepared.table(0), all -> all.subList(10, 40)), five.object(1), three.object(1));
        assertEquals(
                NodeRun.texts(inOrder.table(0), "Segment").subList(10, 40), NodeRun.texts(part.table(0), "Segment"));
        assertEquals("Compared on 30 rows of the 90 customers that 'K-Means, k = 3' was made on.", part.message());
    }

    @ParameterizedTest
    @MethodSource("thatReadSegments")
    void a_renamed_segment_column_is_found_or_chosen(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun clustered = kMeans(prepared.table(0), prepared.object(1));
        BufferedDataTable renamed = renamed(clustered.table(0), "Segment", "Group");
        NodeRun found = NodeRun.of(factory, s -> {}).run(renamed, clustered.object(1));
        assertEquals(
                "The table has no column 'Segment' as the model: 'Group' is taken, the only one that holds its"
                        + " segments.",
                found.message());
        NodeRun chosen = NodeRun.of(factory, s -> {
                    s.addString("segmentColumn", "Group");
                    s.addBoolean("segmentColumn_is_present", true);
                })
                .run(renamed, clustered.object(1));
        assertEquals("", chosen.message());
    }

    /** The rows with RowIDs of their own, as after a file in between. */
    private static List<DataRow> withNewIds(List<DataRow> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i ->
                        (DataRow) new DefaultRow("New" + i, rows.get(i).stream().toArray(DataCell[]::new)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("thatReadSegments")
    void sorted_customers_some_of_them_and_others_by_id_are_in_the_models_segments(
            Class<? extends NodeFactory<?>> factory) throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        for (Class<? extends NodeFactory<?>> clusterer : clusterers().toList()) {
            NodeRun clustered = NodeRun.of(clusterer, DataFlowTest::three).run(prepared.table(0), prepared.object(1));
            List<UnaryOperator<List<DataRow>>> changes = List.of(
                    DataFlowTest::reversed,
                    all -> all.subList(10, 70),
                    DataFlowTest::withNewIds,
                    all -> withNewIds(all.subList(20, 80)));
            for (UnaryOperator<List<DataRow>> change : changes) {
                NodeRun run = NodeRun.of(factory, s -> {}).run(rows(clustered.table(0), change), clustered.object(1));
                assertFalse(run.message().contains("another segment"), run.message());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("thatReadSegments")
    void customers_in_another_segment_than_the_model_gives_them_are_counted(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun clustered = kMeans(prepared.table(0), prepared.object(1));
        UnaryOperator<List<DataRow>> moved = all -> IntStream.range(0, all.size())
                .mapToObj(i -> (DataRow) new DefaultRow(
                        all.get(i).getKey(),
                        all.get(i).getCell(0),
                        all.get(i).getCell(1),
                        all.get(i).getCell(2),
                        i < 3 ? all.get((i + 1) % 3).getCell(3) : all.get(i).getCell(3)))
                .toList();
        String expected =
                "3 customers are in another segment than the model gives them (90 customers compared): if that"
                        + " is not meant, connect table and model of the same node, or choose the column in 'Segment column'.";
        BufferedDataTable table = rows(clustered.table(0), moved);
        assertEquals(
                expected,
                NodeRun.of(factory, s -> {}).run(table, clustered.object(1)).message());
        BufferedDataTable renumbered = rows(table, DataFlowTest::withNewIds);
        assertEquals(
                expected,
                NodeRun.of(factory, s -> {})
                        .run(renumbered, clustered.object(1))
                        .message());
    }

    @Test
    void two_columns_that_could_hold_the_segments_are_a_question() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        PortObject model = kMeans(prepared.table(0), prepared.object(1)).object(1);
        NodeRun assigned = NodeRun.of(new AssignerNodeFactory()).run(customers(), model);
        NodeRun run = NodeRun.of(new ProfilerNodeFactory());
        assertEquals(NodeState.IDLE, run.configure(renamed(assigned.table(0), "Segment", "Group"), model));
        assertEquals(
                "Segment column 'Segment' is not in the table, and 2 columns could hold the segments (Group, Segment"
                        + " runner-up).",
                run.message());
        assertEquals(
                "Select the column with the segments in 'Segment column'.",
                run.node().message().getResolutions().get(0));
    }

    @Test
    void the_segment_column_has_the_colors_of_the_charts() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun run = kMeans(prepared.table(0), prepared.object(1));
        List<String> colors = Stream.of("Segment 1", "Segment 2", "Segment 3", "Noise", "other")
                .map(name -> run.table(0)
                        .getDataTableSpec()
                        .getColumnSpec("Segment")
                        .getColorHandler()
                        .getColorAttr(cell(name))
                        .getColor())
                .map(color -> String.format("#%06X", color.getRGB() & 0xFFFFFF))
                .toList();
        assertEquals(List.of("#0072B2", "#E69F00", "#8D0D4F", "#404040", "#404040"), colors);
        NodeRun dbscan = NodeRun.of(DbscanNodeFactory.class, s -> {
                    s.addString("radiusChoice", "MANUAL");
                    s.addDouble("radius", 1e-9);
                })
                .run(prepared.table(0), prepared.object(1));
        assertEquals(
                0x8C8C8C,
                dbscan.table(0)
                                .getDataTableSpec()
                                .getColumnSpec("Segment")
                                .getColorHandler()
                                .getColorAttr(cell("Noise"))
                                .getColor()
                                .getRGB()
                        & 0xFFFFFF);
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void raw_columns_of_very_different_units_are_named(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun run = NodeRun.of(factory, DataFlowTest::three).run(customers(), null);
        assertTrue(
                run.message()
                        .matches("(?s).*The features are in very different units: the spread of 'Income' \\(standard"
                                + " deviation 81\\.6\\) is [0-9,]+ times that of 'Ratio' \\([0-9.]+\\), and it has 100 % of"
                                + " all variance, so that it decides nearly alone\\. Connect the Preparation of a"
                                + " Segmentation Preprocessor, which scales the features\\..*"),
                run.message());
        NodeRun prepared = prepared(customers());
        assertFalse(NodeRun.of(factory, DataFlowTest::three)
                .run(prepared.table(0), prepared.object(1))
                .message()
                .contains("units"));
    }
}
