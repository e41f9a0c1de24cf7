package org.tessera.knime.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
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

class AssignerNodeTest {

    private static final DataTableSpec CUSTOMERS =
            new DataTableSpec(SmallTable.number("x"), SmallTable.number("y"), SmallTable.text("Home"));

    /** Two segments of {@link Customers#twoGroups()}, made from its own columns by a Preprocessor. */
    private static PortObject prepared() throws InvalidSettingsException {
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(Customers.twoGroups());
        return NodeRun.of(KMeansNodeFactory.class, AssignerNodeTest::two)
                .run(prepared.table(0), prepared.object(1))
                .object(1);
    }

    private static NodeRun assigner() throws InvalidSettingsException {
        return NodeRun.of(new AssignerNodeFactory());
    }

    private static NodeRun with(String key, String value) throws InvalidSettingsException {
        return NodeRun.of(AssignerNodeFactory.class, s -> s.addString(key, value));
    }

    private static void two(NodeSettings settings) {
        for (String key : List.of("numberOfSegments", "components")) {
            if (settings.containsKey(key)) {
                settings.addInt(key, 2);
            }
        }
    }

    static Stream<Class<? extends NodeFactory<?>>> thatKeepTrainingSegments() {
        return Stream.of(KMeansNodeFactory.class, GaussianMixtureNodeFactory.class, DbscanNodeFactory.class);
    }

    @ParameterizedTest
    @MethodSource("thatKeepTrainingSegments")
    void training_customers_get_the_same_features_and_segments(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        BufferedDataTable credit = Customers.credit();
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(credit);
        NodeRun trained = NodeRun.of(factory, s -> {
                    if (s.containsKey("covariance")) {
                        s.addString("covariance", "DIAGONAL");
                    }
                })
                .run(prepared.table(0), prepared.object(1));
        NodeRun run = NodeRun.of(AssignerNodeFactory.class, s -> s.addBoolean("appendFeatures", true))
                .run(credit, trained.object(1));
        assertEquals(NodeRun.texts(trained.table(0), "Segment"), NodeRun.texts(run.table(0), "Segment"));
        for (String feature : features(trained)) {
            assertArrayEquals(
                    NodeRun.numbers(prepared.table(0), feature), NodeRun.numbers(run.table(0), feature), feature);
        }
        assertEquals("", run.message());
        double[] index = NodeRun.numbers(run.table(1), "Population stability index");
        assertEquals(0, index[index.length - 1]);
        if (factory == GaussianMixtureNodeFactory.class) {
            assertMemberships(trained.table(0), run.table(0));
        }
    }

    private static List<String> features(NodeRun trained) {
        return ((SegmentationModelPortObject) trained.object(1)).model().features();
    }

    private static void assertMemberships(BufferedDataTable trained, BufferedDataTable assigned) {
        List<String> segments = NodeRun.texts(assigned, "Segment");
        double[] probability = NodeRun.numbers(assigned, "Segment confidence");
        for (int s = 1; s <= 2; s++) {
            String name = "Segment " + s;
            double[] memberships = NodeRun.numbers(trained, "P(Segment = " + name + ")");
            for (int i = 0; i < probability.length; i++) {
                if (segments.get(i).equals(name)) {
                    assertEquals(memberships[i], probability[i]);
                }
            }
        }
    }

    @Test
    void a_tree_says_how_many_training_customers_would_move() throws InvalidSettingsException {
        BufferedDataTable credit = Customers.credit();
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(credit);
        NodeRun trained = NodeRun.of(new HierarchicalNodeFactory()).run(prepared.table(0), prepared.object(1));
        NodeRun run = assigner().run(credit, trained.object(1));
        List<String> before = NodeRun.texts(trained.table(0), "Segment");
        List<String> now = NodeRun.texts(run.table(0), "Segment");
        long moved = 0;
        for (int i = 0; i < before.size(); i++) {
            moved += before.get(i).equals(now.get(i)) ? 0 : 1;
        }
        assertTrue(moved > 0);
        assertTrue(
                run.message()
                        .contains("These are the training customers of the segmentation, and " + moved
                                + " of 4,454 got another segment than in training: a tree does not define segments"),
                run.message());
    }

