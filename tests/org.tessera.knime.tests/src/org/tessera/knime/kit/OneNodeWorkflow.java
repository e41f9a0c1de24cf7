package org.tessera.knime.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.core.runtime.Platform;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.tessera.workbench.batch.ArgumentParser;
import org.tessera.workbench.batch.BatchArguments;
import org.tessera.workbench.batch.NodeOptions;
import org.tessera.workbench.batch.UsageException;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeEnvironment;
import org.tessera.workbench.kernel.WorkflowSite;
import org.tessera.workbench.run.LoadedWorkflow;
import org.tessera.workbench.run.LoadedWorkflow.NodeLoader;
import org.tessera.workbench.run.NodeCatalog;
import org.tessera.workbench.workflow.Workflow;
import org.tessera.workbench.workflow.WorkflowException;
import org.tessera.workbench.workflow.WorkflowReader;

/** A workflow of one node, number 1, with its default settings, loaded as the batch application does. */
public final class OneNodeWorkflow {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static final String WORKFLOW = HEAD + """
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="workflow.knime">
                <entry key="version" type="xstring" value="5.1.0"/>
                <config key="nodes">
                    <config key="node_1">
                        <entry key="id" type="xint" value="1"/>
                        <entry key="node_settings_file" type="xstring" value="Node (#1)/settings.xml"/>
                        <entry key="node_is_meta" type="xboolean" value="false"/>
                        <entry key="node_type" type="xstring" value="NativeNode"/>
                    </config>
                </config>
                <config key="connections"/>
            </config>
            """;

    private final Path directory;
    private final NodeCatalog catalog = new NodeCatalog(Platform.getExtensionRegistry());
    private final String absent;

    private OneNodeWorkflow(Path directory, String absent) {
        this.directory = directory;
        this.absent = absent;
    }

    /** Writes the workflow into a folder. */
    public static OneNodeWorkflow of(NodeFactory<?> factory, Path directory) throws IOException {
        NodeSettings settings = new NodeSettings("settings.xml");
        try (NativeNode node = NodeRun.of(factory).node()) {
            node.saveSettings(settings);
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException("The defaults are not valid", e);
        }
        settings.addString("factory", factory.getClass().getName());
        settings.addString("name", factory.getNodeName());
        Path file = directory.resolve("Node (#1)").resolve("settings.xml");
        Files.createDirectories(file.getParent());
        settings.saveToXML(Files.newOutputStream(file));
        Files.writeString(directory.resolve("workflow.knime"), WORKFLOW);
        return new OneNodeWorkflow(directory, "");
    }

    /** The same workflow as an older version would have saved it: without a key. */
    public OneNodeWorkflow without(String key) {
        return new OneNodeWorkflow(directory, key);
    }

    /** All single values below "model", those of nested groups and arrays too. */
    public List<Leaf> leaves() throws InvalidSettingsException, WorkflowException {
        List<Leaf> leaves = new ArrayList<>();
        collect(WorkflowReader.read(directory).node(1).settings().getNodeSettings("model"), "", leaves);
        return leaves;
    }

    private static void collect(ConfigBase settings, String parent, List<Leaf> leaves) {
        for (String key : settings.keySet()) {
            AbstractConfigEntry entry = settings.getEntry(key);
            if (entry instanceof ConfigBase group) {
                collect(group, parent + key + "/", leaves);
            } else {
                String type = entry.getType().name().substring(1);
                leaves.add(new Leaf(parent + key, type.equals("string") ? "String" : type, entry.toStringValue()));
            }
        }
    }

    /**
     * Loads the workflow with options of the command line, and gives all values that the node's parameters have then by
     * their paths; empty if the node does not take them.
     *
     * @throws UsageException if the command line is refused
     */
    public Optional<Map<String, String>> load(List<String> options) throws UsageException, WorkflowException {
        List<String> line = new ArrayList<>(options);
        line.add("-workflowDir=" + directory);
        BatchArguments arguments = ArgumentParser.parse(line);
        Workflow workflow = WorkflowReader.read(directory);
        try {
            workflow.node(1).settings().getNodeSettings("model").removeConfig(absent);
            NativeNode[] loaded = new NativeNode[1];
            NodeLoader loader = node -> loaded[0] = create(node.factory(), node.settings());
            NodeOptions.apply(workflow, arguments.options(), loader);
            try (LoadedWorkflow all = LoadedWorkflow.load(workflow, loader, new WorkflowSite(directory))) {
                return all.size() == 1 ? Optional.of(values(loaded[0])) : Optional.empty();
            }
        } catch (WorkflowException e) {
            return Optional.empty();
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    private NativeNode create(String factory, NodeSettings settings) throws WorkflowException {
        try {
            return NativeNode.create(catalog.create(factory), settings, new NodeEnvironment("Node (#1)", directory));
        } catch (InvalidSettingsException e) {
            throw new WorkflowException(e.getMessage(), e);
        }
    }

    private static Map<String, String> values(NativeNode node) throws InvalidSettingsException {
        NodeSettings saved = new NodeSettings("settings.xml");
        node.saveSettings(saved);
        List<Leaf> leaves = new ArrayList<>();
        collect(saved.getNodeSettings("model"), "", leaves);
        Map<String, String> values = new TreeMap<>();
        leaves.forEach(leaf -> values.put(leaf.path(), leaf.value()));
        return values;
    }
}
