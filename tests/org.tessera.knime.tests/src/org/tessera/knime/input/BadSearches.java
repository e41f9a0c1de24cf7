package org.tessera.knime.input;

import static org.tessera.knime.input.Tables.alone;
import static org.tessera.knime.input.Tables.numbers;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.tessera.engine.run.Budget;
import org.tessera.knime.choose.AutoSegmentationNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.prep.PreprocessorNodeFactory;

/** Tables and options of which Auto Segmentation can't make much. */
final class BadSearches {

    private static final int ROWS = 6_000;

    private BadSearches() {}

    static Stream<BadInput> all() {
        return Stream.of(tables(), values(), options()).flatMap(s -> s);
    }

    private static BadInput search(String input, BadInput.Inputs inputs) {
        return BadInput.of(AutoSegmentationNodeFactory.class, input, inputs);
    }

    private static Stream<BadInput> tables() {
        return Stream.of(
                search("no rows", () -> alone(Tables.noRows())),
                search("one row", () -> alone(numbers(1.0))),
                search("two rows", () -> alone(numbers(1.0, 2.0))),
                search("duplicates only", () -> alone(numbers(3.0, 3.0, 3.0, 3.0, 3.0, 3.0))),
                search("fewer different rows than segments", () -> alone(numbers(1.0, 1.0, 5.0, 5.0, 9.0, 9.0, 9.0))),
                search("one feature, all missing", () -> alone(numbers(null, null))),
                search("one row misses a feature", () -> alone(Customers.twoGroupsWithMissing())),
                search("no numeric column", () -> alone(Tables.column(SmallTable.text("Home"), "rent", "own"))),
                search("a preparation of another table", () -> new PortObject[] {
                    numbers(1.0, 2.0, 3.0),
                    Tables.run(PreprocessorNodeFactory.class, Customers.twoGroups())
                            .object(1)
                }));
    }

    private static Stream<BadInput> values() {
        return Stream.of(
                search("an infinite number", () -> alone(numbers(1.0, 2.0, Double.NEGATIVE_INFINITY, 3.0))),
                search("a number of 1e300", () -> alone(numbers(1.0, 2.0, 1e300, 3.0))),
                search(
                        "numbers near the limit of 1e150",
                        () -> alone(numbers(1e149, -1e149, 9e148, -9e148, 1.0, 2.0))));
    }

    private static Stream<BadInput> options() {
        return Stream.of(
                search("fewest segments above the most", () -> alone(Customers.twoGroups()))
                        .with(s -> s.addInt("fewestSegments", 11)),
                search("fewest segments above the rows", () -> alone(numbers(1.0, 2.0, 3.0)))
                        .with(s -> s.addInt("fewestSegments", 4)),
                search("fewest segments above the different rows", () -> alone(numbers(1.0, 2.0, 2.0, 2.0)))
                        .with(s -> s.addInt("fewestSegments", 3)),
                search("a budget too small for one candidate", () -> alone(many()))
                        .with(s -> {
                            s.addStringArray("algorithms", "gaussian-mixture");
                            s.addInt("fewestSegments", 50);
                            s.addInt("mostSegments", 50);
                            s.addInt("timeBudget", 1);
                            s.addBoolean("stability", true);
                        }),
                search("a taken segment column", () -> alone(Customers.twoGroups()))
                        .with(s -> s.addString("segmentColumn", "Home")),
                search("no memory for the table", () -> alone(many())).limited(Budget.MEMORY_PROPERTY, 0));
    }

    /** Numbers in two groups. */
    private static BufferedDataTable many() {
        return numbers(
                IntStream.range(0, ROWS).mapToObj(i -> i % 2 * 10 + Math.sin(i)).toArray(Double[]::new));
    }
}