    @Test
    void new_customers_get_segment_confidence_and_runner_up() throws InvalidSettingsException {
        PortObject model = NodeRun.of(KMeansNodeFactory.class, AssignerNodeTest::two)
                .run(
                        Customers.table(
                                new DataTableSpec(SmallTable.number("x")),
                                new Object[] {0.0},
                                new Object[] {0.0},
                                new Object[] {8.0}),
                        null)
                .object(1);
        BufferedDataTable customers = Customers.table(
                new DataTableSpec(SmallTable.text("Name"), SmallTable.whole("x")),
                new Object[] {"a", 2},
                new Object[] {"b", 8},
                new Object[] {"c", null},
                new Object[] {"d", 4});
        NodeRun run = assigner().run(customers, model);
        assertEquals(List.of("a", "b", "c", "d"), NodeRun.texts(run.table(0), "Name"));
        assertEquals(List.of("Segment 1", "Segment 2", "?", "Segment 1"), NodeRun.texts(run.table(0), "Segment"));
        assertEquals(
                List.of("Segment 2", "Segment 1", "?", "Segment 2"), NodeRun.texts(run.table(0), "Segment runner-up"));
        assertArrayEquals(
                new double[] {1 - 2 / 6.0, 1, Double.NaN, 0},
                NodeRun.numbers(run.table(0), "Segment confidence"),
                1e-15);
        assertEquals(
                List.of("Name", "x", "Segment", "Segment confidence", "Segment runner-up"),
                List.of(run.table(0).getDataTableSpec().getColumnNames()));
        assertEquals(
                "1 row of 4 left out because a feature is missing ('x' 1). Fill missing values first.", run.message());
    }

    @Test
    void shares_are_compared_per_segment_and_in_all() throws InvalidSettingsException {
        NodeRun run = assigner().run(Customers.twoGroups(20, 80), prepared());
        BufferedDataTable shares = run.table(1);
        assertEquals(List.of("Segment 1", "Segment 2", "All"), NodeRun.texts(shares, "Segment"));
        assertArrayEquals(new double[] {6, 4, 10}, NodeRun.numbers(shares, "Training customers"));
        assertArrayEquals(new double[] {0.6, 0.4, 1}, NodeRun.numbers(shares, "Training share"));
        assertArrayEquals(new double[] {20, 80, 100}, NodeRun.numbers(shares, "Customers"));
        assertArrayEquals(new double[] {0.2, 0.8, 1}, NodeRun.numbers(shares, "Share"));
        double first = -0.4 * Math.log(1 / 3.0);
        double second = 0.4 * Math.log(2);
        assertArrayEquals(
                new double[] {first, second, first + second},
                NodeRun.numbers(shares, "Population stability index"),
                1e-15);
        assertTrue(NodeRun.texts(shares, "Shift").get(2).startsWith("Large shift: "));
        assertTrue(run.message().startsWith("Large shift: "), run.message());
    }

    /** Row 0 is as in training, 1 has an unseen category, 2 an x too large, 3 a y too small, 4 both. */
    private static BufferedDataTable unlike() {
        return Customers.table(
                CUSTOMERS,
                new Object[] {0.0, 0.0, "rent"},
                new Object[] {0.0, 0.0, "boat"},
                new Object[] {12.5, 10.0, "own"},
                new Object[] {0.0, -1.0, "rent"},
                new Object[] {99.0, 10.0, "boat"});
    }

    @Test
    void by_default_all_are_assigned_and_what_is_new_is_said() throws InvalidSettingsException {
        NodeRun run = assigner().run(unlike(), prepared());
        assertFalse(NodeRun.texts(run.table(0), "Segment").contains("?"));
        assertEquals(
                List.of("?", "?", "x above 10.2", "y below 0", "x above 10.2"),
                NodeRun.texts(run.table(0), "Segment out of range"));
        assertEquals(
                "2 rows have a category not seen in training (column 'Home' 'boat'), so their segments are less"
                        + " certain: if there are many, make the segmentation anew. 3 rows have a number outside the range"
                        + " of training (column 'x' up to 99 instead of 0 to 10.2; column 'y' down to -1 instead of 0 to"
                        + " 10.2), so their segments are less certain: if there are many, make the segmentation anew.",
                run.message());
    }

