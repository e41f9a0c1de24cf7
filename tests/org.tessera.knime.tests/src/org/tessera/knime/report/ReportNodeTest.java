package org.tessera.knime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.tessera.engine.data.Numbers;
import org.tessera.knime.choose.AutoSegmentationNodeFactory;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.profile.ProfilerNodeFactory;
import org.tessera.knime.select.SelectorNodeFactory;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.WorkflowSite;
import org.tessera.workbench.ui.NodeViews;

/** The Segmentation Report: the same text in file, table and view, with the figures of the other nodes. */
class ReportNodeTest {

    @TempDir
    private Path folder;

    private static NodeRun segments(BufferedDataTable table, int segments) throws InvalidSettingsException {
        return NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", segments))
                .run(table, null);
    }

    private static PortObject[] inputs(NodeRun run) {
        return new PortObject[] {run.table(0), run.object(1), null, null};
    }

    private static NodeRun report(NodeRun segmented, Consumer<NodeSettings> settings) throws InvalidSettingsException {
        return NodeRun.of(ReportNodeFactory.class, settings).run(inputs(segmented));
    }

    private static String html(NodeRun report) {
        assertEquals(1, report.table(0).size());
        return NodeRun.texts(report.table(0), "HTML").get(0);
    }

    private static Consumer<NodeSettings> to(Object file) {
        return settings -> {
            settings.addString("file", file.toString());
            settings.addBoolean("file_is_present", true);
        };
    }

    private static NodeRun failing(Object file, Consumer<NodeSettings> more) throws InvalidSettingsException {
        NodeRun run = NodeRun.of(ReportNodeFactory.class, to(file).andThen(more));
        assertEquals(NodeState.CONFIGURED, run.tryRun(inputs(segments(Customers.twoGroups(), 2))), run::message);
        return run;
    }

    @Test
    void writes_no_file_unless_it_is_told_to() throws InvalidSettingsException {
        NodeRun report = report(segments(Customers.twoGroups(), 2), settings -> {});
        assertEquals(List.of("?"), NodeRun.texts(report.table(0), "File"));
        assertTrue(html(report).contains("10 customers in 2 segments, made by K-Means, k = 2"));
        for (String bundle : List.of("Tessera Nodes for KNIME", "Embedded Workbench: KNIME Core API")) {
            assertTrue(html(report).matches("(?s).*<bdi>" + bundle + " [0-9]+\\.[0-9]+\\.[0-9]+</bdi>.*"), bundle);
        }
        assertEquals("", report.message());
    }

    @Test
    void file_table_and_view_hold_the_same() throws Exception {
        Path file = folder.resolve("new folder").resolve("report.html");
        NodeRun report = report(segments(Customers.twoGroups(), 2), to(file));
        assertEquals(html(report), Files.readString(file));
        assertEquals(List.of(file.toString()), NodeRun.texts(report.table(0), "File"));
        report.node().reopen();
        String data = NodeViews.initialData(report.node()).orElseThrow();
        assertTrue(data.startsWith("{\"result\":{\"html\":\"<!DOCTYPE html>\\n<html lang=\\\"en\\\">"), data);
        assertTrue(NodeViews.html(report.node()).contains("sandbox"));
    }

    @Test
    void view_has_no_report_before_the_execution() throws InvalidSettingsException {
        try (var node = NodeRun.of(new ReportNodeFactory()).node()) {
            assertEquals(
                    "{\"result\":{\"html\":\"\"}}", NodeViews.initialData(node).orElseThrow());
        }
    }

    @Test
    void a_url_of_knime_leads_into_the_workflow() throws Exception {
        WorkflowSite site = new WorkflowSite(folder);
        site.enter();
        try {
            report(segments(Customers.twoGroups(), 2), to("knime://knime.workflow/data/my report.html"));
            Path file = folder.resolve("data").resolve("my report.html");
            assertTrue(Files.exists(file));
            assertEquals(List.of(file), List.copyOf(site.written()));
        } finally {
            WorkflowSite.leave();
        }
    }

