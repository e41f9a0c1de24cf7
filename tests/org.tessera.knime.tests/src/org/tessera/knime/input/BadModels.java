package org.tessera.knime.input;

import static org.tessera.knime.input.Tables.allNoise;
import static org.tessera.knime.input.Tables.alone;
import static org.tessera.knime.input.Tables.both;
import static org.tessera.knime.input.Tables.head;
import static org.tessera.knime.input.Tables.kMeans;
import static org.tessera.knime.input.Tables.labeled;
import static org.tessera.knime.input.Tables.numbers;

import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.profile.ProfilerNodeFactory;
import org.tessera.knime.score.ScorerNodeFactory;
import org.tessera.knime.select.SelectorNodeFactory;
import org.tessera.knime.view.SegmentViewNodeFactory;

/** Tables and models that do not fit, for the nodes that read segments. */
final class BadModels {

    private BadModels() {}

    static Stream<BadInput> all() {
        return Stream.of(
                        labels(),
                        scorer(),
                        BadComparisons.all(),
                        selector(),
                        profiler(),
                        BadCustomers.all(),
                        BadMatches.all(),
                        BadDocuments.all())
                .flatMap(s -> s);
    }

    private static Stream<BadInput> labels() {
        return Stream.<Class<? extends NodeFactory<?>>>of(
                        ScorerNodeFactory.class, SegmentViewNodeFactory.class, ProfilerNodeFactory.class)
                .flatMap(node -> Stream.of(
                        BadInput.of(node, "a table without the segment column", () -> new PortObject[] {
                            Customers.twoGroups(),
                            kMeans(Customers.twoGroups(), 2).object(1)
                        }),
                        BadInput.of(node, "the first five rows only, all of one segment", () -> {
                            NodeRun run = kMeans(Customers.twoGroups(), 2);
                            return new PortObject[] {head(run.table(0), 5), run.object(1)};
                        }),
                        BadInput.of(node, "one row fewer", () -> {
                            NodeRun run = kMeans(Customers.twoGroups(), 2);
                            return new PortObject[] {head(run.table(0), 9), run.object(1)};
                        }),
                        BadInput.of(node, "no rows", () -> {
                            NodeRun run = kMeans(Customers.twoGroups(), 2);
                            return new PortObject[] {head(run.table(0), 0), run.object(1)};
                        }),
                        BadInput.of(node, "a model of another table", () -> new PortObject[] {
                            kMeans(Customers.twoGroups(), 2).table(0),
                            kMeans(numbers(1.0, 2.0, 9.0), 2).object(1)
                        }),
                        BadInput.of(node, "a model with more segments", () -> new PortObject[] {
                            kMeans(Customers.twoGroups(), 2).table(0),
                            kMeans(Customers.twoGroups(), 3).object(1)
                        }),
                        BadInput.of(node, "a model with fewer segments", () -> new PortObject[] {
                            kMeans(Customers.twoGroups(), 3).table(0),
                            kMeans(Customers.twoGroups(), 2).object(1)
                        }),
                        BadInput.of(node, "one segment", () -> both(kMeans(Customers.twoGroups(), 1))),
                        BadInput.of(node, "all noise", () -> both(allNoise()))));
    }

    private static BadInput scorer(String input, BadInput.Inputs inputs) {
        return BadInput.of(ScorerNodeFactory.class, input, inputs);
    }

    private static Stream<BadInput> scorer() {
        return Stream.of(
                scorer("no segment column", () -> alone(numbers(1.0, 2.0))),
                scorer("no segment column selected", () -> alone(labeled("A", "B")))
                        .with(s -> {
                            s.addString("segmentColumn", "");
                            s.addBoolean("segmentColumn_is_present", true);
                        }),
                scorer(
                        "a segment column of numbers",
                        () -> alone(Tables.column(SmallTable.number("Segment"), 1.0, 2.0))),
                scorer("segments all missing", () -> alone(labeled(null, null, null))),
                scorer("one segment missing", () -> alone(labeled("A", null, "B", "B"))),
                scorer("each customer its own segment", () -> alone(labeled("A", "B", "C"))),
                scorer("only noise", () -> alone(labeled("Noise", "Noise"))),
                scorer("one row", () -> alone(labeled("A"))),
                scorer("no feature column", () -> alone(Tables.column(SmallTable.text("Segment"), "A", "B"))),
                scorer(
                        "a segment without any feature",
                        () -> alone(Customers.table(
                                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment")),
                                new Object[] {1.0, "A"},
                                new Object[] {2.0, "A"},
                                new Object[] {null, "B"}))),
                scorer(
                        "customers at one place",
                        () -> alone(Customers.table(
                                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment")),
                                new Object[] {1.0, "A"},
                                new Object[] {1.0, "A"},
                                new Object[] {1.0, "B"}))),
                stability("stability without a model", () -> alone(labeled("A", "B"))),
                stability("stability of one segment", () -> both(kMeans(Customers.twoGroups(), 1))),
                stability("stability of all noise", () -> both(allNoise())),
                stability("stability of each customer", () -> both(kMeans(Customers.twoGroups(), 10))),
                stability("stability on one customer", () -> {
                    NodeRun made = kMeans(Customers.twoGroups(), 2);
                    return new PortObject[] {head(made.table(0), 1), made.object(1)};
                }));
    }

