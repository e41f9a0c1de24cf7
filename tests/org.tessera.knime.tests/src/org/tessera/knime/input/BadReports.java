package org.tessera.knime.input;

import static org.tessera.knime.input.Tables.allNoise;
import static org.tessera.knime.input.Tables.head;
import static org.tessera.knime.input.Tables.kMeans;
import static org.tessera.knime.input.Tables.numbers;

import java.util.stream.Stream;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.report.ReportNodeFactory;

/** Tables and files of which the Segmentation Report can't make much. */
final class BadReports {

    private BadReports() {}

    static Stream<BadInput> all() {
        return Stream.of(tables(), files()).flatMap(s -> s);
    }

    private static BadInput report(String input, BadInput.Inputs inputs) {
        return BadInput.of(ReportNodeFactory.class, input, inputs);
    }

    private static PortObject[] inputs(NodeRun run) {
        return new PortObject[] {run.table(0), run.object(1), null, null};
    }

    private static Stream<BadInput> tables() {
        return Stream.of(
                report("a table without the segment column", () -> new PortObject[] {
                    Customers.twoGroups(), kMeans(Customers.twoGroups(), 2).object(1), null, null
                }),
                report("the first five rows only, all of one segment", () -> {
                    NodeRun run = kMeans(Customers.twoGroups(), 2);
                    return new PortObject[] {head(run.table(0), 5), run.object(1), null, null};
                }),
                report("no rows", () -> {
                    NodeRun run = kMeans(Customers.twoGroups(), 2);
                    return new PortObject[] {head(run.table(0), 0), run.object(1), null, null};
                }),
                report("a model of another table", () -> new PortObject[] {
                    kMeans(Customers.twoGroups(), 2).table(0),
                    kMeans(numbers(1.0, 2.0, 9.0), 2).object(1),
                    null,
                    null
                }),
                report("one segment", () -> inputs(kMeans(Customers.twoGroups(), 1))),
                report("all noise", () -> inputs(allNoise())),
                report("customers as leaderboard", () -> {
                    NodeRun run = kMeans(Customers.twoGroups(), 2);
                    return new PortObject[] {run.table(0), run.object(1), Customers.twoGroups(), null};
                }),
                report("customers as verdict", () -> {
                    NodeRun run = kMeans(Customers.twoGroups(), 2);
                    return new PortObject[] {run.table(0), run.object(1), null, Customers.twoGroups()};
                }));
    }

    private static BadInput file(String input, String location) {
        return report(input, () -> inputs(kMeans(Customers.twoGroups(), 2))).with(s -> write(s, location));
    }

    private static void write(NodeSettings settings, String location) {
        settings.addString("file", location);
        settings.addBoolean("file_is_present", true);
    }

    private static Stream<BadInput> files() {
        return Stream.of(
                file("a relative path", "report.html"),
                file("a place that is not on this machine", "https://example.org/report.html"),
                file("an address that nobody knows", "s3://bucket/report.html"),
                file("a folder that does not exist", "/no such/folder/report.html"));
    }
}
