package org.tessera.knime.input;

import static org.tessera.knime.input.Tables.allNoise;
import static org.tessera.knime.input.Tables.head;
import static org.tessera.knime.input.Tables.kMeans;
import static org.tessera.knime.input.Tables.numbers;

import java.util.stream.Stream;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.match.MatcherNodeFactory;

/** Tables and models that cannot be matched. */
final class BadMatches {

    private BadMatches() {}

    private static BadInput matcher(String input, BadInput.Inputs inputs) {
        return BadInput.of(MatcherNodeFactory.class, input, inputs);
    }

    private static PortObject[] match(PortObject table, NodeRun earlier, NodeRun present) {
        return new PortObject[] {table, earlier.object(1), present.object(1)};
    }

    static Stream<BadInput> all() {
        return Stream.of(
                matcher("a table without the segment column", () -> {
                    NodeRun run = kMeans(Customers.twoGroups(), 2);
                    return match(Customers.twoGroups(), run, run);
                }),
                matcher("an earlier model of other columns", () -> {
                    NodeRun run = kMeans(Customers.twoGroups(), 2);
                    return match(run.table(0), kMeans(numbers(1.0, 2.0, 9.0), 2), kMeans(Customers.twoGroups(), 2));
                }),
                matcher("no rows", () -> {
                    NodeRun run = kMeans(Customers.twoGroups(), 2);
                    return match(head(run.table(0), 0), run, run);
                }),
                matcher("one row", () -> {
                    NodeRun run = kMeans(Customers.twoGroups(), 2);
                    return match(head(run.table(0), 1), run, run);
                }),
                matcher("ten customers, too few to tell a match from chance", () -> {
                    NodeRun run = kMeans(Customers.twoGroups(), 2);
                    return match(run.table(0), run, run);
                }),
                matcher("an earlier model without segments", () -> {
                    NodeRun run = kMeans(numbers(1.0, 2.0, 9.0), 2);
                    return match(run.table(0), allNoise(), run);
                }),
                matcher("reasons wanted without the columns of the earlier model", () -> {
                            NodeRun run = kMeans(Customers.twoGroups(), 2);
                            return match(run.table(0), kMeans(numbers(1.0, 2.0, 9.0), 2), run);
                        })
                        .with(s -> {
                            s.addString("earlierColumn", "Segment");
                            s.addBoolean("earlierColumn_is_present", true);
                            s.addBoolean("why", true);
                        }),
                matcher("an absent column of earlier segments", () -> {
                            NodeRun run = kMeans(Customers.twoGroups(), 2);
                            return match(run.table(0), run, run);
                        })
                        .with(s -> {
                            s.addString("earlierColumn", "Then");
                            s.addBoolean("earlierColumn_is_present", true);
                        }),
                matcher("a column of earlier segments that are not the model's", () -> {
                            NodeRun run = kMeans(Customers.twoGroups(), 2);
                            return match(run.table(0), run, run);
                        })
                        .with(s -> {
                            s.addString("earlierColumn", "Home");
                            s.addBoolean("earlierColumn_is_present", true);
                        }));
    }
}