    private static BadInput stability(String input, BadInput.Inputs inputs) {
        return scorer(input, inputs).with(s -> {
            s.addString("stability", "RESAMPLING");
            s.addInt("resamples", 5);
        });
    }

    private static BadInput selector(String input, BadInput.Inputs inputs) {
        return BadInput.of(SelectorNodeFactory.class, input, inputs);
    }

    private static PortObject[] choose(PortObject table, NodeRun one, NodeRun other) {
        return new PortObject[] {table, one.object(1), other.object(1)};
    }

    private static Stream<BadInput> selector() {
        return Stream.of(
                selector(
                        "models of other features",
                        () -> choose(
                                Customers.twoGroups(), kMeans(Customers.twoGroups(), 2), kMeans(numbers(1.0, 2.0), 2))),
                selector(
                        "a table without the features",
                        () -> choose(
                                numbers(1.0, 2.0), kMeans(Customers.twoGroups(), 2), kMeans(Customers.twoGroups(), 3))),
                selector(
                        "a filtered table",
                        () -> choose(
                                head(Customers.twoGroups(), 9),
                                kMeans(Customers.twoGroups(), 2),
                                kMeans(Customers.twoGroups(), 3))),
                selector(
                        "a table with one row",
                        () -> choose(
                                head(Customers.twoGroups(), 1),
                                kMeans(Customers.twoGroups(), 2),
                                kMeans(Customers.twoGroups(), 3))),
                selector(
                        "no rows",
                        () -> choose(
                                Tables.noRows(), kMeans(Customers.twoGroups(), 2), kMeans(Customers.twoGroups(), 3))),
                selector(
                        "other customers",
                        () -> choose(
                                Customers.twoGroups(4, 6),
                                kMeans(Customers.twoGroups(), 2),
                                kMeans(Customers.twoGroups(), 3))),
                selector(
                                "a taken segment column",
                                () -> choose(
                                        Customers.twoGroups(),
                                        kMeans(Customers.twoGroups(), 2),
                                        kMeans(Customers.twoGroups(), 3)))
                        .with(s -> s.addString("segmentColumn", "Home")),
                selector("one segment and all noise", () -> {
                    PortObject table = numbers(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
                    return choose(table, kMeans(numbers(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), 1), allNoise());
                }),
                selector(
                        "all noise twice", () -> choose(numbers(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), allNoise(), allNoise())),
                selector(
                        "the same segmentation twice",
                        () -> choose(
                                Customers.twoGroups(),
                                kMeans(Customers.twoGroups(), 2),
                                kMeans(Customers.twoGroups(), 2))));
    }

    private static BadInput profiler(String input, BadInput.Inputs inputs) {
        return BadInput.of(ProfilerNodeFactory.class, input, inputs);
    }

    private static NodeRun besides(String name, Double... values) throws InvalidSettingsException {
        Object[][] rows = new Object[6][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {i < 3 ? 0.0 : 10.0 + i, values[i]};
        }
        return FixedSettings.node(KMeansNodeFactory.class, s -> {
                    Tables.segments(s, 2);
                    Tables.select(s, "features", "x");
                })
                .run(Customers.table(new DataTableSpec(SmallTable.number("x"), SmallTable.number(name)), rows), null);
    }

    private static Stream<BadInput> profiler() {
        return Stream.of(
                profiler("no column selected", () -> both(kMeans(Customers.twoGroups(), 2)))
                        .with(s -> Tables.select(s, "columns")),
                profiler("a selected column that is not there", () -> both(kMeans(Customers.twoGroups(), 2)))
                        .with(s -> Tables.select(s, "columns", "Income")),
                profiler(
                        "an infinite number",
                        () -> both(besides("Income", 1.0, 2.0, Double.POSITIVE_INFINITY, 4.0, 5.0, 6.0))),
                profiler("a number of 1e300", () -> both(besides("Income", 1.0, 2.0, 1e300, 4.0, 5.0, 6.0))),
                profiler("a column all missing", () -> both(besides("Income", null, null, null, null, null, null))),
                profiler("an odd column name", () -> both(besides(Tables.ODD_NAME, 1.0, 2.0, 3.0, 40.0, 50.0, 60.0))),
                BadInput.of(
                        SegmentViewNodeFactory.class,
                        "an infinite number beside the features",
                        () -> both(besides("Income", 1.0, 2.0, Double.POSITIVE_INFINITY, 4.0, 5.0, 6.0))),
                BadInput.of(
                        SegmentViewNodeFactory.class,
                        "an odd column name",
                        () -> both(besides(Tables.ODD_NAME, 1.0, 2.0, 3.0, 40.0, 50.0, 60.0))));
    }
}
