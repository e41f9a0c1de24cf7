package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.ports.ExtendablePortGroup;
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
                builder.addOptionalInputPortGroupWithDefault("Preparation", VARIABLE, VARIABLE);
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
        assertArrayEquals(new int[] {2, 3}, ports.getInputPortLocation().get("Candidates"));
        assertArrayEquals(new int[] {0}, ports.getOutputPortLocation().get("Result"));
        assertEquals(List.of("Customers", "Preparation", "Candidates", "Result"), ports.getPortGroupNames());
    }

    @Test
    void a_removed_group_is_absent_and_what_follows_moves_up() throws InvalidSettingsException {
        ModifiableNodeCreationConfiguration config = zoo().createNodeCreationConfig();
        ports(config).getExtendablePorts().get("Preparation").removeLastPort();
        NodeSettings stored = new NodeSettings("settings.xml");
        config.saveSettingsTo(stored);
        ModifiableNodeCreationConfiguration loaded = zoo().createNodeCreationConfig();
        loaded.loadSettingsFrom(stored);
        assertEquals(
                List.of("Customers", "Candidates"),
                List.copyOf(ports(loaded).getInputPortLocation().keySet()));
        assertArrayEquals(new int[] {1, 2}, ports(loaded).getInputPortLocation().get("Candidates"));
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
        InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> zoo().createNodeCreationConfig()
                .loadSettingsFrom(stored));
        assertEquals("Port group \"Preparation\" does not take ports of type \"Image\"", e.getMessage());
    }

    @Test
    void an_optional_group_takes_one_port_an_extendable_one_any_number() {
        ModifiablePortsConfiguration ports = ports(zoo().createNodeCreationConfig());
        ExtendablePortGroup candidates = ports.getExtendablePorts().get("Candidates");
        assertFalse(ports.getExtendablePorts().get("Preparation").canAddPort());
        assertTrue(candidates.canAddPort());
        candidates.addPort(TABLE);
        assertEquals(5, ports.getInputPorts().length);
        assertThrows(IllegalArgumentException.class, () -> candidates.removePort(0));
        assertEquals(TABLE, candidates.removePort(2));
    }

    @Test
    void a_copy_does_not_see_changes() {
        ModifiableNodeCreationConfiguration config = zoo().createNodeCreationConfig();
        ModifiableNodeCreationConfiguration copy = config.copy();
        ports(config).getExtendablePorts().get("Candidates").addPort(TABLE);
        assertEquals(4, ports(copy).getInputPorts().length);
    }

    @Test
    void bound_ports_follow_the_type_of_another_group() {
        GroupsFactory factory = new GroupsFactory() {
            @Override
            protected void declare(PortsConfigurationBuilder builder) {
                builder.addExchangeableInputPortGroup("Any", TABLE, TABLE, VARIABLE);
                builder.addBoundExtendableOutputPortGroupWithDefault("Same", "Any", 1, 1);
            }
        };
        ModifiablePortsConfiguration ports = ports(factory.createNodeCreationConfig());
        assertArrayEquals(new PortType[] {TABLE, TABLE}, ports.getOutputPorts());
        ModifiablePortsConfiguration copy = ports.copy();
        ports.getExchangeablePorts().get("Any").setSelectedPortType(VARIABLE);
        assertArrayEquals(new PortType[] {VARIABLE, VARIABLE}, ports.getOutputPorts());
        assertArrayEquals(new PortType[] {TABLE, TABLE}, copy.getOutputPorts());
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
