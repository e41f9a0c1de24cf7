package org.tessera.knime.input;

import static org.tessera.knime.input.Tables.allNoise;
import static org.tessera.knime.input.Tables.both;
import static org.tessera.knime.input.Tables.kMeans;
import static org.tessera.knime.input.Tables.numbers;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.prep.PreprocessorNodeFactory;
import org.tessera.workbench.kernel.data.LocalDateCell;

/** New customers that do not fit the model they are to be assigned by. */
final class BadCustomers {

    private static final DataTableSpec SPEC = Customers.twoGroups().getDataTableSpec();

    private BadCustomers() {}

    static Stream<BadInput> all() {
        return Stream.concat(raw(), prepared());
    }

    private static BadInput assigner(String input, BadInput.Inputs inputs) {
        return BadInput.of(AssignerNodeFactory.class, input, inputs);
    }

    private static Stream<BadInput> raw() {
        return Stream.of(
                assigner("no rows", () -> new PortObject[] {
                    Tables.noRows(), kMeans(Customers.twoGroups(), 2).object(1)
                }),
                assigner("a table without the features", () -> new PortObject[] {
                    Tables.labeled("A"), kMeans(Customers.twoGroups(), 2).object(1)
                }),
                assigner("a feature that is a text", () -> new PortObject[] {
                    Tables.column(SmallTable.text("x"), "1"),
                    kMeans(numbers(1.0, 2.0), 2).object(1)
                }),
                assigner("features all missing", () -> new PortObject[] {
                    numbers(null, null), kMeans(numbers(1.0, 2.0), 2).object(1)
                }),
                assigner("a number of 1e300", () -> new PortObject[] {
                    numbers(1e300), kMeans(numbers(1.0, 2.0), 2).object(1)
                }),
                assigner("the training table with its segments", () -> both(kMeans(Customers.twoGroups(), 2))),
                assigner("a model without segments", () ->
                        new PortObject[] {numbers(1.0, 2.0), allNoise().object(1)}),
                assigner("a model with one segment", () -> new PortObject[] {
                    Customers.twoGroups(), kMeans(Customers.twoGroups(), 1).object(1)
                }));
    }

    private static PortObject[] byPrepared(BufferedDataTable table) throws InvalidSettingsException {
        NodeRun prepared = FixedSettings.node(PreprocessorNodeFactory.class, s -> s.addString("transformation", "LOG"))
                .run(Customers.twoGroups(20, 4));
        return new PortObject[] {
            table,
            FixedSettings.node(KMeansNodeFactory.class, s -> s.addInt("numberOfSegments", 2))
                    .run(prepared.table(0), prepared.object(1))
                    .object(1)
        };
    }

    private static BufferedDataTable customers(Object... values) {
        Object[][] rows = new Object[values.length / 3][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {values[3 * i], values[3 * i + 1], values[3 * i + 2]};
        }
        return Customers.table(SPEC, rows);
    }

    private static Stream<BadInput> prepared() {
        return Stream.of(
                assigner("a column of the preparation is absent", () -> byPrepared(numbers(1.0))),
                assigner(
                        "a column of texts where training had numbers",
                        () -> byPrepared(Customers.table(
                                new DataTableSpec(
                                        SmallTable.text("x"), SmallTable.number("y"), SmallTable.text("Home")),
                                new Object[] {"old", 2.0, "own"}))),
                assigner(
                        "a column of numbers where training had texts",
                        () -> byPrepared(Customers.table(
                                new DataTableSpec(
                                        SmallTable.number("x"), SmallTable.number("y"), SmallTable.number("Home")),
                                new Object[] {1.0, 2.0, 3.0}))),
                assigner(
                        "a column of dates where training had numbers",
                        () -> byPrepared(Customers.table(
                                new DataTableSpec(
                                        new DataColumnSpecCreator("x", LocalDateCell.TYPE).createSpec(),
                                        SmallTable.number("y"),
                                        SmallTable.text("Home")),
                                new Object[] {new LocalDateCell(LocalDate.EPOCH), 2.0, "own"}))),
                assigner(
                        "an unseen category and a missing one",
                        () -> byPrepared(customers(0.0, 0.0, "boat", 0.1, 0.0, null))),
                assigner("an unseen category that is not wanted", () -> byPrepared(customers(0.0, 0.0, "boat")))
                        .with(s -> s.addString("unseen", "FAIL")),
                assigner(
                        "many unseen categories",
                        () -> byPrepared(
                                customers(0.0, 0.0, "a", 0.0, 0.0, "b", 0.0, 0.0, "c", 0.0, 0.0, "d", 0.0, 0.0, "e"))),
                assigner("numbers far out of range", () -> byPrepared(customers(1e150, 0.0, "own", 0.0, 1e9, "rent"))),
                assigner(
                        "a negative number where training took the logarithm",
                        () -> byPrepared(customers(-5.0, 0.0, "rent", -1.0, 0.0, "rent", 0.0, 0.0, "rent"))),
                assigner("no rows for a preparation", () -> byPrepared(customers())));
    }
}