    @Test
    void options_leave_the_segment_of_unlike_customers_missing() throws InvalidSettingsException {
        NodeRun unseen = with("unseen", "LEAVE_MISSING").run(unlike(), prepared());
        assertEquals(
                List.of("Segment 1", "?", "Segment 2", "Segment 1", "?"), NodeRun.texts(unseen.table(0), "Segment"));
        assertTrue(
                unseen.message()
                        .contains("(column 'Home' 'boat') and got no segment: to assign one, set option 'Unseen"
                                + " categories' to 'Assign'."),
                unseen.message());
        NodeRun range = with("outOfRange", "LEAVE_MISSING").run(unlike(), prepared());
        assertEquals(List.of("Segment 1", "Segment 1", "?", "?", "?"), NodeRun.texts(range.table(0), "Segment"));
        assertTrue(
                range.message()
                        .contains("to 10.2) and got no segment: to assign one, set option 'Numbers out of range' to"
                                + " 'Flag'."),
                range.message());
        assertArrayEquals(new double[] {2, 0, 2}, NodeRun.numbers(range.table(1), "Customers"));
    }

    @Test
    void unseen_categories_can_stop_the_node() throws InvalidSettingsException {
        NodeRun run = with("unseen", "FAIL");
        run.tryRun(unlike(), prepared());
        assertEquals(NodeState.CONFIGURED, run.node().state());
        assertTrue(
                run.message().startsWith("Column 'Home' holds 'boat' in 2 rows, which was not seen in training."),
                run.message());
    }

    @Test
    void ranges_can_be_ignored() throws InvalidSettingsException {
        NodeRun run = with("outOfRange", "IGNORE").run(unlike(), prepared());
        assertEquals(-1, run.table(0).getDataTableSpec().findColumnIndex("Segment out of range"));
        assertFalse(run.message().contains("number"), run.message());
    }

    @Test
    void columns_that_the_model_needs_are_checked_before_the_node_runs() throws InvalidSettingsException {
        NodeRun run = assigner();
        BufferedDataTable without = Customers.table(new DataTableSpec(SmallTable.number("x"), SmallTable.number("y")));
        assertEquals(NodeState.IDLE, run.configure(without, prepared()));
        assertEquals("Column 'Home', from which the features are made, is not in the table.", run.message());
        BufferedDataTable image = Customers.table(new DataTableSpec(
                new DataColumnSpecCreator("x", PNGImageContent.TYPE).createSpec(),
                SmallTable.number("y"),
                SmallTable.text("Home")));
        assertEquals(NodeState.IDLE, run.configure(image, prepared()));
        assertTrue(
                run.message().startsWith("Column 'x' held numbers when the Preparation was made, but holds "),
                run.message());
        BufferedDataTable text = Customers.table(
                new DataTableSpec(SmallTable.text("x"), SmallTable.number("y"), SmallTable.text("Home")));
        assertEquals(NodeState.CONFIGURED, run.configure(text, prepared()), run.message());
    }

    @Test
    void a_taken_segment_column_is_refused_and_another_name_helps() throws InvalidSettingsException {
        DataTableSpec spec = new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment"));
        PortObject model = NodeRun.of(KMeansNodeFactory.class, AssignerNodeTest::two)
                .run(
                        Customers.table(
                                new DataTableSpec(SmallTable.number("x")), new Object[] {0.0}, new Object[] {9.0}),
                        null)
                .object(1);
        BufferedDataTable table = Customers.table(spec, new Object[] {9.0, "old"});
        NodeRun run = assigner();
        assertEquals(NodeState.IDLE, run.configure(table, model));
        assertTrue(
                run.message().startsWith("The model's segment column is 'Segment', but the table has a column of that"),
                run.message());
        NodeRun own = NodeRun.of(AssignerNodeFactory.class, s -> {
                    s.addString("segmentName", "OWN");
                    s.addString("segmentColumn", "New segment");
                })
                .run(table, model);
        assertEquals(List.of("Segment 2"), NodeRun.texts(own.table(0), "New segment"));
        assertEquals(List.of("Segment 1"), NodeRun.texts(own.table(0), "New segment runner-up"));
    }