    @Test
    void a_file_that_exists_is_replaced_or_kept() throws Exception {
        Path file = Files.writeString(folder.resolve("report.html"), "old");
        NodeRun refused = failing(file, settings -> settings.addString("ifExists", "FAIL"));
        assertEquals("The report was not written to '" + file + "': it exists.", refused.message());
        assertEquals("old", Files.readString(file));
        NodeRun report = report(segments(Customers.twoGroups(), 2), to(file));
        assertEquals(html(report), Files.readString(file));
        assertEquals(List.of(file), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void a_missing_folder_is_named_unless_it_may_be_created() throws Exception {
        Path file = folder.resolve("none").resolve("report.html");
        NodeRun refused = failing(file, settings -> settings.addBoolean("createFolders", false));
        assertEquals("The report was not written to '" + file + "': its folder does not exist.", refused.message());
        assertEquals(
                List.of("Create the folder.", "Turn on 'Create missing folders'."),
                refused.node().message().getResolutions());
        assertEquals(
                "The report was not written to '" + folder + "': it is a folder.",
                failing(folder, settings -> {}).message());
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("report.html");
        String message = failing(blocked, settings -> {}).message();
        assertTrue(message.contains("its folder cannot be created"), message);
    }

    @Test
    void a_url_that_leaves_the_workflow_is_refused() throws Exception {
        new WorkflowSite(Files.createDirectory(folder.resolve("workflow"))).enter();
        try {
            for (String url : List.of("knime://knime.workflow/../report.html", "knime://LOCAL/report.html")) {
                String message = failing(url, settings -> {}).message();
                assertTrue(message.startsWith("The report was not written to '" + url + "': "), message);
            }
            assertEquals(1, files().size());
        } finally {
            WorkflowSite.leave();
        }
    }

    @Test
    void means_and_shares_are_those_of_the_profiler() throws InvalidSettingsException {
        NodeRun segmented = segments(Customers.credit(), 4);
        String html = html(report(segmented, settings -> settings.addInt("columns", 30)));
        BufferedDataTable profile = NodeRun.of(new ProfilerNodeFactory())
                .run(segmented.table(0), segmented.object(1))
                .table(1);
        List<String> columns = NodeRun.texts(profile, "Column");
        List<String> categories = NodeRun.texts(profile, "Category");
        double[] means = NodeRun.numbers(profile, "Mean or share");
        double[] overall = NodeRun.numbers(profile, "Overall mean or share");
        double[] effects = NodeRun.numbers(profile, "Effect");
        double[] differences = NodeRun.numbers(profile, "Difference");
        double[] counts = NodeRun.numbers(profile, "Values");
        int compared = 0;
        for (int i = 0; i < means.length; i++) {
            boolean byMean = categories.get(i).equals("?") && differences[i] * effects[i] > 0;
            if (byMean && Math.abs(effects[i]) * Math.sqrt(counts[i]) > 3.01) {
                String row = "<bdi>" + columns.get(i) + "</bdi></th><td class=\"number\">" + Numbers.value(means[i], 3)
                        + "</td><td class=\"number\">";
                assertTrue(html.contains(row), row);
                assertTrue(html.contains("<td class=\"number\">" + Numbers.value(overall[i], 3) + "</td>"));
                compared++;
            }
        }
        assertTrue(compared > 15, compared + " figures");
    }

    @Test
    void segments_are_called_by_the_names_of_the_model() throws InvalidSettingsException {
        NodeRun segmented = segments(Customers.twoGroups(30, 20), 2);
        NodeRun profiled = NodeRun.of(new ProfilerNodeFactory()).run(segmented.table(0), segmented.object(1));
        List<String> names = NodeRun.texts(profiled.table(3), "Name");
        String html = html(NodeRun.of(new ReportNodeFactory()).run(segmented.table(0), profiled.object(4), null, null));
        assertFalse(names.contains("Segment 1"), names::toString);
        names.forEach(name -> assertTrue(
                html.contains("<bdi>" + name.replace(">", "&gt;").replace("<", "&lt;") + "</bdi><span"), name));
    }

    @Test
    void leaderboard_and_verdict_are_taken_from_the_nodes_that_make_them() throws InvalidSettingsException {
        BufferedDataTable customers = Customers.twoGroups(30, 20);
        NodeRun auto = NodeRun.of(AutoSegmentationNodeFactory.class, settings -> settings.addInt("mostSegments", 3))
                .run(customers, null);
        NodeRun report =
                NodeRun.of(new ReportNodeFactory()).run(auto.table(0), auto.object(1), auto.table(2), auto.table(4));
        String html = html(report);
        assertTrue(html.contains(
                "Verdict: " + NodeRun.texts(auto.table(4), "Verdict").get(0)));
        assertTrue(html.contains("What it means: "));
        assertTrue(html.contains(
                "<bdi>" + NodeRun.texts(auto.table(2), "Segmentation").get(0) + "</bdi>"));
        assertTrue(html.contains("rank 1 of the"));
        NodeRun selected = NodeRun.of(new SelectorNodeFactory())
                .run(customers, auto.object(1), segments(customers, 3).object(1));
        String other = html(NodeRun.of(new ReportNodeFactory())
                .run(selected.table(0), selected.object(1), selected.table(2), null));
        assertTrue(other.contains("rank 1 of the 2 segmentations compared"), other);
    }

    @Test
    void noise_missing_values_and_a_part_of_the_customers_are_told() throws InvalidSettingsException {
        NodeRun noisy = NodeRun.of(DbscanNodeFactory.class, settings -> {
                    settings.addString("radiusChoice", "MANUAL");
                    settings.addDouble("radius", 1);
                    settings.addString("minimumPointsChoice", "MANUAL");
                    settings.addInt("minimumPoints", 5);
                })
                .run(Customers.twoGroups(6, 4), null);
        String html = html(report(noisy, settings -> {}));
        assertTrue(html.contains("id=\"noise\"") && html.contains("or are noise"), html);
        NodeRun missing = segments(Customers.twoGroupsWithMissing(), 2);
        NodeRun report = report(missing, settings -> {});
        String text = html(report);
        assertTrue(text.contains("1 of them have no segment") || text.contains("1 of them has no segment"), text);
        assertTrue(report.message().contains("1 row of 10 left out"), report::message);
        assertTrue(text.contains("Before you rely on it"));
    }

    @Test
    void names_of_the_data_are_never_markup() throws InvalidSettingsException {
        String hostile = "<img src=x onerror=alert(1)> & \"'";
        DataTableSpec spec = new DataTableSpec(SmallTable.number("x"), SmallTable.text(hostile));
        Object[][] rows = new Object[12][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {i < 6 ? i * 0.1 : 9 + i * 0.1, i < 6 ? "</table><script>" : "other"};
        }
        String html = html(report(segments(Customers.table(spec, rows), 2), settings -> {
            settings.addString("title", "<h1>" + hostile);
            settings.addString("note", hostile);
            settings.addBoolean("note_is_present", true);
        }));
        assertFalse(html.contains("<img") || html.contains("<script"), html);
        assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#39;"));
        assertTrue(html.contains("&lt;/table&gt;&lt;script&gt;"));
    }

    @Test
    void the_same_input_gives_the_same_bytes_in_any_language() throws InvalidSettingsException {
        String html = html(report(segments(Customers.twoGroups(), 2), settings -> {}));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertEquals(html, html(report(segments(Customers.twoGroups(), 2), settings -> {})));
        } finally {
            Locale.setDefault(before);
        }
    }
}
