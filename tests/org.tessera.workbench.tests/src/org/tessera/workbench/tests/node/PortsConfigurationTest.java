package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.tessera.workbench.tests.node.TestNodes.GroupsFactory;

/** Groups of ports are configured, stored and read as KNIME does. */
class PortsConfigurationTest {
    private static final PortType TABLE = BufferedDataTable.TYPE;
    private static final PortType VARIABLE = FlowVariablePortObject.TYPE;

    // the groups of knime-samples/settings-zoo/ZooNodeFactory
    private static GroupsFactory zoo() {
        return new GroupsFactory() {
            @Override
            protected void declare(PortsConfigurationBuilder builder) {
                builder.addFixedInputPortGroup("Customers", TABLE);
                builder.addExtendableInputPortGroupWithDefault(
                        "Preparation", new PortType[0], new PortType[] {VARIABLE}, VARIABLE);
                builder.addExtendableInputPortGroupWithDefault(
                        "Candidates", new PortType[] {TABLE}, new PortType[] {TABLE}, TABLE);
                builder.addFixedOutputPortGroup("Result", TABLE);
            }
        };
    }

    private static ModifiablePortsConfiguration ports(ModifiableNodeCreationConfiguration config) {
        return config.getPortConfig().orElseThrow();
    }

    @Test
    void a_new_zoo_is_stored_as_knime_stored_it() throws Exception {
        NodeSettings knime = Samples.settings("settings-zoo.xml").getNodeSettings("node_creation_config");
        NodeSettings ours = new NodeSettings("settings.xml");
        zoo().createNodeCreationConfig().saveSettingsTo(ours);
        assertEquals(Samples.write(knime), Samples.write(ours.getNodeSettings("node_creation_config")));
    }

    @Test
    void ports_are_numbered_in_the_order_of_the_groups() {
        ModifiablePortsConfiguration ports = ports(zoo().createNodeCreationConfig());
        assertArrayEquals(new PortType[] {TABLE, VARIABLE, TABLE, TABLE}, ports.getInputPorts());
        assertArrayEquals(new PortType[] {TABLE}, ports.getOutputPorts());
    }

    @Test
    void a_removed_port_is_absent_and_what_follows_moves_up() throws Exception {
        NodeSettings stored = Samples.settings("settings-zoo.xml");
        stored.getNodeSettings("node_creation_config")
                .getNodeSettings("Preparation")
                .removeConfig("port_0");
        ModifiableNodeCreationConfiguration loaded = zoo().createNodeCreationConfig();
        loaded.loadSettingsFrom(stored);
        assertArrayEquals(new PortType[] {TABLE, TABLE, TABLE}, ports(loaded).getInputPorts());
    }

    @Test
    void settings_without_ports_leave_the_defaults() throws InvalidSettingsException {
        ModifiableNodeCreationConfiguration config = zoo().createNodeCreationConfig();
        config.loadSettingsFrom(new NodeSettings("settings.xml"));
        assertEquals(4, ports(config).getInputPorts().length);
    }

    @Test
    void a_stored_port_that_the_group_does_not_take_is_an_error() throws Exception {
        NodeSettings stored = Samples.settings("settings-zoo.xml");
        ImagePortObject.TYPE.save(stored.getNodeSettings("node_creation_config")
                .getNodeSettings("Preparation")
                .addNodeSettings("port_0"));
        InvalidSettingsException e = assertThrows(
                InvalidSettingsException.class,
                () -> zoo().createNodeCreationConfig().loadSettingsFrom(stored));
        assertEquals("Port group \"Preparation\" does not take ports of type \"Image\"", e.getMessage());
    }

    @Test
    void names_of_groups_are_unique() {
        GroupsFactory factory = new GroupsFactory() {
            @Override
            protected void declare(PortsConfigurationBuilder builder) {
                builder.addFixedInputPortGroup("Customers", TABLE);
                builder.addFixedOutputPortGroup("Customers", TABLE);
            }
        };
        assertThrows(IllegalArgumentException.class, factory::createNodeCreationConfig);
    }
}
