package org.tessera.workbench.tests.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds workflow directories from settings files saved by KNIME 5.9. */
final class TestWorkflow {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="workflow.knime">
                <entry key="created_by" type="xstring" value="5.9.0"/>
                <entry key="version" type="xstring" value="5.1.0"/>
                <entry key="name" type="xstring" value="test"/>
                <entry key="state" type="xstring" value="IDLE"/>
            """;

    private final Path directory;
    private final List<String> nodes = new ArrayList<>();
    private final List<String> connections = new ArrayList<>();
    private String variables = "";

    TestWorkflow(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        Files.createDirectories(directory.resolve("data"));
    }

    static String settings(String name) throws IOException {
        try (InputStream in = TestWorkflow.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    TestWorkflow data(String name, String text) throws IOException {
        Files.writeString(directory.resolve("data").resolve(name), text);
        return this;
    }

    TestWorkflow reader(int id, String file) throws IOException {
        return node(id, "CSV Reader", settings("reader-settings.xml").replace("customers.csv", file));
    }

    TestWorkflow writer(int id, String file) throws IOException {
        return node(id, "CSV Writer", settings("writer-settings.xml").replace("labeled.csv", file));
    }

    TestWorkflow node(int id, String name, String settings) throws IOException {
        String folder = name + " (#" + id + ")";
        Files.createDirectories(directory.resolve(folder));
        Files.writeString(directory.resolve(folder).resolve("settings.xml"), settings);
        return entry(id, folder + "/settings.xml", false, "NativeNode");
    }

    TestWorkflow entry(int id, String file, boolean meta, String type) {
        nodes.add("""
                <config key="node_%d">
                    <entry key="id" type="xint" value="%d"/>
                    <entry key="node_settings_file" type="xstring" value="%s"/>
                    <entry key="node_is_meta" type="xboolean" value="%s"/>
                    <entry key="node_type" type="xstring" value="%s"/>
                </config>
                """.formatted(id, id, file, meta, type));
        return this;
    }

    TestWorkflow connect(int source, int sourcePort, int destination, int destinationPort) {
        connections.add("""
                <config key="connection_%d">
                    <entry key="sourceID" type="xint" value="%d"/>
                    <entry key="destID" type="xint" value="%d"/>
                    <entry key="sourcePort" type="xint" value="%d"/>
                    <entry key="destPort" type="xint" value="%d"/>
                </config>
                """.formatted(connections.size(), source, destination, sourcePort, destinationPort));
        return this;
    }

    TestWorkflow variable(String name, String type, String value) {
        variables += """
                <config key="%s">
                    <entry key="name" type="xstring" value="%s"/>
                    <entry key="class" type="xstring" value="%s"/>
                    <entry key="value" type="xstring" value="%s"/>
                </config>
                """.formatted(name, name, type, value);
        return this;
    }

    Path save() throws IOException {
        Files.writeString(
                directory.resolve("workflow.knime"),
                HEAD + "<config key=\"workflow_variables\">" + variables + "</config>\n<config key=\"nodes\">"
                        + String.join("", nodes) + "</config>\n<config key=\"connections\">"
                        + String.join("", connections) + "</config></config>\n");
        return directory;
    }

    /** A reader of data/in.csv whose table is written to data/out.csv. */
    static Path copyTable(Path directory) throws IOException {
        return new TestWorkflow(directory)
                .data("in.csv", "name,income\nAnn,10.5\nBob,\n")
                .reader(1, "in.csv")
                .writer(2, "out.csv")
                .connect(1, 1, 2, 1)
                .save();
    }
}
