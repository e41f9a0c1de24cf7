package org.tessera.knime.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.ImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.store.ModelStore;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.choose.AutoSegmentationNodeFactory;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.GaussianMixtureNodeFactory;
import org.tessera.knime.cluster.HierarchicalNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.port.PreparationPortObject;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.prep.PreprocessorNodeFactory;
import org.tessera.knime.profile.ProfilerNodeFactory;
import org.tessera.knime.report.ReportNodeFactory;
import org.tessera.knime.score.ScorerNodeFactory;
import org.tessera.knime.select.SelectorNodeFactory;
import org.tessera.knime.view.SegmentViewNodeFactory;
import org.tessera.workbench.kernel.NodeState;

/**
 * A cancel at any moment of any node: the node stops, leaves no thread and no customer in memory, and gives what it
 * would have given when it runs again, to the last byte of models and images. Moments are looks for a cancel, and the
 * time between two is processor time, so a busy machine changes nothing.
 */
class CancelTest {

    private static final int ROWS = 1_000;
    /** What is promised is 100; code that is not compiled yet takes longer. */
    private static final long MOST_MILLIS = 200;

    /** A node with its inputs. */
    private record Case(
            String name, Class<? extends NodeFactory<?>> node, Consumer<NodeSettings> settings, PortObject[] inputs) {

        NodeRun create() throws InvalidSettingsException {
            return NodeRun.of(node, settings);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws InvalidSettingsException {
        BufferedDataTable table = customers(ROWS);
        BufferedDataTable few = customers(250);
        NodeRun prepared = NodeRun.of(PreprocessorNodeFactory.class, s -> {}).run(table);
        PortObject[] features = {prepared.table(0), prepared.object(1)};
        NodeRun fewPrepared = NodeRun.of(PreprocessorNodeFactory.class, s -> {}).run(few);
        PortObject[] fewFeatures = {fewPrepared.table(0), fewPrepared.object(1)};
        NodeRun clustered = NodeRun.of(KMeansNodeFactory.class, s -> {}).run(features);
        PortObject[] segments = {clustered.table(0), clustered.object(1)};
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("Preprocessor", PreprocessorNodeFactory.class, s -> {}, new PortObject[] {table}));
        for (String code : List.of("WEKA", "TESSERA")) {
            Consumer<NodeSettings> by = s -> s.addString("implementation", code);
            cases.add(new Case("K-Means " + code, KMeansNodeFactory.class, by, features));
            cases.add(new Case("DBSCAN " + code, DbscanNodeFactory.class, by, features));
            cases.add(new Case(
                    "Mixture " + code,
                    GaussianMixtureNodeFactory.class,
                    s -> {
                        by.accept(s);
                        s.addString("covariance", "DIAGONAL");
                    },
                    features));
            for (String linkage : List.of("WARD", "AVERAGE", "COMPLETE", "SINGLE", "CENTROID")) {
                cases.add(new Case(
                        "Hierarchical " + code + " " + linkage,
                        HierarchicalNodeFactory.class,
                        s -> {
                            by.accept(s);
                            s.addString("linkage", linkage);
                        },
                        code.equals("WEKA") ? fewFeatures : features));
            }
        }
        Consumer<NodeSettings> quick = s -> {
            s.addStringArray("algorithms", "k-means", "hierarchical");
            s.addInt("mostSegments", 3);
            s.addInt("nullSamples", 39);
        };
        cases.add(new Case("Auto Segmentation", AutoSegmentationNodeFactory.class, quick, fewFeatures));
        cases.add(new Case("Selector", SelectorNodeFactory.class, s -> {}, new PortObject[] {
            features[0], clustered.object(1), clustered.object(1)
        }));
        cases.add(new Case("Scorer", ScorerNodeFactory.class, s -> {}, segments));
        Consumer<NodeSettings> stability = s -> {
            s.addString("stability", "RESAMPLING");
            s.addInt("resamples", 1);
        };
        NodeRun fewClustered = NodeRun.of(KMeansNodeFactory.class, s -> {}).run(fewFeatures);
        cases.add(new Case("Scorer with stability", ScorerNodeFactory.class, stability, new PortObject[] {
            fewClustered.table(0), fewClustered.object(1)
        }));
        cases.add(new Case("View", SegmentViewNodeFactory.class, s -> {}, segments));
        cases.add(new Case("Profiler", ProfilerNodeFactory.class, s -> {}, segments));
        cases.add(new Case("Report", ReportNodeFactory.class, s -> {}, new PortObject[] {
            clustered.table(0), clustered.object(1), null, null
        }));
        cases.add(new Case(
                "Assigner", AssignerNodeFactory.class, s -> {}, new PortObject[] {table, clustered.object(1)}));
        return cases.stream();
    }

    private static BufferedDataTable customers(int count) {
        Random random = new Random(3);
        Object[][] rows = new Object[count][];
        for (int i = 0; i < count; i++) {
            int group = random.nextInt(4);
            rows[i] = new Object[] {
                random.nextGaussian() + 4 * group,
                Math.exp(random.nextGaussian()) * (1 + group),
                random.nextGaussian(),
                "place " + random.nextInt(12)
            };
        }
        return Customers.table(
                new DataTableSpec(
                        SmallTable.number("Age"),
                        SmallTable.number("Income"),
                        SmallTable.number("Score"),
                        SmallTable.text("Place")),
                rows);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_cancel_at_any_moment_stops_and_the_next_run_is_right(Case node) throws Exception {
        node.create().run(node.inputs()); // loads classes
        Moments whole = Moments.never();
        NodeRun reference = node.create();
        assertEquals(NodeState.EXECUTED, reference.tryRun(whole, node.inputs()), reference::message);
        List<List<String>> expected = results(reference);
        long gap = shortestOfLongestGaps(node, whole);
        assertTrue(gap < MOST_MILLIS, () -> node + " did not look for a cancel in " + gap + " ms of work");
        assertNoThreadIsLeft();
        Map<String, Long> live = LiveObjects.settled();
        Random random = new Random(node.name().hashCode());
        NodeRun run = node.create();
        for (int moment = 0; moment < 5; moment++) {
            int look = 1 + (int) (whole.looks() * (moment == 0 ? 0 : random.nextDouble()));
            Moments stopping = new Moments(look);
            NodeState state = run.tryRun(stopping, node.inputs());
            long millis = stopping.sinceCancel();
            if (!stopping.wasCanceled()) {
                assertEquals(NodeState.EXECUTED, state, run::message);
                assertEquals(expected, results(run));
                run = node.create();
            } else {
                assertEquals(NodeState.CONFIGURED, state, () -> node + " went on after look " + look);
                assertTrue(millis < 5_000, () -> node + " stopped " + millis + " ms after look " + look);
            }
        }
        assertNoThreadIsLeft();
        assertEquals(Map.of(), LiveObjects.moreThan(live), () -> node + " keeps customers of a canceled run in memory");
        assertEquals(NodeState.EXECUTED, run.tryRun(Moments.never(), node.inputs()), run::message);
        assertEquals(expected, results(run));
    }

    /**
     * The longest processor time between two checks. What is too long is measured again: code that does not check is
     * as slow every time, while a processor that is shared with others is slow by chance.
     */
    private static long shortestOfLongestGaps(Case node, Moments first) throws InvalidSettingsException {
        long gap = first.longestGap();
        for (int again = 0; again < 3 && gap >= MOST_MILLIS; again++) {
            Moments whole = Moments.never();
            node.create().tryRun(whole, node.inputs());
            gap = Math.min(gap, whole.longestGap());
        }
        return gap;
    }

    static void assertNoThreadIsLeft() throws InterruptedException {
        for (int wait = 0; wait < 200 && !wekaThreads().isEmpty(); wait++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), wekaThreads());
    }

    private static List<String> wekaThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("Weka"))
                .toList();
    }

    private static List<List<String>> results(NodeRun run) throws IOException {
        List<List<String>> results = new ArrayList<>();
        for (int i = 0; i < run.node().outPortCount() - 1; i++) {
            if (run.object(i) instanceof BufferedDataTable table) {
                List<String> rows = new ArrayList<>();
                for (DataRow row : table) {
                    rows.add(row.getKey() + " "
                            + row.stream().map(Object::toString).toList());
                }
                results.add(rows);
            } else {
                results.add(List.of(HexFormat.of().formatHex(bytes(run.object(i)))));
            }
        }
        return results;
    }

    private static byte[] bytes(PortObject object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (object instanceof ImagePortObject image) {
            ((ImageValue) image.toDataCell()).getImageContent().save(bytes);
            return bytes.toByteArray();
        }
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (object instanceof SegmentationModelPortObject model) {
                ModelStore.write(model.model(), zip, RunContext.of(0));
            } else {
                ModelStore.write(((PreparationPortObject) object).preparation(), zip);
            }
        }
        return bytes.toByteArray();
    }
}
