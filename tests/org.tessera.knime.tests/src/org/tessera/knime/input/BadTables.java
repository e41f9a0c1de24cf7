package org.tessera.knime.input;

import static org.tessera.knime.input.Tables.alone;
import static org.tessera.knime.input.Tables.numbers;
import static org.tessera.knime.input.Tables.pairs;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.GaussianMixtureNodeFactory;
import org.tessera.knime.cluster.HierarchicalNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.prep.PreprocessorNodeFactory;

/** Bad tables for the nodes that read customers: preprocessing and clustering. */
final class BadTables {

    private BadTables() {}

    static Stream<BadInput> all() {
        return Stream.of(numbersToPrepare(), columnsToPrepare(), toCluster(), kMeans(), others())
                .flatMap(s -> s);
    }

    private static BadInput prepare(String input, BadInput.Inputs inputs) {
        return BadInput.of(PreprocessorNodeFactory.class, input, inputs);
    }

    private static BadInput.Inputs one(PortObject table) {
        return () -> new PortObject[] {table};
    }

    private static Stream<BadInput> numbersToPrepare() {
        return Stream.of(
                prepare("no rows", one(Tables.noRows())),
                prepare("one row", one(numbers(1.0))),
                prepare("one column, all missing", one(numbers(null, null, null))),
                prepare("one column, always the same", one(numbers(7.0, 7.0, 7.0))),
                prepare("two columns, always the same", one(pairs(7.0, 8.0, 7.0, 8.0))),
                prepare("an infinite number", one(numbers(1.0, Double.POSITIVE_INFINITY, 3.0))),
                prepare("a number of 1e300", one(numbers(1.0, 2.0, -1e300))),
                prepare("numbers at the limit of 1e150", one(numbers(1e150, -1e150, 0.0, 2.0))),
                prepare("every row misses a number, rows left out", one(pairs(1.0, null, null, 2.0, 3.0, null)))
                        .with(s -> s.addString("numericMissing", "LEAVE_OUT")),
                prepare("the only row misses a number, rows left out", one(pairs(1.0, null)))
                        .with(s -> s.addString("numericMissing", "LEAVE_OUT")));
    }

    private static Stream<BadInput> columnsToPrepare() {
        return Stream.of(
                prepare("no columns", one(Customers.table(new DataTableSpec(), new Object[0], new Object[0]))),
                prepare("a selected column that is not there", one(numbers(1.0, 2.0)))
                        .with(s -> Tables.select(s, "columns", "Income")),
                prepare("no column selected", one(numbers(1.0, 2.0))).with(s -> Tables.select(s, "columns")),
                prepare("only an id", one(Tables.column(SmallTable.text("Name"), "Ann", "Bob", "Cid"))),
                prepare("10,000 categories in 20,000 rows", () -> new PortObject[] {
                    Tables.column(
                            SmallTable.text("City"),
                            IntStream.range(0, 20_000)
                                    .mapToObj(i -> "City " + i % 10_000)
                                    .toArray())
                }),
                prepare(
                        "texts that look like missing values",
                        one(Tables.column(SmallTable.text("Home"), "", "NA", "null", "NaN", "?", "", "NA", "NA"))),
                prepare(
                        "an odd column name, always the same",
                        one(Tables.column(SmallTable.number(Tables.ODD_NAME), 1.0, 1.0))),
                prepare(
                        "an odd column name with a missing number",
                        one(Tables.column(SmallTable.number(Tables.ODD_NAME), 1.0, 3.0, null, 4.0))),
                prepare(
                        "a column named like a prepared one",
                        one(Customers.table(
                                new DataTableSpec(SmallTable.number("x"), SmallTable.number("x (z)")),
                                new Object[] {1.0, 4.0},
                                new Object[] {2.0, 3.0},
                                new Object[] {4.5, 1.0}))),
                prepare(
                        "its own output again",
                        () -> one(Tables.run(PreprocessorNodeFactory.class, Customers.twoGroups())
                                        .table(0))
                                .get()));
    }

