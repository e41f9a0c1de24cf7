package org.tessera.workbench.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.tessera.workbench.kernel.NativeNode;

/** A node's settings are what KNIME saves and loads. */
final class ZooSettingsTest {

    private static NodeSettings knimeSettings() throws IOException {
        return (NodeSettings) Nodes.resource("zoo-settings.xml");
    }

    private static List<String> saved(final NativeNode node) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        node.saveSettings(settings);
        return Nodes.entries(settings);
    }

    @Test
    void saves_the_defaults_of_a_new_node_as_knime_does() throws IOException {
        assertEquals(Nodes.entries(knimeSettings()), saved(Nodes.create(new ZooNodeFactory())));
    }

    @Test
    void saves_what_it_loaded_from_knime() throws IOException, InvalidSettingsException {
        final NodeSettings settings = knimeSettings();
        settings.getNodeSettings("model").addInt("numberOfClusters", 7);
        settings.getNodeSettings("model").getNodeSettings("advanced").addDouble("tolerance", 0.5);
        settings.getNodeSettings("model").getNodeSettings("columns").addString("mode", "TYPE");
        assertEquals(Nodes.entries(settings), saved(Nodes.create(new ZooNodeFactory(), settings)));
    }

    @Test
    void refuses_a_setting_that_is_missing() throws IOException {
        final NodeSettings settings = knimeSettings();
        final InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> {
            settings.getNodeSettings("model").getNodeSettings("advanced").removeConfig("restarts");
            Nodes.create(new ZooNodeFactory(), settings);
        });
        assertTrue(e.getMessage().contains("restarts"), e.getMessage());
    }

    @Test
    void refuses_a_setting_of_another_type() throws IOException {
        final NodeSettings settings = knimeSettings();
        final InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> {
            settings.getNodeSettings("model").addString("numberOfClusters", "five");
            Nodes.create(new ZooNodeFactory(), settings);
        });
        assertTrue(e.getMessage().contains("numberOfClusters"), e.getMessage());
    }

    @Test
    void names_the_constants_when_a_setting_has_none_of_them() throws IOException {
        final NodeSettings settings = knimeSettings();
        final InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> {
            settings.getNodeSettings("model").addString("linkage", "SINGLE");
            Nodes.create(new ZooNodeFactory(), settings);
        });
        assertEquals("Invalid value 'SINGLE' of 'linkage'. Possible values: WARD, AVERAGE", e.getMessage());
    }

    @Test
    void has_the_ports_of_its_groups() {
        final ConfigurableNodeFactory<?> factory = new ZooNodeFactory();
        final PortsConfiguration ports =
                factory.createNodeCreationConfig().getPortConfig().orElseThrow();
        assertEquals(
                List.of(BufferedDataTable.TYPE, FlowVariablePortObject.TYPE, BufferedDataTable.TYPE),
                List.of(ports.getInputPorts()));
        assertEquals(List.of(BufferedDataTable.TYPE), List.of(ports.getOutputPorts()));
    }

    @Test
    void drops_ports_that_the_workflow_has_not() throws IOException, InvalidSettingsException {
        final NodeSettings settings = knimeSettings();
        final NodeSettings groups = settings.getNodeSettings("node_creation_config");
        groups.getNodeSettings("Preparation").removeConfig("port_0");
        groups.getNodeSettings("Candidates").removeConfig("port_0");
        final NativeNode node = Nodes.create(new ZooNodeFactory(), settings);
        assertEquals(1 + 1, node.inPortCount());
        assertEquals(Nodes.entries(settings), saved(node));
    }
}
