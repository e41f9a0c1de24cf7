package org.tessera.knime.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.tessera.knime.kit.DateColumnsNodeFactory;
import org.tessera.knime.kit.NodeRun;
import org.tessera.workbench.batch.BatchRunner;
import org.tessera.workbench.batch.Console;
import org.tessera.workbench.batch.ExitCode;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.run.NodeCatalog;
import org.tessera.workbench.workflow.WorkflowArchive;

/** The workflow that tests the Profiler, with a node of dates and times behind its CSV Reader, run by the workbench. */
class DatesWorkflowTest {

    private static final Path PROFILER = Path.of("..", "..", "workflows", "tests", "profiler");
    private static final String COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private static final String NODE = """
            <config key="nodes">
                <config key="node_100">
                    <entry key="id" type="xint" value="100"/>
                    <entry key="node_settings_file" type="xstring" value="Date Columns (#100)/settings.xml"/>
                    <entry key="node_is_meta" type="xboolean" value="false"/>
                    <entry key="node_type" type="xstring" value="NativeNode"/>
                </config>
            """;

    private static final String CONNECTION = """
            <config key="connections">
                <config key="connection_100">
                    <entry key="sourceID" type="xint" value="1"/>
                    <entry key="destID" type="xint" value="100"/>
                    <entry key="sourcePort" type="xint" value="1"/>
                    <entry key="destPort" type="xint" value="1"/>
                </config>
            """;

    @TempDir
    private Path folder;

    /** The registered nodes and the one of dates. */
    private static IExtensionRegistry registry() {
        IExtensionRegistry real = Platform.getExtensionRegistry();
        Object dates = proxy(
                IConfigurationElement.class,
                (method, arguments) -> method.equals("getAttribute")
                        ? DateColumnsNodeFactory.class.getName()
                        : new DateColumnsNodeFactory());
        return (IExtensionRegistry) proxy(IExtensionRegistry.class, (method, arguments) -> {
            IConfigurationElement[] elements = real.getConfigurationElementsFor((String) arguments[0]);
            IConfigurationElement[] more = Arrays.copyOf(elements, elements.length + 1);
            more[elements.length] = (IConfigurationElement) dates;
            return more;
        });
    }

    private interface Call {
        Object of(String method, Object[] arguments);
    }

    private static Object proxy(Class<?> type, Call call) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.of(method.getName(), arguments));
    }

    private Path workflow() throws IOException, InvalidSettingsException {
        Path workflow = folder.resolve("dates");
        WorkflowArchive.copy(PROFILER, workflow);
        Path file = workflow.resolve("workflow.knime");
        String text = Files.readString(file);
        String first =
                "(<entry key=\"sourceID\" type=\"xint\" value=\")1(\"/>\\s*<entry key=\"destID\" type=\"xint\" value=\"2\"/>)";
        String between = text.replaceFirst(first, "$1100$2");
        assertNotEquals(text, between);
        Files.writeString(
                file,
                between.replace("<config key=\"nodes\">", NODE).replace("<config key=\"connections\">", CONNECTION));
        NodeSettings settings = new NodeSettings("settings.xml");
        try (NativeNode node = NodeRun.of(new DateColumnsNodeFactory()).node()) {
            node.saveSettings(settings);
        }
        settings.addString("factory", DateColumnsNodeFactory.class.getName());
        settings.addString("name", "Date Columns");
        Path own = Files.createDirectories(workflow.resolve("Date Columns (#100)"));
        settings.saveToXML(Files.newOutputStream(own.resolve("settings.xml")));
        return workflow;
    }

    /** The rows of a CSV file by the names of its columns. */
    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.get(0).replace("\"", "").split(COMMA, -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(COMMA, -1);
            Map<String, String> row = new HashMap<>();
            for (int c = 0; c < names.length; c++) {
                row.put(names[c], values[c].replace("\"", ""));
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void segments_are_written_in_dates_and_times() throws IOException, InvalidSettingsException {
        Path workflow = workflow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        ExitCode code = new BatchRunner(new NodeCatalog(registry()), new Console(print, print, false))
                .run(List.of("-workflowDir=" + workflow, "-roundTrips"));
        assertEquals(ExitCode.SUCCESS, code, () -> out.toString(StandardCharsets.UTF_8));
        List<Map<String, String>> profile = rows(workflow.resolve("data").resolve("profile.csv"));
        int dates = 0;
        for (Map<String, String> row : profile) {
            String earliest = row.get("Earliest");
            String median = row.get("Median date or time");
            String latest = row.get("Latest");
            switch (row.get("Column")) {
                case "Since" -> {
                    dates++;
                    LocalDate middle = LocalDate.parse(median);
                    assertTrue(!middle.isBefore(LocalDate.parse(earliest)) && !middle.isAfter(LocalDate.parse(latest)));
                    assertEquals(Double.parseDouble(row.get("Median")), middle.toEpochDay(), 0.5);
                }
                case "Hour" -> {
                    LocalTime middle = LocalTime.parse(median);
                    assertEquals(Double.parseDouble(row.get("Median")), middle.toNanoOfDay() / 3600e9, 1e-6);
                    assertTrue(!LocalTime.parse(earliest).isAfter(LocalTime.parse(latest)));
                }
                case "Login" -> assertTrue(latest.matches("2024-0[12]-\\d\\dT\\d\\d:\\d\\d"), latest);
                default -> assertEquals("", earliest + median + latest, row.get("Column"));
            }
        }
        assertEquals(3, dates);
        String sentences = Files.readString(workflow.resolve("data").resolve("descriptions.csv"));
        assertTrue(
                sentences.matches("(?s).*(later|earlier) Since \\(\\d{4}-\\d\\d-\\d\\d vs \\d{4}-\\d\\d-\\d\\d.*"),
                sentences);
    }
}
