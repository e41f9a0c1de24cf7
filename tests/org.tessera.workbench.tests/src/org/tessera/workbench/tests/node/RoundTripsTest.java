package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.node.Nodes.AGES;
import static org.tessera.workbench.tests.node.Nodes.NONE;
import static org.tessera.workbench.tests.node.Nodes.TABLE;
import static org.tessera.workbench.tests.node.Nodes.UNKNOWN;
import static org.tessera.workbench.tests.node.Nodes.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeEnvironment;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.data.SharedSecrets;
import org.tessera.workbench.tests.node.TestNodes.Execute;
import org.tessera.workbench.tests.node.TestNodes.Model;

/** With round trips everything goes through bytes, and what gets lost on the way is an error of the node. */
class RoundTripsTest {
    private static final NodeEnvironment STRICT = new NodeEnvironment("Test (#1)", null, true);
    private static final PortType[] FORGETFUL = {PortTypeRegistry.getInstance().getPortType(Forgetful.class)};

    private final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();

    private static NativeNode node(Supplier<Model> models) throws InvalidSettingsException {
        return NativeNode.create(TestNodes.factory(models), null, STRICT);
    }

    private static NativeNode source(NodeEnvironment environment, PortType type, PortObject output)
            throws InvalidSettingsException {
        Execute execute = (m, o, e) -> new PortObject[] {output};
        NativeNode node =
                NativeNode.create(TestNodes.factory(NONE, new PortType[] {type}, UNKNOWN, execute), null, environment);
        node.configure(new PortObjectSpec[1]);
        return node;
    }

    private void assertFails(NativeNode node, String message) {
        assertEquals(NodeState.CONFIGURED, node.execute(new PortObject[1], monitor));
        assertEquals(message, node.message().getMessage());
    }

    @Test
    void a_node_sees_specs_and_tables_that_were_read_anew() throws InvalidSettingsException {
        List<Object> seen = new ArrayList<>();
        NativeNode node = node(() -> new Model(
                TABLE,
                TABLE,
                (m, specs) -> {
                    seen.add(specs[0]);
                    return specs;
                },
                (m, inputs, exec) -> {
                    seen.add(inputs[0]);
                    return inputs;
                }));
        BufferedDataTable table = table(SharedSecrets.contexts().create(monitor), AGES, 34, 51);
        assertEquals(NodeState.CONFIGURED, node.configure(new PortObjectSpec[] {null, table.getSpec()}));
        Object model = node.model();
        assertEquals(NodeState.EXECUTED, node.execute(new PortObject[] {null, table}, monitor));
        assertEquals(table.getSpec(), seen.get(0));
        assertNotSame(table.getSpec(), seen.get(0));
        assertNotSame(table, seen.get(1));
        assertNotSame(seen.get(1), node.outputs()[1]);
        assertEquals(2, ((BufferedDataTable) node.outputs()[1]).size());
        assertNotSame(model, node.model());
    }

    @Test
    void an_output_without_serializer_is_an_error_even_if_nothing_is_connected() throws InvalidSettingsException {
        assertFails(
                source(STRICT, PortObject.TYPE, new Unregistered()),
                "The node cannot be saved and opened again: No value present (no serializer registered for "
                        + Unregistered.class.getName() + ")");
        NativeNode open = source(Nodes.HERE, PortObject.TYPE, new Unregistered());
        assertEquals(NodeState.EXECUTED, open.execute(new PortObject[1], monitor));
    }

    @Test
    void an_object_that_loses_its_content_is_an_error() throws InvalidSettingsException {
        assertFails(
                source(STRICT, FORGETFUL[0], new Forgetful("hello", new Forgetful.Spec())),
                "The node cannot be saved and opened again: " + Forgetful.class.getName()
                        + " loses something when it is written and read: its entry 'text.txt' differs when the copy is"
                        + " written");
    }

    @Test
    void a_spec_that_loses_its_content_is_an_error_of_the_next_node() throws InvalidSettingsException {
        NativeNode node = node(() -> new Model(FORGETFUL, NONE, UNKNOWN, (m, o, e) -> null));
        assertEquals(NodeState.IDLE, node.configure(new PortObjectSpec[] {null, new Forgetful.Spec("en")}));
        String message = node.message().getMessage();
        assertTrue(message.startsWith("The spec at port 1 cannot be written and read: "), message);
        assertTrue(message.contains(Forgetful.Spec.class.getName() + " loses something"), message);
    }

    /** A model that loads another number than it has saved. */
    private static final class Drifting extends Model {
        Drifting() {
            super(NONE, NONE, UNKNOWN, (m, o, e) -> null);
        }

        @Override
        protected void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException {
            k = settings.getInt("k") + 1;
        }
    }

    @Test
    void settings_that_change_by_themselves_are_an_error() throws InvalidSettingsException {
        NativeNode node = node(Drifting::new);
        node.configure(new PortObjectSpec[1]);
        assertFails(
                node,
                "The node cannot be saved and opened again: The settings change when they are saved and loaded: <entry"
                        + " key=\"k\" type=\"xint\" value=\"5\"/> becomes <entry key=\"k\" type=\"xint\" value=\"6\"/>");
    }

    @Test
    void a_warning_survives_that_the_node_is_opened_again() throws InvalidSettingsException {
        NativeNode node = node(() -> new Model(NONE, NONE, UNKNOWN, (m, o, e) -> {
            m.warn("look here");
            return null;
        }));
        node.configure(new PortObjectSpec[1]);
        assertEquals(NodeState.EXECUTED, node.execute(new PortObject[1], monitor));
        assertEquals("look here", node.message().getMessage());
        assertSame(NodeState.EXECUTED, node.state());
    }
}
