package org.tessera.knime.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.prep.PreprocessorNodeFactory;
import org.tessera.workbench.ui.NodeViews;

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
        assertEquals(List.of("Segment 1", "Segment 2"), NodeRun.texts(run.table(3), "Segment"));
        assertEquals(
                List.of("Home", "x", "y"),
                NodeRun.texts(run.table(2), "Column").stream().sorted().toList());
        String sentence = NodeRun.texts(run.table(3), "Description").get(1);
        assertTrue(sentence.startsWith("Home own, high x (40 customers, 40"), sentence);
        assertTrue(sentence.contains("own"), sentence);
        assertEquals(1.0, NodeRun.numbers(run.table(3), "Rule coverage")[1], 1e-12);
    }

    @Test
    void rules_and_the_tree_are_measured_by_customers_held_out() throws InvalidSettingsException {
        NodeRun clustered = clustered();
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        BufferedDataTable descriptions = run.table(3);
        // Wilson's interval of 20 of 20, by scipy 1.10.1's binomtest(20, 20).proportion_ci(method='wilson')
        assertEquals(0.8388748, NodeRun.numbers(descriptions, "Rule coverage from")[1], 1e-6);
        assertEquals(1, NodeRun.numbers(descriptions, "Rule coverage to")[1]);
        assertEquals(1, NodeRun.numbers(descriptions, "Rule precision")[1]);
        assertEquals("?", NodeRun.texts(descriptions, "Rule remark").get(1));
        BufferedDataTable tree = run.table(5);
        assertEquals(List.of("Segment 1", "Segment 2", "?"), NodeRun.texts(tree, "Segment"));
        assertEquals(
                NodeRun.texts(descriptions, "Name"), NodeRun.texts(tree, "Name").subList(0, 2));
        assertEquals("(the whole tree)", NodeRun.texts(tree, "Rule").get(2));
        assertEquals(100, NodeRun.numbers(tree, "Customers")[2]);
        assertEquals(50, NodeRun.numbers(tree, "Customers held out")[2]);
        assertEquals(1, NodeRun.numbers(tree, "Right")[2]);
        assertEquals(1, NodeRun.numbers(tree, "Adjusted Rand index")[2]);
    }

    @Test
    void overview_has_a_column_per_segment_by_its_name() throws InvalidSettingsException {
        NodeRun clustered = clustered();
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        BufferedDataTable overview = run.table(0);
        List<String> names = NodeRun.texts(run.table(3), "Name");
        assertEquals(
                List.of("Column", "Figure", "Role", "All customers", names.get(0), names.get(1)),
                List.of(overview.getDataTableSpec().getColumnNames()));
        int home = NodeRun.texts(overview, "Column").indexOf("Home");
        assertEquals("= own", NodeRun.texts(overview, "Figure").get(home));
        assertEquals("feature", NodeRun.texts(overview, "Role").get(home));
        assertEquals("40 %", NodeRun.texts(overview, "All customers").get(home));
        assertEquals("0 %", NodeRun.texts(overview, names.get(0)).get(home));
        assertEquals("100 %", NodeRun.texts(overview, names.get(1)).get(home));
    }

    private static void name(NodeSettings model, String segment, String name) {
        var one = model.addNodeSettings("names").addNodeSettings("0");
        one.addString("segment", segment);
        one.addString("name", name);
    }

    private static SegmentationModel model(PortObject object) {
        return ((SegmentationModelPortObject) object).model();
    }

    @Test
    void the_model_has_the_names_and_new_customers_get_them() throws InvalidSettingsException {
        NodeRun clustered = clustered();
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        List<String> names = NodeRun.texts(run.table(3), "Name");
        assertEquals(names, model(run.object(4)).labels().names());
        NodeRun assigned = NodeRun.of(new AssignerNodeFactory()).run(Customers.twoGroups(), run.object(4));
        assertEquals(names.get(0), NodeRun.texts(assigned.table(0), "Segment").get(0));
        assertEquals(names.get(1), NodeRun.texts(assigned.table(0), "Segment").get(9));
        assertEquals(List.of(names.get(0), names.get(1), "All"), NodeRun.texts(assigned.table(1), "Segment"));
        NodeRun again = NodeRun.of(new ProfilerNodeFactory()).run(assigned.table(0), run.object(4));
        assertEquals(names, NodeRun.texts(again.table(3), "Segment"), "a table with names fits its model");
        NodeRun numbered = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), run.object(4));
        assertEquals(names, NodeRun.texts(numbered.table(3), "Name"), "so does one from before the names");
    }

    /** A name stays with its segment when the other one has become the larger and the first. */
    @Test
    void a_name_is_kept_by_the_segment_and_not_by_its_number() throws InvalidSettingsException {
        NodeRun before = NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(Customers.twoGroups(60, 40), null);
        List<StringChoice> choices = SegmentName.Segments.choices(model(before.object(1)));
        assertEquals(
                List.of("Segment 1 (60 customers)", "Segment 2 (40 customers)"),
                choices.stream().map(StringChoice::text).toList());
        NodeRun named = NodeRun.of(
                        ProfilerNodeFactory.class,
                        model -> name(model, choices.get(1).id(), "Golden"))
                .run(before.table(0), before.object(1));
        assertEquals("Golden", NodeRun.texts(named.table(3), "Name").get(1));
        assertTrue(NodeRun.texts(named.table(3), "Description").get(1).startsWith("Golden (40 customers"));
        NodeRun after = NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(Customers.twoGroups(40, 60), null);
        NodeRun kept = NodeRun.of(
                        ProfilerNodeFactory.class,
                        model -> name(model, choices.get(1).id(), "Golden"))
                .run(after.table(0), after.object(1));
        assertEquals("Golden", NodeRun.texts(kept.table(3), "Name").get(0));
        assertEquals(60, NodeRun.numbers(kept.table(3), "Customers")[0]);
    }

    @Test
    void a_name_without_a_similar_segment_is_given_to_none_and_that_is_said() throws InvalidSettingsException {
        NodeRun clustered = NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(Customers.twoGroups(60, 40), null);
        NodeRun run = NodeRun.of(
                        ProfilerNodeFactory.class, model -> name(model, "Segment 1 {\"x\":5,\"y\":-9}", "Middle"))
                .run(clustered.table(0), clustered.object(1));
        assertFalse(NodeRun.texts(run.table(3), "Name").contains("Middle"));
        assertTrue(run.message().contains("No segment is similar to the one called 'Middle'"), run.message());
    }

    @Test
    void names_that_cannot_be_are_refused() {
        assertEquals(
                "'Noise' cannot be the name of a segment, as it means something else.",
                refusal(new SegmentName("Segment 1", "Noise")));
        assertEquals(
                "'Segment 2' cannot be the name of a segment, as it means something else.",
                refusal(new SegmentName("Segment 1", "Segment 2")));
        assertEquals("'Names of segments' holds a segment without a name.", refusal(new SegmentName("Segment 1", " ")));
        assertEquals("'Names of segments' holds name 'A' without a segment.", refusal(new SegmentName("", "A")));
        assertEquals(
                "'Names of segments' holds name 'a' or its segment twice.",
                refusal(new SegmentName("Segment 1", "A"), new SegmentName("Segment 2", "a")));
        assertTrue(refusal(new SegmentName("Segment 1", "x".repeat(61))).contains("more than 60 characters"));
    }

    private static String refusal(SegmentName... names) {
        return assertThrows(InvalidSettingsException.class, () -> SegmentName.validate(names))
                .getMessage();
    }

    @Test
    void the_view_shows_cards_profile_and_distributions() throws InvalidSettingsException {
        NodeRun clustered = clustered();
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        String data = NodeViews.initialData(run.node()).orElseThrow();
        assertTrue(data.contains("\\\"segments\\\":[{\\\"label\\\":0,\\\"name\\\":\\\"Home rent, low x\\\""), data);
        assertTrue(data.contains("\\\"parts\\\":{\\\"PROFILE\\\":{"), data);
        assertTrue(data.contains("\"distributions\":[\"{\\\"column\\\":"), data);
        assertTrue(
                data.contains("\"parts\":[{\"part\":\"PROFILE\"},{\"part\":\"DISTRIBUTIONS\"},{\"part\":\"SIZES\"}]"),
                data);
    }

    @Test
    void profile_compares_segment_and_all_customers() throws InvalidSettingsException {
        NodeRun clustered = clustered();
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        List<String> columns = NodeRun.texts(run.table(1), "Column");
        List<String> segments = NodeRun.texts(run.table(1), "Segment");
        double[] means = NodeRun.numbers(run.table(1), "Mean or share");
        double[] overall = NodeRun.numbers(run.table(1), "Overall mean or share");
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

    @Test
    void columns_that_are_nearly_the_segments_or_may_be_their_outcome_are_named() throws InvalidSettingsException {
        Object[][] rows = new Object[100][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] =
                    new Object[] {i < 60 ? 0.1 * (i % 3) : 10.0, 0.3 * (i % 7), 0.2 * (i % 11), i < 60 ? "rent" : "own"
                    };
        }
        DataTableSpec spec = new DataTableSpec(
                SmallTable.number("x"), SmallTable.number("u"), SmallTable.number("v"), SmallTable.text("Home"));
        NodeRun clustered = NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(Customers.table(spec, rows), null);
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        assertTrue(
                run.message()
                        .contains("The segments are nearly column 'x': it alone tells the segment of 100 % of the"
                                + " customers. To find segments beyond it, leave it out"),
                run.message());
        assertTrue(
                run.message()
                        .contains(
                                "The segmentation did not use 'Home', but the segments differ strongly in it: it may be"
                                        + " an outcome of what the segments are made from, not a cause."),
                run.message());
        List<String> columns = NodeRun.texts(run.table(2), "Column");
        assertEquals("not used", NodeRun.texts(run.table(2), "Role").get(columns.indexOf("Home")));
        assertEquals("feature", NodeRun.texts(run.table(2), "Role").get(columns.indexOf("x")));
        assertEquals(
                "nearly the segmentation: tells the segment of 100 % of the customers; may be an outcome of the segments,"
                        + " not a cause",
                NodeRun.texts(run.table(2), "Remark").get(columns.indexOf("Home")));
    }

    @Test
    void a_number_that_tells_the_segments_like_another_is_no_copy() throws InvalidSettingsException {
        NodeRun clustered = NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(Customers.twoGroups(60, 40), null);
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        assertFalse(run.message().contains("nearly column"), run.message());
        List<String> columns = NodeRun.texts(run.table(2), "Column");
        assertEquals("x", NodeRun.texts(run.table(2), "Same as").get(columns.indexOf("y")));
    }

    private static BufferedDataTable withIds() {
        Object[][] rows = new Object[60][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {"C" + (1000 + i), i % 2 * 40 + i % 7, i % 4 == 1 ? null : i % 5};
        }
        return Customers.table(
                new DataTableSpec(SmallTable.text("Customer"), SmallTable.whole("visits"), SmallTable.whole("age")),
                rows);
    }

    private static NodeRun clusteredIds() throws InvalidSettingsException {
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(withIds());
        return NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(prepared.table(0), prepared.object(1));
    }

    @Test
    void what_was_left_out_as_an_id_describes_nothing_and_missing_entries_do() throws InvalidSettingsException {
        NodeRun clustered = clusteredIds();
        NodeRun run = NodeRun.of(new ProfilerNodeFactory()).run(clustered.table(0), clustered.object(1));
        assertEquals(
                List.of("age", "visits"),
                NodeRun.texts(run.table(2), "Column").stream().sorted().toList());
        assertFalse(NodeRun.texts(run.table(1), "Column").contains("Customer"));
        int missing = NodeRun.texts(run.table(1), "Category").indexOf("(missing)");
        assertEquals("age", NodeRun.texts(run.table(1), "Column").get(missing));
        assertEquals(0.25, NodeRun.numbers(run.table(1), "Overall mean or share")[missing], 1e-12);
    }

    private static void customerOnly(NodeSettings model) {
        try {
            NodeSettings columns = model.getNodeSettings("columns").getNodeSettings("manualFilter");
            columns.addStringArray("manuallySelected", "Customer");
            columns.addBoolean("includeUnknownColumns", false);
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_id_selected_by_hand_is_refused_with_the_reason() throws InvalidSettingsException {
        NodeRun clustered = clusteredIds();
        NodeRun run = NodeRun.of(ProfilerNodeFactory.class, ProfilerNodeTest::customerOnly);
        run.tryRun(clustered.table(0), clustered.object(1));
        assertTrue(
                run.message()
                        .startsWith(
                                "No column is left to describe the segments by: 'Customer' looks like a row number or"
                                        + " id"),
                run.message());
    }
}
