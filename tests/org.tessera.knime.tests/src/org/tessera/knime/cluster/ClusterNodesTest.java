package org.tessera.knime.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.Nodes;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.prep.PreprocessorNodeFactory;
import org.tessera.workbench.kernel.NodeState;

class ClusterNodesTest {

    /** The node of every algorithm of the catalog; that there is one, DialogsTest checks. */
    @SuppressWarnings("unchecked") // a factory's class is the class of a factory
    static Stream<Class<? extends NodeFactory<?>>> factories() {
        return Nodes.factories()
                .filter(factory -> Algorithms.ALL.stream()
                        .anyMatch(algorithm -> factory.getNodeName().equals(algorithm.title() + " Segmentation")))
                .map(factory -> (Class<? extends NodeFactory<?>>) factory.getClass());
    }

    /** Two segments, or what DBSCAN finds with a radius of 1. */
    private static void two(NodeSettings model, String implementation) {
        for (String key : List.of("numberOfSegments", "components")) {
            if (model.containsKey(key)) {
                model.addInt(key, 2);
            }
        }
        if (model.containsKey("radius")) {
            model.addString("radiusChoice", "MANUAL");
            model.addDouble("radius", 1);
            model.addString("minimumPointsChoice", "MANUAL");
            model.addInt("minimumPoints", 3);
        }
        if (model.containsKey("covariance")) {
            model.addString("covariance", "DIAGONAL");
        }
        model.addString("implementation", implementation);
    }

    private static NodeRun two(Class<? extends NodeFactory<?>> factory, String implementation)
            throws InvalidSettingsException {
        return NodeRun.of(factory, model -> two(model, implementation));
    }

