package org.tessera.knime.choose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.image.ImagePortObject;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SearchPoint;
import org.tessera.engine.model.SegmentationModel;
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
import org.tessera.knime.view.SegmentViewNodeFactory;
import org.tessera.workbench.ui.NodeViews;

class AutoSegmentationNodeTest {

    private static final int GROUPS = 3;

    private static final int COLUMNS = 8;

    /** Three clear groups in eight numbers, or one heap. */
    private static BufferedDataTable customers(int count, boolean grouped) {
        Random random = new Random(5);
        double[][] centers = new double[GROUPS][COLUMNS];
        for (double[] center : centers) {
            Arrays.setAll(center, j -> grouped ? 2 * random.nextGaussian() : 0);
        }
        Object[][] rows = new Object[count][];
        for (int i = 0; i < count; i++) {
            double[] center = centers[i % GROUPS];
            rows[i] = Arrays.stream(center)
                    .mapToObj(c -> c + random.nextGaussian())
                    .toArray();
        }
        return Customers.table(
                new DataTableSpec(Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                        .map(SmallTable::number)
                        .toArray(DataColumnSpec[]::new)),
                rows);
    }

    private static NodeRun run(BufferedDataTable table, Consumer<NodeSettings> change) throws InvalidSettingsException {
        return NodeRun.of(AutoSegmentationNodeFactory.class, settings -> {
                    settings.addInt("mostSegments", 6);
                    settings.addInt("nullSamples", 39);
                    settings.addBoolean("stability", false);
                    change.accept(settings);
                })
                .run(table, null);
    }

    private static SegmentationModel model(NodeRun run) {
        return ((SegmentationModelPortObject) run.object(1)).model();
    }

    private static String first(BufferedDataTable table, String column) {
        return NodeRun.texts(table, column).get(0);
    }

    @Test
    void planted_groups_are_found_and_said_to_be_natural() throws InvalidSettingsException {
        NodeRun run = run(customers(600, true), s -> {});
        BufferedDataTable verdict = run.table(4);
        assertEquals(1, verdict.size());
        assertEquals("Natural segments", first(verdict, "Verdict"));
        assertTrue(run.message().startsWith(first(verdict, "In words") + " Best of "), run.message());
        assertTrue(NodeRun.numbers(verdict, "p of valleys")[0] <= 0.05);
        assertEquals(600, NodeRun.numbers(verdict, "Customers")[0]);
        String view = NodeViews.initialData(run.node()).orElseThrow();
        assertTrue(view.contains("\\\"verdict\\\":\\\"" + first(verdict, "In words")), view);
        for (String part : List.of("CHOICE_OF_K", "LEADERBOARD", "PROFILE")) {
            assertTrue(view.contains("\\\"" + part + "\\\":{") && view.contains("{\"part\":\"" + part + "\"}"), part);
        }
    }

    @Test
    void one_heap_has_no_natural_segments_but_gets_some() throws InvalidSettingsException {
        NodeRun run = run(customers(600, false), s -> {});
        assertFalse(first(run.table(4), "Verdict").startsWith("Natural"), run.message());
        assertEquals("?", first(run.table(4), "Natural segments"));
        assertTrue(model(run).labels().segments() >= 2);
    }

    @Test
    void leaderboard_and_curves_have_a_row_per_candidate() throws InvalidSettingsException {
        NodeRun run = run(customers(300, true), s -> s.addStringArray("algorithms", "k-means", "hierarchical"));
        assertEquals(10, run.table(2).size());
        assertEquals(10, run.table(3).size());
        assertEquals(
                first(run.table(2), "Segmentation"), model(run).provenance().title());
        assertTrue(first(run.table(2), "Reason").startsWith("Chosen"));
        List<String> knees = NodeRun.texts(run.table(3), "Knee of inertia");
        assertEquals(2, knees.stream().filter("true"::equals).count());
        assertEquals("?", first(run.table(3), "BIC"));
    }

    @Test
    void stability_is_beside_that_without_segments() throws InvalidSettingsException {
        NodeRun run = run(customers(300, true), s -> {
            s.addStringArray("algorithms", "k-means");
            s.addBoolean("stability", true);
        });
        double[] stability = NodeRun.numbers(run.table(2), "Stability");
        double[] without = NodeRun.numbers(run.table(2), "Stability without segments");
        assertEquals(1, stability[0], 1e-12);
        assertTrue(without[0] < 1, () -> Arrays.toString(without));
        assertEquals(1, NodeRun.numbers(run.table(2), "Jaccard of worst segment")[0], 1e-12);
    }

    @Test
    void model_keeps_the_curves_for_the_segment_view() throws InvalidSettingsException {
        NodeRun auto = run(customers(200, true), s -> s.addStringArray("algorithms", "k-means", "dbscan"));
        List<SearchPoint> search = model(auto).search();
        assertEquals(auto.table(3).size(), search.size());
        assertEquals("K-Means", search.get(search.size() - 1).algorithm());
        NodeRun view = NodeRun.of(SegmentViewNodeFactory.class, s -> s.addStringArray("charts", "choice-of-k"))
                .run(auto.table(0), auto.object(1));
        assertTrue(view.object(0) instanceof ImagePortObject);
    }

    @Test
    void view_of_a_model_with_given_options_says_that_there_are_no_curves() throws InvalidSettingsException {
        NodeRun kMeans = NodeRun.of(KMeansNodeFactory.class, s -> s.addInt("numberOfSegments", 3))
                .run(customers(200, true), null);
        NodeRun view = NodeRun.of(SegmentViewNodeFactory.class, s -> s.addStringArray("charts", "choice-of-k"))
                .run(kMeans.table(0), kMeans.object(1));
        assertTrue(view.object(0) instanceof ImagePortObject);
    }

