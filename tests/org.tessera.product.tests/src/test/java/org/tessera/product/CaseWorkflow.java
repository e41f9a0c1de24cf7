package org.tessera.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A workflow put together from nodes of the committed workflows, with other settings and connections. */
final class CaseWorkflow {

    private static final Path WORKFLOWS = Path.of("../../workflows");
    private static final Pattern MODEL = Pattern.compile("(?s)<config key=\"model\">.*?\n    </config>\n");

    /** A node of the committed workflows whose settings are the start. */
    enum Kind {
        READER("tests/preprocessor/CSV Reader (#1)"),
        WRITER("tests/preprocessor/CSV Writer (#5)"),
        PREPROCESSOR("customer-segmentation/Segmentation Preprocessor (#2)"),
        K_MEANS("customer-segmentation/K_Means Segmentation (#3)"),
        DBSCAN("customer-segmentation/DBSCAN Segmentation (#5)"),
        GAUSSIAN_MIXTURE("customer-segmentation/Gaussian Mixture Segmentation (#6)"),
        SELECTOR("customer-segmentation/Best Segmentation Selector (#7)"),
        ASSIGNER("score-new-customers/Segment Assigner (#3)");

        private final Path folder;

        Kind(String folder) {
            this.folder = WORKFLOWS.resolve(folder);
        }

        /** The settings of Tessera's nodes are empty, so that every option has its default. */
        String settings() throws IOException {
            String text = Files.readString(folder.resolve("settings.xml"));
            return this == READER || this == WRITER
                    ? text
                    : MODEL.matcher(text).replaceFirst("<config key=\"model\">\n    </config>\n");
        }
    }

    /** An output port, from 1. */
    record Port(int node, int output) {}

    private record Node(Kind kind, Map<String, String> settings) {}

    private record Connection(Port from, int node, int input) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();

    /**
     * Adds a node.
     *
     * @param kind where its settings come from
     * @param settings values by key; a new key needs its type as in {@code "restarts:xint"}
     * @param inputs what is connected to its inputs
     * @return the node's number
     */
    int add(Kind kind, Map<String, String> settings, Port... inputs) {
        nodes.add(new Node(kind, settings));
        for (int i = 0; i < inputs.length; i++) {
            connections.add(new Connection(inputs[i], nodes.size(), i + 1));
        }
        return nodes.size();
    }

    /** Adds a writer of a table. */
    void write(Port table, String file) {
        add(Kind.WRITER, Map.of("path", file), table);
    }

    /** Writes the workflow into a folder. */
    void save(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"workflow.knime\">\n"
                + string("created_by", "5.8.0") + string("version", "5.1.0") + string("name", "cases")
                + string("state", "IDLE") + "<config key=\"workflow_credentials\"/><config key=\"annotations\"/>"
                + "<config key=\"nodes\">\n");
        for (int id = 1; id <= nodes.size(); id++) {
            Node node = nodes.get(id - 1);
            String name = node.kind() + " (#" + id + ")";
            String settings = node.kind().settings();
            for (Map.Entry<String, String> setting : node.settings().entrySet()) {
                settings = with(settings, setting.getKey(), setting.getValue());
            }
            Files.createDirectories(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve("settings.xml"), settings);
            text.append("<config key=\"node_").append(id).append("\">").append(number("id", id));
            text.append(string("node_settings_file", name + "/settings.xml"));
            text.append("<entry key=\"node_is_meta\" type=\"xboolean\" value=\"false\"/>");
            text.append(string("node_type", "NativeNode")).append("</config>\n");
        }
        text.append("</config><config key=\"connections\">\n");
        for (int c = 0; c < connections.size(); c++) {
            Connection connection = connections.get(c);
            text.append("<config key=\"connection_").append(c).append("\">");
            text.append(number("sourceID", connection.from().node())).append(number("destID", connection.node()));
            text.append(number("sourcePort", connection.from().output()))
                    .append(number("destPort", connection.input()));
            text.append("</config>\n");
        }
        Files.writeString(folder.resolve("workflow.knime"), text.append("</config></config>\n"));
    }

    private static String with(String settings, String key, String value) {
        String[] nameAndType = key.split(":");
        Matcher entry = Pattern.compile("(<entry key=\"" + nameAndType[0] + "\" type=\"x\\w+\") (?:isnull=\"true\" )?"
                        + "value=\"[^\"]*\"/>")
                .matcher(settings);
        if (nameAndType.length == 1) {
            if (!entry.find()) {
                throw new IllegalArgumentException("No setting '" + key + "'");
            }
            return entry.replaceAll(Matcher.quoteReplacement(entry.group(1) + " value=\"" + value + "\"/>"));
        }
        return settings.replace(
                "<config key=\"model\">\n",
                "<config key=\"model\">\n<entry key=\"" + nameAndType[0] + "\" type=\"" + nameAndType[1] + "\" value=\""
                        + value + "\"/>\n");
    }

    private static String string(String key, String value) {
        return "<entry key=\"" + key + "\" type=\"xstring\" value=\"" + value + "\"/>";
    }

    private static String number(String key, int value) {
        return "<entry key=\"" + key + "\" type=\"xint\" value=\"" + value + "\"/>";
    }
}