    @ParameterizedTest
    @MethodSource("thatKeepTrainingSegments")
    void spec_is_known_before_the_node_runs(Class<? extends NodeFactory<?>> factory) throws InvalidSettingsException {
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(Customers.twoGroups());
        PortObject model = NodeRun.of(factory, AssignerNodeTest::two)
                .run(prepared.table(0), prepared.object(1))
                .object(1);
        NodeRun run = NodeRun.of(AssignerNodeFactory.class, s -> s.addBoolean("appendFeatures", true));
        assertEquals(NodeState.CONFIGURED, run.configure(Customers.twoGroups(), model));
        DataTableSpec expected = (DataTableSpec) run.spec(0);
        assertEquals(
                ((SegmentationModelPortObject) model).getSpec().segments(),
                expected.getColumnSpec("Segment").getDomain().getValues().stream()
                        .map(DataCell::toString)
                        .toList());
        run.run(Customers.twoGroups(), model);
        DataTableSpec actual = run.table(0).getDataTableSpec();
        assertTrue(expected.equalStructure(actual));
        assertEquals(
                expected.getColumnSpec("Segment").getDomain().getValues(),
                actual.getColumnSpec("Segment").getDomain().getValues());
        assertTrue(ShareTable.spec().equalStructure((DataTableSpec) run.spec(1)));
    }

    @Test
    void a_customer_does_not_depend_on_the_others() throws InvalidSettingsException {
        PortObject model = prepared();
        List<Object[]> rows = new ArrayList<>(Arrays.asList(
                new Object[][] {{0.0, 0.0, "rent"}, {5.0, 5.0, "own"}, {10.0, 10.1, "own"}, {3.0, 9.0, "rent"}}));
        NodeRun all = assigner().run(Customers.table(CUSTOMERS, rows.toArray(Object[][]::new)), model);
        List<String> segments = new ArrayList<>(NodeRun.texts(all.table(0), "Segment"));
        List<String> confidence = new ArrayList<>(NodeRun.texts(all.table(0), "Segment confidence"));
        Collections.reverse(rows);
        Collections.reverse(segments);
        Collections.reverse(confidence);
        NodeRun reversed = assigner().run(Customers.table(CUSTOMERS, rows.toArray(Object[][]::new)), model);
        assertEquals(segments, NodeRun.texts(reversed.table(0), "Segment"));
        assertEquals(confidence, NodeRun.texts(reversed.table(0), "Segment confidence"));
        NodeRun alone = assigner().run(Customers.table(CUSTOMERS, rows.get(0)), model);
        assertEquals(segments.get(0), NodeRun.texts(alone.table(0), "Segment").get(0));
    }

    @Test
    void why_is_a_sentence_and_contributions_that_add_up_to_the_margin() throws InvalidSettingsException {
        NodeRun run = with("why", "CONTRIBUTIONS").run(Customers.twoGroups(), prepared());
        List<String> names = List.of(run.table(0).getDataTableSpec().getColumnNames());
        int from = names.indexOf("Segment why");
        assertEquals("Segment margin", names.get(names.size() - 2));
        List<String> contributions = names.subList(from + 1, names.size() - 2);
        assertTrue(contributions.contains("Segment why: x"), contributions.toString());
        double[] margins = NodeRun.numbers(run.table(0), "Segment margin");
        double[] sums = new double[margins.length];
        for (String contribution : contributions) {
            double[] values = NodeRun.numbers(run.table(0), contribution);
            Arrays.setAll(sums, i -> sums[i] + values[i]);
        }
        assertArrayEquals(margins, sums);
        String sentence = NodeRun.texts(run.table(0), "Segment why").get(0);
        assertTrue(sentence.matches("Segment [12] rather than Segment [12]: .* = .*\\."), sentence);
        assertEquals(
                names.subList(0, from + 1),
                List.of(with("why", "SENTENCE")
                                .run(Customers.twoGroups(), prepared())
                                .table(0)
                                .getDataTableSpec()
                                .getColumnNames())
                        .subList(0, from + 1));
    }

