package org.tessera.workbench.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;

/**
 * Reads a workflow directory as KNIME 4 and 5 write it: {@code workflow.knime} and one {@code settings.xml} per node.
 *
 * <p>Metanodes, components and connections that make a circle are refused by name. Files are read only below the
 * workflow's directory and only up to 64 MB. An instance reads one workflow.
 */
public final class WorkflowReader {
    /** The name of the file that makes a directory a workflow. */
    public static final String WORKFLOW_FILE = "workflow.knime";

    private static final long LARGEST_FILE = 64L << 20;

    private final Path directory;
    private final List<String> problems = new ArrayList<>();

    private WorkflowReader(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Reads a workflow.
     *
     * @param directory its directory
     * @return the workflow
     * @throws WorkflowException if it cannot be read or holds what is not supported; with all problems found
     */
    public static Workflow read(Path directory) throws WorkflowException {
        return new WorkflowReader(directory).read();
    }

    private Workflow read() throws WorkflowException {
        Path file = directory.resolve(WORKFLOW_FILE);
        if (!Files.isRegularFile(file)) {
            throw new WorkflowException(
                    "'" + directory + "' is no workflow: it holds no file " + WORKFLOW_FILE + " (a workflow group?)");
        }
        try {
            NodeSettings content = readXml(file);
            checkVersion(content);
            List<WorkflowNode> nodes = nodes(content.getNodeSettings("nodes"));
            List<Connection> connections = connections(content.getNodeSettings("connections"), nodes);
            List<FlowVariable> variables = variables(content);
            if (!problems.isEmpty()) {
                throw new WorkflowException(problems);
            }
            String name = content.getString("name", null);
            boolean executed = "EXECUTED".equals(content.getString("state", ""));
            return new Workflow(
                    directory,
                    name == null ? directory.getFileName().toString() : name,
                    nodes,
                    connections,
                    variables,
                    executed);
        } catch (InvalidSettingsException e) {
            throw new WorkflowException("File " + WORKFLOW_FILE + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new WorkflowException(e.getMessage(), e);
        }
    }

    private static void checkVersion(NodeSettings content) throws WorkflowException {
        String version = content.getString("version", "");
        if (!version.matches("[45]\\.\\d+\\.\\d+.*")) {
            throw new WorkflowException("The workflow has format version '" + version
                    + "', but 4.0.0 to 5.x.x can be read: open it in KNIME 5 and save it again");
        }
    }

    private NodeSettings readXml(Path file) throws IOException {
        Path relative = directory.relativize(file);
        if (!file.toRealPath().startsWith(directory.toRealPath())) {
            throw new IOException("File '" + relative + "' lies outside of the workflow's directory");
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("File '" + relative + "' has " + (Files.size(file) >> 20) + " MB, at most "
                    + (LARGEST_FILE >> 20) + " MB are read");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return (NodeSettings) NodeSettings.loadFromXML(in);
        } catch (IOException e) {
            throw new IOException("File '" + relative + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private List<WorkflowNode> nodes(NodeSettings entries) throws InvalidSettingsException {
        List<WorkflowNode> nodes = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (String key : entries) {
            NodeSettings entry = entries.getNodeSettings(key);
            int id = entry.getInt("id");
            String file = entry.getString("node_settings_file");
            if (!ids.add(id)) {
                problems.add("Two nodes have the id " + id + ": the file " + WORKFLOW_FILE + " is damaged");
                continue;
            }
            String type = entry.getString("node_type", entry.getBoolean("node_is_meta", false) ? "MetaNode" : "");
            if (type.equals("MetaNode") || type.equals("SubNode") || entry.getBoolean("node_is_meta", false)) {
                problems.add((type.equals("SubNode") ? "Component" : "Metanode") + " '" + folderName(file) + "' (#" + id
                        + ") is not supported: expand it in KNIME, so that its nodes stand in the workflow itself");
                continue;
            }
            readNode(id, file, nodes);
        }
        nodes.sort(Comparator.comparingInt(WorkflowNode::id));
        return nodes;
    }

    private static String folderName(String file) {
        int slash = Math.max(file.indexOf('/'), file.indexOf('\\'));
        String folder = slash < 0 ? file : file.substring(0, slash);
        return folder.replaceFirst(" \\(#\\d+\\)$", "");
    }

    private void readNode(int id, String file, List<WorkflowNode> nodes) {
        try {
            Path path = directory.resolve(file.replace('\\', '/')).normalize();
            if (!path.startsWith(directory)) {
                throw new IOException("its settings file '" + file + "' lies outside of the workflow's directory");
            }
            NodeSettings settings = readXml(path);
            String factory = settings.getString("factory");
            String name = settings.getString("name", null);
            if (name == null || name.isBlank()) {
                name = settings.getString("node-name", folderName(file));
            }
            nodes.add(new WorkflowNode(id, name, factory, settings));
        } catch (IOException | InvalidSettingsException | InvalidPathException e) {
            String reason = e instanceof NoSuchFileException ? "file '" + file + "' is missing" : e.getMessage();
            problems.add("Node '" + folderName(file) + "' (#" + id + ") cannot be read: " + reason);
        }
    }

    private List<Connection> connections(NodeSettings entries, List<WorkflowNode> nodes)
            throws InvalidSettingsException {
        Set<Integer> ids = new HashSet<>();
        nodes.forEach(node -> ids.add(node.id()));
        List<Connection> connections = new ArrayList<>();
        Set<List<Integer>> destinations = new HashSet<>();
        for (String key : entries) {
            NodeSettings entry = entries.getNodeSettings(key);
            Connection connection = new Connection(
                    entry.getInt("sourceID"),
                    entry.getInt("sourcePort"),
                    entry.getInt("destID"),
                    entry.getInt("destPort"));
            if (!problems.isEmpty()) {
                continue;
            }
            if (!ids.contains(connection.sourceId()) || !ids.contains(connection.destinationId())) {
                problems.add("A connection leads from node " + connection.sourceId() + " to node "
                        + connection.destinationId() + ", but there is no such node");
            } else if (connection.destinationPort() > 0
                    && !destinations.add(List.of(connection.destinationId(), connection.destinationPort()))) {
                problems.add("Two connections end at input " + connection.destinationPort() + " of node "
                        + connection.destinationId());
            } else {
                connections.add(connection);
            }
        }
        checkCircles(ids, connections);
        return connections;
    }

    private void checkCircles(Set<Integer> ids, List<Connection> connections) {
        Map<Integer, Integer> inputs = new HashMap<>();
        ids.forEach(id -> inputs.put(id, 0));
        connections.forEach(c -> inputs.merge(c.destinationId(), 1, Integer::sum));
        List<Integer> ready =
                new ArrayList<>(ids.stream().filter(id -> inputs.get(id) == 0).toList());
        for (int i = 0; i < ready.size(); i++) {
            int id = ready.get(i);
            connections.stream()
                    .filter(c -> c.sourceId() == id)
                    .filter(c -> inputs.merge(c.destinationId(), -1, Integer::sum) == 0)
                    .forEach(c -> ready.add(c.destinationId()));
        }
        if (problems.isEmpty() && ready.size() < ids.size()) {
            List<Integer> rest =
                    ids.stream().filter(id -> !ready.contains(id)).sorted().toList();
            problems.add("The connections between nodes " + rest + " make a circle");
        }
    }

    private List<FlowVariable> variables(NodeSettings content) throws InvalidSettingsException {
        List<FlowVariable> variables = new ArrayList<>();
        if (content.containsKey("workflow_variables")) {
            NodeSettings entries = content.getNodeSettings("workflow_variables");
            for (String key : entries) {
                try {
                    variables.add(FlowVariable.load(entries.getNodeSettings(key)));
                } catch (InvalidSettingsException | IllegalArgumentException e) {
                    problems.add("Workflow variable '" + key + "' cannot be read: " + e.getMessage());
                }
            }
        }
        return variables;
    }
}
