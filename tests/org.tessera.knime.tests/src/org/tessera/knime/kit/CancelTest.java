package org.tessera.knime.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.GaussianMixtureNodeFactory;
import org.tessera.knime.cluster.HierarchicalNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.prep.PreprocessorNodeFactory;
import org.tessera.knime.profile.ProfilerNodeFactory;
import org.tessera.knime.score.ScorerNodeFactory;
import org.tessera.knime.select.SelectorNodeFactory;
import org.tessera.knime.view.SegmentViewNodeFactory;
import org.tessera.workbench.kernel.NodeState;

/**
 * A cancel at any moment of any node: the node stops, leaves no thread, and gives what it would have given when it runs
 * again. Moments are looks for a cancel, and the time between two is processor time, so a busy machine changes nothing.
 */
class CancelTest {

    private static final int ROWS = 1_000;
    /** What is promised is 100; code that is not compiled yet takes longer. */
    private static final long MOST_MILLIS = 400;

    /** A chart is drawn and compressed without a look: a quarter of a second, the first ones in a JVM half a second. */
    private static final long MOST_MILLIS_OF_A_CHART = 1_500;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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

    /** Counts the looks for a cancel, answers the wanted one with yes, and measures the processor time between them. */
    private static final class Moments extends DefaultNodeProgressMonitor {
        private final int cancelAt;
        private final AtomicInteger looks = new AtomicInteger();
        private final Map<Thread, Long> last = new ConcurrentHashMap<>();
        private volatile long longest;
        private volatile long canceled;

        Moments(int cancelAt) {
            this.cancelAt = cancelAt;
        }

        @Override
        protected boolean isCanceled() {
            long now = THREADS.getCurrentThreadCpuTime();
            Long before = last.put(Thread.currentThread(), now);
            synchronized (this) {
                longest = Math.max(longest, before == null ? 0 : now - before);
            }
            if (looks.incrementAndGet() >= cancelAt && canceled == 0) {
                canceled = System.nanoTime();
            }
            return canceled != 0;
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
        cases.add(new Case("Selector", SelectorNodeFactory.class, s -> {}, new PortObject[] {
            features[0], clustered.object(1), clustered.object(1)
        }));
        cases.add(new Case("Scorer", ScorerNodeFactory.class, s -> {}, segments));
        cases.add(new Case("View", SegmentViewNodeFactory.class, s -> {}, segments));
        cases.add(new Case("Profiler", ProfilerNodeFactory.class, s -> {}, segments));
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
        Moments whole = new Moments(Integer.MAX_VALUE);
        NodeRun reference = node.create();
        assertEquals(NodeState.EXECUTED, reference.tryRun(whole, node.inputs()), reference::message);
        List<List<String>> expected = tables(reference);
        long gap = TimeUnit.NANOSECONDS.toMillis(whole.longest);
        long most = node.name().equals("View") ? MOST_MILLIS_OF_A_CHART : MOST_MILLIS;
        assertTrue(gap < most, () -> node + " did not look for a cancel in " + gap + " ms of work");
        Random random = new Random(node.name().hashCode());
        NodeRun run = node.create();
        for (int moment = 0; moment < 5; moment++) {
            int look = 1 + (int) (whole.looks.get() * (moment == 0 ? 0 : random.nextDouble()));
            Moments stopping = new Moments(look);
            NodeState state = run.tryRun(stopping, node.inputs());
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - stopping.canceled);
            if (stopping.canceled == 0) {
                assertEquals(NodeState.EXECUTED, state, run::message);
                assertEquals(expected, tables(run));
                run = node.create();
            } else {
                assertEquals(NodeState.CONFIGURED, state, () -> node + " went on after look " + look);
                assertTrue(millis < 5_000, () -> node + " stopped " + millis + " ms after look " + look);
            }
        }
        assertNoThreadIsLeft();
        assertEquals(NodeState.EXECUTED, run.tryRun(new Moments(Integer.MAX_VALUE), node.inputs()), run::message);
        assertEquals(expected, tables(run));
    }

    private static void assertNoThreadIsLeft() throws InterruptedException {
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

    private static List<List<String>> tables(NodeRun run) {
        List<List<String>> tables = new ArrayList<>();
        for (int i = 0; i < run.node().outPortCount() - 1; i++) {
            if (run.object(i) instanceof BufferedDataTable table) {
                List<String> rows = new ArrayList<>();
                for (DataRow row : table) {
                    rows.add(row.getKey() + " "
                            + row.stream().map(Object::toString).toList());
                }
                tables.add(rows);
            }
        }
        return tables;
    }
}