    @Test
    void customers_without_a_segment_have_no_reason() throws InvalidSettingsException {
        PortObject model = NodeRun.of(KMeansNodeFactory.class, AssignerNodeTest::two)
                .run(
                        Customers.table(
                                new DataTableSpec(SmallTable.number("x")),
                                new Object[] {0.0},
                                new Object[] {0.0},
                                new Object[] {8.0}),
                        null)
                .object(1);
        BufferedDataTable customers =
                Customers.table(new DataTableSpec(SmallTable.number("x")), new Object[] {null}, new Object[] {2.0});
        NodeRun run = with("why", "CONTRIBUTIONS").run(customers, model);
        assertEquals(
                List.of("?", "Segment 1 rather than Segment 2: x = 2."), NodeRun.texts(run.table(0), "Segment why"));
        assertArrayEquals(new double[] {Double.NaN, 32}, NodeRun.numbers(run.table(0), "Segment why: x"));
        assertArrayEquals(new double[] {Double.NaN, 32}, NodeRun.numbers(run.table(0), "Segment margin"));
    }

    @Test
    void drift_names_what_has_moved_beyond_chance() throws InvalidSettingsException {
        NodeRun same = assigner().run(Customers.twoGroups(), prepared());
        List<String> columns = NodeRun.texts(same.table(2), "Column");
        assertTrue(columns.containsAll(List.of("x", "(shares of the segments)")), columns.toString());
        assertTrue(NodeRun.texts(same.table(2), "Drift").stream().allMatch("none beyond chance"::equals));
        Object[][] rows = new Object[60][];
        Arrays.fill(rows, new Object[] {1e3, 1e3, "own"});
        NodeRun moved = assigner().run(Customers.table(CUSTOMERS, rows), prepared());
        int x = columns.indexOf("x");
        assertTrue(NodeRun.texts(moved.table(2), "Drift").get(x).endsWith("drift"));
        assertTrue(NodeRun.numbers(moved.table(2), "Corrected p-value")[x] <= 0.01);
        assertTrue(moved.message().contains("drifted beyond chance ('x' above "), moved.message());
    }

    /** More customers than a block has, with unseen categories, missing values and numbers out of range in both blocks. */
    @Test
    void customers_of_several_blocks_are_assigned_and_counted_like_those_of_one() throws InvalidSettingsException {
        BufferedDataTable credit = Customers.credit();
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(credit);
        PortObject model = NodeRun.of(new KMeansNodeFactory())
                .run(prepared.table(0), prepared.object(1))
                .object(1);
        int copies = CustomerBlocks.MAX_ROWS / (int) credit.size() + 1;
        BufferedDataTable many = Customers.repeated(credit, copies);
        assertTrue(many.size() > CustomerBlocks.MAX_ROWS);
        NodeRun one = assigner().run(credit, model);
        NodeRun all = assigner().run(many, model);
        List<String> segments = NodeRun.texts(one.table(0), "Segment");
        List<String> found = NodeRun.texts(all.table(0), "Segment");
        double[] confidence = NodeRun.numbers(one.table(0), "Segment confidence");
        double[] sure = NodeRun.numbers(all.table(0), "Segment confidence");
        for (int i = 0; i < found.size(); i++) {
            assertEquals(segments.get(i % segments.size()), found.get(i));
            assertEquals(confidence[i % confidence.length], sure[i]);
        }
        assertArrayEquals(NodeRun.numbers(one.table(1), "Share"), NodeRun.numbers(all.table(1), "Share"), 1e-12);
        double[] counts = NodeRun.numbers(one.table(2), "Customers");
        double[] sums = NodeRun.numbers(all.table(2), "Customers");
        double[] effects = NodeRun.numbers(one.table(2), "Effect");
        for (int c = 0; c < counts.length; c++) {
            assertEquals(copies * counts[c], sums[c]);
        }
        assertArrayEquals(effects, NodeRun.numbers(all.table(2), "Effect"), 1e-12);
    }
}