    private static SegmentationModel model(NodeRun run) {
        return ((SegmentationModelPortObject) run.object(1)).model();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void two_clear_groups_are_found_by_each_implementation(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        for (String implementation : List.of("WEKA", "TESSERA", "AUTOMATIC")) {
            NodeRun run = two(factory, implementation).run(Customers.twoGroups(), null);
            List<String> segments = NodeRun.texts(run.table(0), "Segment");
            assertEquals(
                    Stream.concat(
                                    Stream.generate(() -> "Segment 1").limit(6),
                                    Stream.generate(() -> "Segment 2").limit(4))
                            .toList(),
                    segments,
                    implementation);
            assertEquals(
                    List.of("Segment 1", "Segment 2"),
                    run.table(0).getDataTableSpec().getColumnSpec("Segment").getDomain().getValues().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList());
            String ran = model(run).provenance().implementation();
            assertTrue(implementation.equals("AUTOMATIC") || implementation.equalsIgnoreCase(ran), ran);
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void summary_counts_the_customers_and_says_what_ran(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        BufferedDataTable summary =
                two(factory, "TESSERA").run(Customers.twoGroups(), null).table(2);
        assertEquals(List.of("Segment 1", "Segment 2"), NodeRun.texts(summary, "Segment"));
        assertArrayEquals(new double[] {6, 4}, NodeRun.numbers(summary, "Customers"));
        assertArrayEquals(new double[] {0.6, 0.4}, NodeRun.numbers(summary, "Share"), 1e-15);
        assertArrayEquals(new double[] {0.1, 10 + 0.3 / 4}, NodeRun.numbers(summary, "x"), 1e-12);
        assertEquals(
                "Tessera: Chosen in the dialog.",
                NodeRun.texts(summary, "Implementation").get(0));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void rows_with_a_missing_feature_get_no_segment_and_a_warning(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun run = two(factory, "TESSERA").run(Customers.twoGroupsWithMissing(), null);
        List<String> segments = NodeRun.texts(run.table(0), "Segment");
        assertEquals(10, segments.size());
        assertEquals("?", segments.get(3));
        assertEquals(1, segments.stream().filter("?"::equals).count());
        assertTrue(
                run.message()
                        .contains("1 row of 10 left out because a feature is missing ('y' 1). Fill missing values"
                                + " first."),
                run.message());
        assertEquals(9, model(run).labels().size());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void preparation_brings_the_features_and_becomes_part_of_the_model(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(Customers.twoGroups());
        NodeRun run = NodeRun.of(factory, m -> {
                    two(m, "TESSERA");
                    if (m.containsKey("regularization")) {
                        m.addDouble("regularization", 1e-3);
                    }
                })
                .run(prepared.table(0), prepared.object(1));
        SegmentationModel model = model(run);
        assertEquals(List.of("x (z)", "y (z)", "Home=own (z)", "Home=rent (z)"), model.features());
        assertTrue(model.preparation().isPresent());
        assertEquals(Labels.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1), model.labels());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_taken_segment_column_is_refused_with_the_remedy(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun run = NodeRun.of(factory, model -> model.addString("segmentColumn", "Home"));
        assertEquals(NodeState.IDLE, run.configure(Customers.twoGroups(), null));
        assertEquals("Option 'Segment column' is 'Home', but the table has a column of that name.", run.message());
        assertEquals(List.of("Choose another name."), run.node().message().getResolutions());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_blank_segment_column_is_refused_when_settings_load(Class<? extends NodeFactory<?>> factory) {
        InvalidSettingsException e = assertThrows(
                InvalidSettingsException.class,
                () -> NodeRun.of(factory, model -> model.addString("segmentColumn", " ")));
        assertEquals("Option 'Segment column' is empty: give the new column a name.", e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void an_empty_table_is_refused_with_a_reason(Class<? extends NodeFactory<?>> factory)
            throws InvalidSettingsException {
        NodeRun run = NodeRun.of(factory, m -> {});
        NodeState state = run.tryRun(Customers.table(Customers.twoGroups().getDataTableSpec()), null);
        assertEquals(NodeState.CONFIGURED, state);
        assertTrue(run.message().contains("row"), run.message());
    }

    @Test
    void more_segments_than_different_customers_give_fewer_and_a_warning() throws InvalidSettingsException {
        for (String implementation : List.of("WEKA", "TESSERA")) {
            NodeRun run = NodeRun.of(KMeansNodeFactory.class, model -> {
                        model.addInt("numberOfSegments", 9);
                        model.addString("implementation", implementation);
                    })
                    .run(Customers.twoGroups(), null);
            int segments = model(run).labels().segments();
            assertTrue(segments < 10 && segments > 2, implementation + segments);
            assertEquals(segments < 9, run.message().contains("9"), run.message());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARD", "AVERAGE", "COMPLETE", "SINGLE"})
    void both_implementations_give_the_same_tree(String linkage) throws InvalidSettingsException {
        double[][] heights = new double[2][];
        List<String> implementations = List.of("WEKA", "TESSERA");
        for (int i = 0; i < 2; i++) {
            String implementation = implementations.get(i);
            NodeRun run = NodeRun.of(HierarchicalNodeFactory.class, model -> {
                        two(model, implementation);
                        model.addString("linkage", linkage);
                    })
                    .run(Customers.twoGroups(), null);
            heights[i] = ((TreeModel) model(run).clusters()).tree().heights();
        }
        assertArrayEquals(heights[1], heights[0], 1e-12);
    }

    @Test
    void memberships_add_up_to_one() throws InvalidSettingsException {
        NodeRun run = two(GaussianMixtureNodeFactory.class, "TESSERA").run(Customers.twoGroups(), null);
        double[] first = NodeRun.numbers(run.table(0), "P(Segment = Segment 1)");
        double[] second = NodeRun.numbers(run.table(0), "P(Segment = Segment 2)");
        for (int i = 0; i < first.length; i++) {
            assertEquals(1, first[i] + second[i], 1e-12);
        }
        assertTrue(first[0] > 0.999 && second[9] > 0.999);
    }

    @Test
    void the_summary_says_which_covariance_bic_chose_and_why() throws InvalidSettingsException {
        Random random = new Random(5);
        Object[][] rows = new Object[200][];
        for (int i = 0; i < rows.length; i++) {
            double offset = i % 2 * 5;
            double shared = random.nextGaussian();
            rows[i] = new Object[] {offset + shared, offset - shared + 0.3 * random.nextGaussian()};
        }
        DataTableSpec spec = new DataTableSpec(SmallTable.number("x"), SmallTable.number("y"));
        NodeRun run = NodeRun.of(GaussianMixtureNodeFactory.class, model -> {
                    two(model, "AUTOMATIC");
                    model.addString("covariance", "AUTOMATIC");
                })
                .run(Customers.table(spec, rows), null);
        String ran = NodeRun.texts(run.table(2), "Implementation").get(0);
        assertTrue(ran.startsWith("Tessera: "), ran);
        assertTrue(ran.contains(" Covariance full by the lowest BIC of 1 to 9 components: "), ran);
        assertEquals("Gaussian Mixture (full), k = 2", model(run).provenance().title());
    }

    @Test
    void noise_is_named_and_in_the_domain() throws InvalidSettingsException {
        BufferedDataTable groups = Customers.twoGroups();
        NodeRun run = NodeRun.of(DbscanNodeFactory.class, model -> {
                    two(model, "TESSERA");
                    model.addInt("minimumPoints", 5);
                })
                .run(groups, null);
        List<String> segments = NodeRun.texts(run.table(0), "Segment");
        assertEquals(4, segments.stream().filter("Noise"::equals).count());
        assertTrue(run.table(0).getDataTableSpec().getColumnSpec("Segment").getDomain().getValues().stream()
                .anyMatch(v -> v.toString().equals("Noise")));
    }

    @Test
    void point_types_of_dbscan_are_appended_on_request() throws InvalidSettingsException {
        for (String implementation : List.of("WEKA", "TESSERA")) {
            NodeRun run = NodeRun.of(DbscanNodeFactory.class, model -> {
                        two(model, implementation);
                        model.addBoolean("appendPointType", true);
                    })
                    .run(Customers.twoGroups(), null);
            List<String> segments = NodeRun.texts(run.table(0), "Segment");
            List<String> types = NodeRun.texts(run.table(0), "Point type (Segment)");
            for (int i = 0; i < types.size(); i++) {
                assertTrue(List.of("Core", "Border", "Noise", "?").contains(types.get(i)), types.get(i));
                assertEquals(segments.get(i).equals("Noise"), types.get(i).equals("Noise"), "row " + i);
                assertEquals(segments.get(i).equals("?"), types.get(i).equals("?"), "row " + i);
            }
            assertTrue(types.contains("Core"), types.toString());
        }
    }

    @Test
    void weka_refuses_covariances_it_does_not_know() {
        InvalidSettingsException e = assertThrows(
                InvalidSettingsException.class,
                () -> NodeRun.of(GaussianMixtureNodeFactory.class, model -> {
                    model.addString("implementation", "WEKA");
                    model.addString("covariance", "FULL");
                }));
        assertTrue(e.getMessage().contains("diagonal covariances only"), e.getMessage());
    }

    @Test
    void segments_are_the_same_again_and_numbered_by_decreasing_size() throws InvalidSettingsException {
        BufferedDataTable credit = Customers.credit();
        NodeRun run = NodeRun.of(KMeansNodeFactory.class, model -> {}).run(credit, null);
        NodeRun again = NodeRun.of(KMeansNodeFactory.class, model -> {}).run(credit, null);
        assertEquals(NodeRun.texts(run.table(0), "Segment"), NodeRun.texts(again.table(0), "Segment"));
        double[] customers = NodeRun.numbers(run.table(2), "Customers");
        assertEquals(5, customers.length);
        for (int s = 1; s < customers.length; s++) {
            assertTrue(customers[s] <= customers[s - 1]);
        }
        assertEquals(
                4454 - model(run).provenance().leftOut(),
                Arrays.stream(customers).sum());
    }
}