    private static Stream<BadInput> toCluster() {
        return Stream.<Class<? extends NodeFactory<?>>>of(
                        KMeansNodeFactory.class,
                        HierarchicalNodeFactory.class,
                        DbscanNodeFactory.class,
                        GaussianMixtureNodeFactory.class)
                .flatMap(node -> Stream.of(
                        BadInput.of(node, "no rows", () -> alone(Tables.noRows())),
                        BadInput.of(node, "one row", () -> alone(numbers(1.0))),
                        BadInput.of(node, "two rows", () -> alone(numbers(1.0, 2.0))),
                        BadInput.of(node, "one feature, all missing", () -> alone(numbers(null, null))),
                        BadInput.of(node, "duplicates only", () -> alone(numbers(3.0, 3.0, 3.0, 3.0, 3.0, 3.0))),
                        BadInput.of(
                                node,
                                "an infinite number",
                                () -> alone(numbers(1.0, 2.0, Double.NEGATIVE_INFINITY, 3.0, 4.0, 5.0))),
                        BadInput.of(node, "a number of 1e300", () -> alone(numbers(1.0, 2.0, 1e300, 3.0, 4.0, 5.0))),
                        BadInput.of(
                                node,
                                "numbers near the limit of 1e150",
                                () -> alone(numbers(1e149, -1e149, 9e148, -9e148, 1.0, 2.0)))));
    }

    private static BadInput kMeans(String input, BadInput.Inputs inputs) {
        return BadInput.of(KMeansNodeFactory.class, input, inputs);
    }

    private static Stream<BadInput> kMeans() {
        return Stream.of(
                kMeans("no numeric column", () -> alone(Tables.column(SmallTable.text("Home"), "rent", "own"))),
                kMeans("a selected feature that is not there", () -> alone(Customers.twoGroups()))
                        .with(s -> Tables.select(s, "features", "Income")),
                kMeans("a selected feature of texts", () -> alone(Customers.twoGroups()))
                        .with(s -> Tables.select(s, "features", "x", "Home")),
                kMeans("a taken segment column", () -> alone(Customers.twoGroups()))
                        .with(s -> s.addString("segmentColumn", "Home")),
                kMeans("a preparation of another table", () -> new PortObject[] {
                    numbers(1.0, 2.0, 3.0),
                    Tables.run(PreprocessorNodeFactory.class, Customers.twoGroups())
                            .object(1)
                }),
                kMeans(
                                "raw and prepared columns together",
                                () -> alone(Tables.run(PreprocessorNodeFactory.class, Customers.twoGroups())
                                        .table(0)))
                        .with(s -> Tables.segments(s, 2)),
                kMeans("one row misses a feature", () -> alone(Customers.twoGroupsWithMissing()))
                        .with(s -> Tables.segments(s, 2)),
                kMeans(
                                "no iterations to speak of",
                                () -> alone(numbers(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 5.0, 6.0, 7.0, 9.0, 30.0)))
                        .with(s -> {
                            Tables.segments(s, 3);
                            s.addInt("maximumIterations", 1);
                            s.addInt("restarts", 1);
                        }),
                kMeans(
                        "an infinite number in a column with an odd name",
                        () -> alone(Tables.column(SmallTable.number(Tables.ODD_NAME), 1.0, Double.POSITIVE_INFINITY))));
    }

    private static Stream<BadInput> others() {
        return Stream.of(
                BadInput.of(DbscanNodeFactory.class, "all noise", () -> alone(numbers(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)))
                        .with(Tables::lonely),
                BadInput.of(DbscanNodeFactory.class, "fewer rows than minimum points", () -> alone(numbers(1.0, 2.0)))
                        .with(Tables::lonely),
                BadInput.of(DbscanNodeFactory.class, "one segment", () -> alone(numbers(1.0, 2.0, 3.0)))
                        .with(s -> {
                            Tables.lonely(s);
                            s.addDouble("radius", 100);
                            s.addInt("minimumPoints", 2);
                        }),
                BadInput.of(
                                HierarchicalNodeFactory.class,
                                "equal merges at the cut",
                                () -> alone(numbers(1.0, 2.0, 3.0, 4.0)))
                        .with(s -> {
                            Tables.segments(s, 2);
                            s.addString("linkage", "SINGLE");
                        }),
                BadInput.of(
                                HierarchicalNodeFactory.class,
                                "numbers near the limit of 1e150, Weka",
                                () -> alone(numbers(1e149, -1e149, 9e148, -9e148, 1.0, 2.0)))
                        .with(s -> s.addString("implementation", "WEKA")),
                BadInput.of(
                                GaussianMixtureNodeFactory.class,
                                "a feature that is a sum of others",
                                () -> alone(pairs(1.0, 2.0, 2.0, 4.0, 3.0, 6.0, 4.0, 8.0, 5.0, 10.0, 6.5, 13.0)))
                        .with(s -> Tables.segments(s, 2)));
    }
}
