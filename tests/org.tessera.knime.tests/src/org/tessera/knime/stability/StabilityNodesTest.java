package org.tessera.knime.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.choose.AutoSegmentationNodeFactory;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.GaussianMixtureNodeFactory;
import org.tessera.knime.cluster.HierarchicalNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.cluster.ModelAlgorithm;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.score.ScorerNodeFactory;
import org.tessera.knime.select.SelectorNodeFactory;
import org.tessera.workbench.kernel.NodeState;

/** Stability in Scorer and Selector, and that the algorithm of any model runs again as it ran. */
class StabilityNodesTest {

    private static final int ROWS = 90;

    /** Three groups on a circle, so that no column is split by itself. */
    private static final Matrix X = rows();

    private static Matrix rows() {
        Random random = new Random(2);
        double[] values = new double[2 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[2 * i] = random.nextGaussian() + 4 * Math.cos(i % 3 * 2 * Math.PI / 3);
            values[2 * i + 1] = random.nextGaussian() + 4 * Math.sin(i % 3 * 2 * Math.PI / 3);
        }
        return Matrix.wrap(ROWS, 2, values);
    }

    private static BufferedDataTable table() {
        Object[][] rows = new Object[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = new Object[] {X.at(i, 0), X.at(i, 1)};
        }
        return Customers.table(new DataTableSpec(SmallTable.number("x"), SmallTable.number("y")), rows);
    }

    private static NodeRun kMeans(int k) throws InvalidSettingsException {
        return NodeRun.of(KMeansNodeFactory.class, s -> s.addInt("numberOfSegments", k))
                .run(table(), null);
    }

    private record Made(String name, Class<? extends NodeFactory<?>> node, Consumer<NodeSettings> settings) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Made> made() {
        Consumer<NodeSettings> weka = s -> s.addString("implementation", "WEKA");
        Consumer<NodeSettings> tessera = s -> s.addString("implementation", "TESSERA");
        return Stream.of(
                new Made("K-Means by Weka", KMeansNodeFactory.class, weka),
                new Made("K-Means, other options", KMeansNodeFactory.class, tessera.andThen(s -> {
                    s.addInt("numberOfSegments", 7);
                    s.addString("initialization", "FARTHEST_FIRST");
                    s.addInt("restarts", 1);
                    s.addInt("maximumIterations", 2);
                    s.addString("distance", "MANHATTAN");
                    s.addLong("seed", 5);
                })),
                new Made("K-Means, small dissolved", KMeansNodeFactory.class, s -> {
                    s.addInt("numberOfSegments", 9);
                    s.addDouble("dissolveBelow", 10);
                }),
                new Made("Hierarchical by height", HierarchicalNodeFactory.class, s -> {
                    s.addString("linkage", "AVERAGE");
                    s.addString("cutBy", "HEIGHT");
                    s.addDouble("cutHeight", 2.5);
                }),
                new Made("Hierarchical by Weka", HierarchicalNodeFactory.class, weka),
                new Made("DBSCAN", DbscanNodeFactory.class, s -> {}),
                new Made("DBSCAN by Weka", DbscanNodeFactory.class, weka),
                new Made("Mixture", GaussianMixtureNodeFactory.class, s -> s.addInt("components", 3)),
                new Made("Mixture by BIC", GaussianMixtureNodeFactory.class, s -> s.addString("modelSelection", "BIC")),
                new Made("Auto Segmentation", AutoSegmentationNodeFactory.class, s -> {
                    s.addBoolean("stability", false);
                    s.addInt("nullSamples", 39);
                }));
    }

    @ParameterizedTest
    @MethodSource("made")
    void the_algorithm_of_any_model_finds_its_segments_again(Made made) throws InvalidSettingsException {
        SegmentationModel model = model(NodeRun.of(made.node(), made.settings()).run(table(), null));
        assertEquals(ROWS, model.provenance().recipe().orElseThrow().rows());
        assertTrue(model.labels().segments() > 1, () -> model.labels().toString());
        assertEquals(
                model.labels(),
                ModelAlgorithm.of(model)
                        .clusterer(ROWS)
                        .fit(X, RunContext.of(model.provenance().seed()))
                        .labels());
    }

    private static SegmentationModel model(NodeRun run) {
        return ((SegmentationModelPortObject) run.object(1)).model();
    }

    private static NodeRun scored(NodeRun clustered) throws InvalidSettingsException {
        return NodeRun.of(ScorerNodeFactory.class, s -> {
                    s.addString("stability", "RESAMPLING");
                    s.addInt("resamples", 10);
                })
                .run(clustered.table(0), clustered.object(1));
    }

    private static int row(BufferedDataTable table, String metric) {
        return NodeRun.texts(table, "Metric").indexOf(metric);
    }

    @Test
    void the_scorer_shows_stability_beside_that_without_segments() throws InvalidSettingsException {
        NodeRun run = scored(kMeans(3));
        BufferedDataTable overall = run.table(0);
        int stability = row(overall, "Stability");
        assertTrue(NodeRun.numbers(overall, "Value")[stability] > 0.95);
        assertEquals(
                "excellent: nearly the same segments",
                NodeRun.texts(overall, "In words").get(stability));
        assertTrue(NodeRun.texts(overall, "By chance").get(stability).endsWith(" without segments"));
        assertEquals(1, NodeRun.numbers(overall, "Best possible")[stability]);
        double worst = NodeRun.numbers(overall, "Value")[row(overall, "Jaccard of worst segment")];
        double[] jaccard = NodeRun.numbers(run.table(1), "Jaccard");
        assertEquals(3, jaccard.length);
        assertEquals(worst, Math.min(jaccard[0], Math.min(jaccard[1], jaccard[2])));
        assertTrue(NodeRun.numbers(run.table(1), "Jaccard without segments")[0] < worst);
        assertEquals(
                List.of("highly stable", "highly stable", "highly stable"),
                NodeRun.texts(run.table(1), "Stability in words"));
        assertEquals("", run.message());
        assertEquals(
                -1,
                NodeRun.of(new ScorerNodeFactory())
                        .run(kMeans(3).table(0), kMeans(3).object(1))
                        .table(1)
                        .getDataTableSpec()
                        .findColumnIndex("Jaccard"));
    }

