package org.tessera.knime.input;

import static org.tessera.knime.input.Tables.alone;
import static org.tessera.knime.input.Tables.both;
import static org.tessera.knime.input.Tables.kMeans;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.tessera.engine.run.Budget;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.cluster.GaussianMixtureNodeFactory;
import org.tessera.knime.cluster.HierarchicalNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.prep.PreprocessorNodeFactory;
import org.tessera.knime.profile.ProfilerNodeFactory;
import org.tessera.knime.score.ScorerNodeFactory;
import org.tessera.knime.select.SelectorNodeFactory;
import org.tessera.knime.view.SegmentViewNodeFactory;

/** Tables that are too many for the memory or the patience there is. */
final class BadLimits {

    private static final int ROWS = 2_000;

    private BadLimits() {}

    static Stream<BadInput> all() {
        return Stream.of(reading(), clustering(), others(), slow()).flatMap(s -> s);
    }

    /** Numbers in two groups. */
    private static BufferedDataTable many() {
        Object[][] rows = new Object[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = new Object[] {i % 2 * 10 + Math.sin(i), i % 2 * 10 + Math.cos(3 * i)};
        }
        return Customers.table(new DataTableSpec(SmallTable.number("x"), SmallTable.number("y")), rows);
    }

    private static Stream<BadInput> reading() {
        return Stream.of(
                noMemory(PreprocessorNodeFactory.class, () -> new PortObject[] {many()}),
                noMemory(KMeansNodeFactory.class, () -> alone(many())),
                noMemory(ScorerNodeFactory.class, () -> both(kMeans(many(), 2))),
                noMemory(SelectorNodeFactory.class, () -> {
                    NodeRun run = kMeans(many(), 2);
                    return new PortObject[] {many(), run.object(1), run.object(1)};
                }),
                noMemory(SegmentViewNodeFactory.class, () -> both(kMeans(many(), 2))),
                noMemory(ProfilerNodeFactory.class, () -> {
                    NodeRun prepared = Tables.run(PreprocessorNodeFactory.class, many());
                    return both(Tables.run(KMeansNodeFactory.class, prepared.table(0), prepared.object(1)));
                }),
                noMemory(AssignerNodeFactory.class, () ->
                        new PortObject[] {many(), kMeans(many(), 2).object(1)}));
    }

    private static BadInput noMemory(Class<? extends NodeFactory<?>> node, BadInput.Inputs inputs) {
        return BadInput.of(node, "no memory for the table", inputs).limited(Budget.MEMORY_PROPERTY, 0);
    }

    private static Stream<BadInput> clustering() {
        return Stream.of(
                little(HierarchicalNodeFactory.class, "average linkage", s -> s.addString("linkage", "AVERAGE")),
                little(HierarchicalNodeFactory.class, "Weka", s -> s.addString("implementation", "WEKA")),
                little(GaussianMixtureNodeFactory.class, "200 components", s -> s.addInt("components", 200)));
    }

    private static BadInput little(Class<? extends NodeFactory<?>> node, String what, Consumer<NodeSettings> settings) {
        return BadInput.of(node, what + " with 1 MB of memory", () -> alone(many()))
                .with(settings)
                .limited(Budget.MEMORY_PROPERTY, 1);
    }

    private static Stream<BadInput> others() {
        return Stream.of(
                BadInput.of(ScorerNodeFactory.class, "1,000 segments with 4 MB of memory", () -> {
                            Object[][] rows = new Object[ROWS][];
                            for (int i = 0; i < ROWS; i++) {
                                rows[i] = new Object[] {(double) i, "S" + i / 2};
                            }
                            return alone(Customers.table(
                                    new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment")), rows));
                        })
                        .limited(Budget.MEMORY_PROPERTY, 4),
                BadInput.of(PreprocessorNodeFactory.class, "400 categories with 4 MB of memory", () -> {
                            Object[] values = new Object[ROWS];
                            for (int i = 0; i < ROWS; i++) {
                                values[i] = "City " + i % 400;
                            }
                            return new PortObject[] {Tables.column(SmallTable.text("City"), values)};
                        })
                        .with(s -> {
                            s.addDouble("rareBelowPercent", 0);
                            s.addInt("maximumCategories", 1000);
                        })
                        .limited(Budget.MEMORY_PROPERTY, 4));
    }

    private static Stream<BadInput> slow() {
        return Stream.of(
                BadInput.of(
                                HierarchicalNodeFactory.class,
                                "Weka for 1,000 rows and a second",
                                () -> alone(Tables.head(many(), 1_000)))
                        .with(s -> s.addString("implementation", "WEKA"))
                        .limited(Budget.SECONDS_PROPERTY, 1),
                BadInput.of(
                                KMeansNodeFactory.class,
                                "a thousand restarts and a second",
                                () -> alone(Tables.head(many(), 1_000)))
                        .with(s -> {
                            s.addInt("restarts", 1000);
                            s.addString("implementation", "WEKA");
                            s.addInt("numberOfSegments", 2);
                        })
                        .limited(Budget.SECONDS_PROPERTY, 1));
    }
}
