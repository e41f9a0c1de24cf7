package org.tessera.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The files of a workflow as they are on disk, read without the workbench. */
record WorkflowFiles(
        Path directory,
        Config workflow,
        List<WorkflowNode> nodes,
        List<int[]> connections,
        List<Rectangle> annotations) {

    /** A config of KNIME: configs and entries by key, in order. */
    record Config(Map<String, Config> configs, Map<String, String> entries) {

        static Config read(Path file) throws IOException {
            try {
                return of(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getDocumentElement());
            } catch (SAXException | ParserConfigurationException e) {
                throw new IOException(file + " is no XML", e);
            }
        }

        private static Config of(Element element) {
            Config config = new Config(new LinkedHashMap<>(), new LinkedHashMap<>());
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element found && found.getTagName().equals("config")) {
                    config.configs.put(found.getAttribute("key"), of(found));
                } else if (child instanceof Element entry) {
                    config.entries.put(entry.getAttribute("key"), entry.getAttribute("value"));
                }
            }
            return config;
        }

        Config config(String path) {
            Config config = this;
            for (String key : path.split("/")) {
                config = Optional.ofNullable(config.configs.get(key))
                        .orElseThrow(() -> new AssertionError("no config '" + key + "' of '" + path + "'"));
            }
            return config;
        }

        String text(String key) {
            return Optional.ofNullable(entries.get(key))
                    .orElseThrow(() -> new AssertionError("no entry '" + key + "'"));
        }

        int number(String key) {
            return Integer.parseInt(text(key));
        }

        /** The keys of all entries, as paths. */
        Set<String> paths() {
            Set<String> paths = new java.util.TreeSet<>(entries.keySet());
            configs.forEach((key, config) -> config.paths().forEach(path -> paths.add(key + "/" + path)));
            return paths;
        }
    }

    /** A place on the canvas. */
    record Rectangle(int x, int y, int width, int height) {
        boolean meets(Rectangle other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean holds(Rectangle other) {
            return x <= other.x
                    && y <= other.y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }
    }

    /** A node: its entry in the workflow and its own settings. */
    record WorkflowNode(int id, String file, Config entry, Config settings) {
        String factory() {
            return settings.text("factory");
        }

        String name() {
            return settings.text("name");
        }

        boolean isTessera() {
            return factory().startsWith("org.tessera.");
        }

        /** What the node covers with its name above and its label below. */
        Rectangle place() {
            Config bounds = entry.config("ui_settings/extrainfo.node.bounds");
            return new Rectangle(bounds.number("0") - 30, bounds.number("1") - 25, 140, 95);
        }
    }

    static WorkflowFiles read(Path directory) throws IOException {
        Config workflow = Config.read(directory.resolve("workflow.knime"));
        List<WorkflowNode> nodes = new ArrayList<>();
        for (Config entry : workflow.config("nodes").configs().values()) {
            String file = entry.text("node_settings_file");
            nodes.add(new WorkflowNode(entry.number("id"), file, entry, Config.read(directory.resolve(file))));
        }
        List<int[]> connections = workflow.config("connections").configs().values().stream()
                .map(c -> new int[] {
                    c.number("sourceID"), c.number("sourcePort"), c.number("destID"), c.number("destPort")
                })
                .toList();
        List<Rectangle> annotations = workflow.config("annotations").configs().values().stream()
                .map(a -> new Rectangle(
                        a.number("x-coordinate"), a.number("y-coordinate"), a.number("width"), a.number("height")))
                .toList();
        return new WorkflowFiles(directory, workflow, nodes, connections, annotations);
    }

    /** All workflows of the project: those of users, and one per node. */
    static List<Path> all() throws IOException {
        try (var files = Files.walk(Path.of("../../workflows"), 3)) {
            return files.filter(file -> file.endsWith("workflow.knime"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }
}