    /** Every algorithm alone, and its own node with the options of the provenance. */
    @Test
    void model_is_that_of_the_single_node() throws InvalidSettingsException {
        BufferedDataTable table = customers(300, true);
        NodeRun kMeans = run(table, s -> s.addStringArray("algorithms", "k-means"));
        int k = model(kMeans).labels().segments();
        assertSame(
                kMeans,
                NodeRun.of(KMeansNodeFactory.class, s -> {
                    s.addInt("numberOfSegments", k);
                    s.addString("implementation", "TESSERA");
                }),
                table);
        NodeRun ward = run(table, s -> s.addStringArray("algorithms", "hierarchical"));
        int cut = model(ward).labels().segments();
        assertSame(ward, NodeRun.of(HierarchicalNodeFactory.class, s -> s.addInt("numberOfSegments", cut)), table);
        NodeRun mixture = run(table, s -> s.addStringArray("algorithms", "gaussian-mixture"));
        int components = Integer.parseInt(model(mixture).provenance().options().get("Components"));
        assertSame(
                mixture, NodeRun.of(GaussianMixtureNodeFactory.class, s -> s.addInt("components", components)), table);
        NodeRun dbscan = run(table, s -> s.addStringArray("algorithms", "dbscan"));
        Provenance found = model(dbscan).provenance();
        assertSame(
                dbscan,
                NodeRun.of(DbscanNodeFactory.class, s -> {
                    s.addString("radiusChoice", "MANUAL");
                    s.addDouble("radius", Double.parseDouble(found.options().get("Radius (eps)")));
                    s.addString("minimumPointsChoice", "MANUAL");
                    s.addInt("minimumPoints", Integer.parseInt(found.options().get("Minimum points")));
                }),
                table);
    }

    private static void assertSame(NodeRun auto, NodeRun node, BufferedDataTable table) {
        SegmentationModel expected = model(node.run(table, null));
        SegmentationModel found = model(auto);
        assertEquals(expected.labels(), found.labels());
        assertEquals(expected.provenance().title(), found.provenance().title());
        assertEquals(expected.provenance().options(), found.provenance().options());
        assertEquals(expected.provenance().algorithm(), found.provenance().algorithm());
        assertEquals(expected.provenance().seed(), found.provenance().seed());
        assertTrue(found.provenance().reason().startsWith("Found by Auto Segmentation among "));
        assertEquals(NodeRun.texts(node.table(0), "Segment"), NodeRun.texts(auto.table(0), "Segment"));
    }

    @Test
    void preparation_brings_the_features_and_the_model_assigns_new_customers() throws InvalidSettingsException {
        BufferedDataTable table = customers(300, true);
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(table);
        NodeRun auto = NodeRun.of(AutoSegmentationNodeFactory.class, s -> {
                    s.addInt("mostSegments", 4);
                    s.addInt("nullSamples", 39);
                    s.addStringArray("algorithms", "k-means");
                })
                .run(prepared.table(0), prepared.object(1));
        assertTrue(model(auto).preparation().isPresent());
        assertEquals(
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "Segment"),
                List.of(auto.table(0).getDataTableSpec().getColumnNames()));
        NodeRun assigned = NodeRun.of(AssignerNodeFactory.class, s -> {}).run(table, auto.object(1));
        assertEquals(NodeRun.texts(auto.table(0), "Segment"), NodeRun.texts(assigned.table(0), "Segment"));
    }

    @Test
    void rows_with_a_missing_feature_get_no_segment() throws InvalidSettingsException {
        NodeRun run = run(Customers.twoGroupsWithMissing(), s -> s.addStringArray("algorithms", "k-means"));
        assertEquals("?", NodeRun.texts(run.table(0), "Segment").get(3));
        assertTrue(run.message().contains("1 row of 10 left out because a feature is missing ('y' 1)."), run.message());
        assertEquals(9, model(run).labels().size());
    }

    @Test
    void what_the_budget_leaves_out_is_named() throws InvalidSettingsException {
        NodeRun run = run(customers(1_500, true), s -> {
            s.addInt("mostSegments", 40);
            s.addInt("timeBudget", 1);
        });
        assertTrue(run.message().contains("The time budget of 1 second left out "), run.message());
        assertTrue(run.message().contains("Gaussian Mixture, k = 2 to 40 (about "), run.message());
        assertTrue(run.message().contains("raise 'Time budget (seconds)' to "), run.message());
    }

    @Test
    void a_sample_is_searched_and_all_customers_get_a_segment() throws InvalidSettingsException {
        NodeRun run = run(customers(1_200, true), s -> {
            s.addStringArray("algorithms", "k-means");
            s.addInt("sampleRows", 500);
        });
        assertTrue(run.message().contains("The search looked at a sample of 500 of 1,200 customers"), run.message());
        assertFalse(NodeRun.texts(run.table(0), "Segment").contains("?"));
    }

    @Test
    void why_is_appended_on_request() throws InvalidSettingsException {
        NodeRun run = run(customers(120, true), settings -> settings.addString("why", "SENTENCE"));
        List<String> names = List.of(run.table(0).getDataTableSpec().getColumnNames());
        assertEquals(List.of("Segment", "Segment runner-up", "Segment why"), names.subList(COLUMNS, names.size()));
        String segment = NodeRun.texts(run.table(0), "Segment").get(0);
        String other = NodeRun.texts(run.table(0), "Segment runner-up").get(0);
        String why = NodeRun.texts(run.table(0), "Segment why").get(0);
        assertTrue(why.startsWith(segment + " rather than " + other + ": "), why);
    }
}