    @Test
    void segments_that_are_not_found_again_are_named() throws InvalidSettingsException {
        NodeRun run = scored(kMeans(8));
        double[] jaccard = NodeRun.numbers(run.table(1), "Jaccard");
        String stability = run.message().substring(run.message().indexOf("Segment "));
        for (int s = 0; s < jaccard.length; s++) {
            String named = "Segment " + (s + 1) + " (0.";
            assertTrue(jaccard[s] <= 0.5 || !stability.contains(named), run.message());
        }
        assertTrue(run.message().contains("not found again in parts of the customers"), run.message());
    }

    @Test
    void noise_has_no_stability() throws InvalidSettingsException {
        NodeRun clustered = NodeRun.of(DbscanNodeFactory.class, s -> {
                    s.addString("radiusChoice", "MANUAL");
                    s.addDouble("radius", 0.8);
                })
                .run(table(), null);
        BufferedDataTable segments = scored(clustered).table(1);
        int noise = NodeRun.texts(segments, "Segment").indexOf("Noise");
        assertTrue(noise > 0);
        assertTrue(Double.isNaN(NodeRun.numbers(segments, "Jaccard")[noise]));
        assertTrue(NodeRun.numbers(segments, "Jaccard")[0] > 0);
    }

    @Test
    void without_a_model_or_one_that_says_how_it_was_made_the_remedy_is_said() throws InvalidSettingsException {
        NodeRun clustered = kMeans(3);
        NodeRun alone = NodeRun.of(ScorerNodeFactory.class, s -> s.addString("stability", "RESAMPLING"));
        assertEquals(NodeState.IDLE, alone.configure(clustered.table(0), null));
        assertTrue(alone.message().endsWith("but no Segmentation Model is connected."), alone.message());
        SegmentationModelPortObject old = new SegmentationModelPortObject(withoutRecipe(model(clustered)));
        NodeRun scorer = NodeRun.of(ScorerNodeFactory.class, s -> s.addString("stability", "RESAMPLING"));
        scorer.tryRun(clustered.table(0), old);
        assertTrue(
                scorer.message().contains("the model 'K-Means, k = 3' does not hold the options that it was made with"),
                scorer.message());
        NodeRun selector = NodeRun.of(SelectorNodeFactory.class, s -> s.addString("stability", "RESAMPLING"));
        selector.tryRun(table(), clustered.object(1), old);
        assertTrue(selector.message().contains("does not hold the options"), selector.message());
    }

    private static SegmentationModel withoutRecipe(SegmentationModel model) {
        Provenance made = model.provenance();
        return new SegmentationModel(
                new Provenance(
                        made.algorithm(),
                        made.title(),
                        made.options(),
                        made.seed(),
                        made.implementation(),
                        made.reason(),
                        made.leftOut(),
                        made.iterations(),
                        made.converged(),
                        made.warnings(),
                        Optional.empty()),
                model.segmentColumn(),
                model.features(),
                model.preparation(),
                model.clusters(),
                model.training(),
                model.search());
    }

    private static BufferedDataTable board(Consumer<NodeSettings> settings, PortObject... models)
            throws InvalidSettingsException {
        PortObject[] inputs = new PortObject[models.length + 1];
        inputs[0] = table();
        System.arraycopy(models, 0, inputs, 1, models.length);
        return NodeRun.of(SelectorNodeFactory.class, settings.andThen(s -> {
                    s.addString("stability", "RESAMPLING");
                    s.addInt("resamples", 10);
                }))
                .run(inputs)
                .table(2);
    }

    @Test
    void the_selector_ranks_by_the_gain_in_stability_on_request() throws InvalidSettingsException {
        BufferedDataTable board = board(
                s -> {
                    s.addString("rankBy", "STABILITY");
                    s.addDouble("leastJaccard", 0);
                },
                kMeans(6).object(1),
                kMeans(3).object(1));
        assertEquals("K-Means, k = 3", NodeRun.texts(board, "Segmentation").get(0));
        assertTrue(NodeRun.texts(board, "Reason").get(0).startsWith("Chosen: highest gain in stability 0."));
        double[] stability = NodeRun.numbers(board, "Stability");
        double[] without = NodeRun.numbers(board, "Stability without segments");
        assertTrue(stability[0] - without[0] > stability[1] - without[1]);
        assertEquals(List.of("true", "true"), NodeRun.texts(board, "Passes guards"));
    }

    @Test
    void the_selector_sets_aside_what_has_a_dissolved_segment() throws InvalidSettingsException {
        BufferedDataTable board = board(s -> {}, kMeans(8).object(1), kMeans(3).object(1));
        assertEquals("K-Means, k = 3", NodeRun.texts(board, "Segmentation").get(0));
        assertTrue(NodeRun.numbers(board, "Jaccard of worst segment")[1] < 0.5);
        String reason = NodeRun.texts(board, "Reason").get(1);
        assertTrue(reason.contains("least stable segment has a Jaccard index of 0."), reason);
        assertEquals("false", NodeRun.texts(board, "Passes guards").get(1));
    }
}
