package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.node.Nodes.AGES;
import static org.tessera.workbench.tests.node.Nodes.HERE;
import static org.tessera.workbench.tests.node.Nodes.NONE;
import static org.tessera.workbench.tests.node.Nodes.TABLE;
import static org.tessera.workbench.tests.node.Nodes.UNKNOWN;
import static org.tessera.workbench.tests.node.Nodes.WORDS;
import static org.tessera.workbench.tests.node.Nodes.node;
import static org.tessera.workbench.tests.node.Nodes.table;
import static org.tessera.workbench.tests.node.Nodes.warning;
import static org.tessera.workbench.tests.node.Nodes.withSettings;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.data.SharedSecrets;
import org.tessera.workbench.tests.node.TestNodes.Execute;
import org.tessera.workbench.tests.node.TestNodes.Model;

/** The kernel creates, configures, executes, cancels and resets nodes. */
class NativeNodeTest {
    private final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();

    @Test
    void ports_count_from_the_flow_variable_port() throws InvalidSettingsException {
        NativeNode node = node(TABLE, WORDS, UNKNOWN, (m, o, e) -> null);
        assertEquals(2, node.inPortCount());
        assertEquals(2, node.outPortCount());
        assertEquals(FlowVariablePortObject.TYPE, node.inPortType(0));
        assertTrue(node.inPortType(0).isOptional());
        assertEquals("Variable Inport", node.inPortName(0));
        assertEquals("Table", node.inPortName(1));
        assertEquals(WORDS[0], node.outPortType(1));
    }

    @Test
    void settings_are_validated_then_loaded() throws InvalidSettingsException {
        NativeNode node = withSettings(7, UNKNOWN);
        assertEquals(7, ((Model) node.model()).k);
        NodeSettings saved = new NodeSettings("settings.xml");
        node.saveSettings(saved);
        assertEquals(7, saved.getNodeSettings("model").getInt("k"));
        InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> withSettings(0, UNKNOWN));
        assertEquals("k = 0: choose at least 1", e.getMessage());
    }

    @Test
    void a_variable_overrides_a_setting_before_configure() throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("settings.xml");
        settings.addNodeSettings("model").addInt("k", 5);
        settings.addNodeSettings("variables")
                .addNodeSettings("tree")
                .addNodeSettings("k")
                .addString("used_variable", "clusters");
        NativeNode node = NativeNode.create(TestNodes.factory(NONE, NONE, UNKNOWN, (m, o, e) -> null), settings, HERE);
        assertEquals(NodeState.IDLE, node.configure(new PortObjectSpec[1]));
        assertEquals(
                warning("Errors overwriting node settings with flow variables: Unknown variable \"clusters\""),
                node.message());
        node.setInVariables(List.of(new FlowVariable("clusters", 9)));
        assertEquals(NodeState.CONFIGURED, node.configure(new PortObjectSpec[1]));
        assertEquals(9, ((Model) node.model()).k);
        node.setInVariables(List.of(new FlowVariable("clusters", -1)));
        assertEquals(NodeState.IDLE, node.configure(new PortObjectSpec[1]));
        assertEquals("k = -1: choose at least 1", node.message().getMessage());
    }

    @Test
    void a_missing_required_input_keeps_the_node_idle_without_a_message() throws InvalidSettingsException {
        NativeNode node = node(TABLE, TABLE, UNKNOWN, (m, o, e) -> o);
        assertEquals(NodeState.IDLE, node.configure(new PortObjectSpec[2]));
        assertSame(NodeMessage.NONE, node.message());
    }

    @Test
    void an_optional_input_may_stay_unconnected() throws InvalidSettingsException {
        PortType[] optional = {PortTypeRegistry.getInstance().getPortType(Words.class, true)};
        NativeNode node = node(optional, NONE, (model, specs) -> specs[0] == null ? null : specs, (m, o, e) -> {
            assertNull(o[0]);
            return null;
        });
        assertEquals(NodeState.CONFIGURED, node.configure(new PortObjectSpec[2]));
        assertEquals(NodeState.EXECUTED, node.execute(new PortObject[2], monitor));
    }

    @Test
    void each_consumer_gets_its_own_copy_and_a_table_as_it_is() throws InvalidSettingsException {
        Words words = new Words("hello", new Words.Spec("en"));
        Execute pass = (m, o, e) -> o;
        NativeNode consumer = node(WORDS, WORDS, (m, s) -> s, pass);
        consumer.configure(new PortObjectSpec[] {null, words.getSpec()});
        assertEquals(NodeState.EXECUTED, consumer.execute(new PortObject[] {null, words}, monitor));
        assertNotSame(words, consumer.outputs()[1]);
        assertEquals("hello", ((Words) consumer.outputs()[1]).text());
        BufferedDataTable table = table(SharedSecrets.contexts().create(monitor), AGES, 34);
        NativeNode tables = node(TABLE, TABLE, (m, s) -> s, pass);
        tables.configure(new PortObjectSpec[] {null, AGES});
        tables.execute(new PortObject[] {null, table}, monitor);
        assertSame(table, tables.outputs()[1]);
        assertEquals(table.getDataTableSpec(), tables.outSpecs()[1]);
    }

    @Test
    void canceling_ends_the_node_with_a_warning_and_leaves_the_thread_usable() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        NativeNode node = node(NONE, NONE, UNKNOWN, (m, o, e) -> {
            started.countDown();
            while (true) {
                e.checkCanceled();
                Thread.onSpinWait();
            }
        });
        node.configure(new PortObjectSpec[1]);
        Thread other = new Thread(() -> {
            try {
                started.await();
                node.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();
        assertEquals(NodeState.CONFIGURED, node.execute(new PortObject[1], monitor));
        other.join();
        assertEquals(warning("Execution canceled"), node.message());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void ports_connect_when_one_type_is_a_supertype_of_the_other() {
        assertTrue(NativeNode.canConnect(PortObject.TYPE, WORDS[0]));
        assertTrue(NativeNode.canConnect(WORDS[0], PortObject.TYPE));
        assertFalse(NativeNode.canConnect(WORDS[0], TABLE[0]));
    }

    @Test
    void reopening_hands_over_to_a_new_model_with_the_same_settings() throws Exception {
        NativeNode node = withSettings(7, UNKNOWN);
        node.configure(new PortObjectSpec[1]);
        node.execute(new PortObject[1], monitor);
        Object before = node.model();
        node.reopen();
        assertNotSame(before, node.model());
        assertEquals(7, ((Model) node.model()).k);
    }
}
