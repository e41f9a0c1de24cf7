package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.NodeMessage.Type;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeEnvironment;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.data.SharedSecrets;
import org.tessera.workbench.tests.node.TestNodes.Configure;
import org.tessera.workbench.tests.node.TestNodes.Execute;
import org.tessera.workbench.tests.node.TestNodes.Model;

/** The kernel runs nodes, checks them and words their failures as KNIME does. */
class NativeNodeTest {
    private static final NodeEnvironment HERE = new NodeEnvironment("Test (#1)", Path.of("workflow"));
    private static final PortType[] NONE = {};
    private static final PortType[] TABLE = {BufferedDataTable.TYPE};
    private static final PortType[] WORDS = {PortTypeRegistry.getInstance().getPortType(Words.class)};
    private static final Configure UNKNOWN = (model, specs) -> null;
    private static final DataTableSpec AGES = spec("age");

    private final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();

    private static DataTableSpec spec(String... columns) {
        return new DataTableSpec(List.of(columns).stream()
                .map(name -> new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec())
                .toArray(DataColumnSpec[]::new));
    }

    private static BufferedDataTable table(ExecutionContext exec, DataTableSpec spec, double... values) {
        BufferedDataContainer container = exec.createDataContainer(spec);
        for (int i = 0; i < values.length; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new DoubleCell(values[i])));
        }
        container.close();
        return container.getTable();
    }

    private static NativeNode node(PortType[] in, PortType[] out, Configure configure, Execute execute)
            throws InvalidSettingsException {
        return NativeNode.create(TestNodes.factory(in, out, configure, execute), null, HERE);
    }

    private static NativeNode withSettings(int k, Configure configure) throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("settings.xml");
        settings.addNodeSettings("model").addInt("k", k);
        return NativeNode.create(TestNodes.factory(NONE, NONE, configure, (m, o, e) -> null), settings, HERE);
    }

    // the message of a source node whose execute does this
    private NodeMessage executing(Execute execute) throws InvalidSettingsException {
        NativeNode node = node(NONE, TABLE, UNKNOWN, execute);
        node.configure(new PortObjectSpec[1]);
        assertEquals(NodeState.CONFIGURED, node.execute(new PortObject[1], monitor));
        assertTrue(((Model) node.model()).wasReset, "a failed node is reset");
        assertNull(node.outputs()[1]);
        return node.message();
    }

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
                NodeMessage.newWarning(
                        "Errors overwriting node settings with flow variables: Unknown variable \"clusters\""),
                node.message());
        node.setInVariables(List.of(new FlowVariable("clusters", 9)));
        assertEquals(NodeState.CONFIGURED, node.configure(new PortObjectSpec[1]));
        assertEquals(9, ((Model) node.model()).k);
        node.setInVariables(List.of(new FlowVariable("clusters", -1)));
        assertEquals(NodeState.IDLE, node.configure(new PortObjectSpec[1]));
        assertEquals("k = -1: choose at least 1", node.message().getMessage());
    }

    @Test
    void pushed_variables_come_after_those_that_came_in() throws InvalidSettingsException {
        NativeNode node = withSettings(5, (model, specs) -> {
            model.push("k", model.peekFlowVariableInt("in") + 1);
            return null;
        });
        node.setInVariables(List.of(new FlowVariable("in", 1)));
        node.configure(new PortObjectSpec[1]);
        assertEquals(List.of(new FlowVariable("in", 1), new FlowVariable("k", 2)), node.outVariables());
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
    void a_spec_of_another_class_at_an_input_is_named() throws InvalidSettingsException {
        NativeNode node = node(WORDS, NONE, UNKNOWN, (m, o, e) -> o);
        assertEquals(NodeState.IDLE, node.configure(new PortObjectSpec[] {null, AGES}));
        assertEquals(
                NodeMessage.newWarning("Incompatible port spec, expected: Spec, actual: DataTableSpec"),
                node.message());
    }

    @Test
    void configure_shows_invalid_settings_as_a_warning_and_anything_else_as_an_error() throws InvalidSettingsException {
        NativeNode invalid = withSettings(5, (model, specs) -> {
            throw new InvalidSettingsException("k = 5, but only 3 rows");
        });
        assertEquals(NodeState.IDLE, invalid.configure(new PortObjectSpec[1]));
        assertEquals(NodeMessage.newWarning("k = 5, but only 3 rows"), invalid.message());
        NativeNode broken = withSettings(5, (model, specs) -> {
            throw new IllegalStateException("broken");
        });
        assertEquals(NodeState.IDLE, broken.configure(new PortObjectSpec[1]));
        assertEquals(NodeMessage.newError("Configure failed (IllegalStateException): broken"), broken.message());
    }

    @Test
    void failures_of_execute_are_worded_as_knime_does() throws InvalidSettingsException {
        assertEquals(NodeMessage.newError("k = 50, but only 20 rows"), executing((m, o, e) -> {
            throw new KNIMEException("k = 50, but only 20 rows");
        }));
        assertEquals(NodeMessage.newError("Execute failed: no such file"), executing((m, o, e) -> {
            throw new IOException("no such file");
        }));
        assertEquals(NodeMessage.newError("Execute failed: (\"NullPointerException\"): null"), executing((m, o, e) -> {
            throw new NullPointerException();
        }));
        assertEquals(NodeMessage.newError("Execute failed: Java heap space"), executing((m, o, e) -> {
            throw new OutOfMemoryError("Java heap space");
        }));
        NodeMessage resolved = executing((m, o, e) -> {
            throw Message.fromSummaryWithResolution("too few rows", "lower k").toKNIMEException();
        });
        assertEquals(List.of("lower k"), resolved.getResolutions());
    }

    @Test
    void outputs_must_be_there_and_of_their_type() throws InvalidSettingsException {
        assertEquals(
                NodeMessage.newError(
                        "Execute failed: Invalid result. Execution failed, reason: data at output 0 is null."),
                executing((m, o, e) -> new PortObject[1]));
        assertEquals(
                NodeMessage.newError("Execute failed: Invalid result. The execute method in \"Model\" returned 0"
                        + " outputs instead of 1."),
                executing((m, o, e) -> null));
        String wrong = executing((m, o, e) -> new PortObject[] {new Words("w", new Words.Spec("en"))})
                .getMessage();
        assertTrue(wrong.startsWith("Invalid output port object at port 1"), wrong);
    }

    @Test
    void a_table_must_have_the_columns_that_configure_promised() throws InvalidSettingsException {
        NativeNode node = node(NONE, TABLE, (m, s) -> new PortObjectSpec[] {spec("income")}, (m, o, e) ->
                new PortObject[] {table(e, AGES, 34)});
        node.configure(new PortObjectSpec[1]);
        assertEquals(NodeState.CONFIGURED, node.execute(new PortObject[1], monitor));
        String message = node.message().getMessage();
        assertTrue(message.startsWith("DataSpec generated by configure does not match spec after execution"), message);
        assertTrue(message.contains("income") && message.contains("age"), message);
    }

    @Test
    void the_last_warning_is_shown_and_an_empty_table_has_its_own() throws InvalidSettingsException {
        NativeNode warned = node(NONE, TABLE, UNKNOWN, (m, o, e) -> {
            m.warn("first");
            m.warn("second");
            return new PortObject[] {table(e, AGES)};
        });
        warned.configure(new PortObjectSpec[1]);
        assertEquals(NodeState.EXECUTED, warned.execute(new PortObject[1], monitor));
        assertEquals(NodeMessage.newWarning("second"), warned.message());
        NativeNode empty = node(NONE, TABLE, UNKNOWN, (m, o, e) -> new PortObject[] {table(e, AGES)});
        empty.configure(new PortObjectSpec[1]);
        empty.execute(new PortObject[1], monitor);
        assertEquals(NodeMessage.newWarning("Node created an empty data table."), empty.message());
    }

    @Test
    void a_warning_of_configure_is_gone_after_execute() throws InvalidSettingsException {
        NativeNode node = node(
                NONE,
                NONE,
                (m, s) -> {
                    m.warn("configure");
                    return null;
                },
                (m, o, e) -> null);
        node.configure(new PortObjectSpec[1]);
        assertEquals(NodeMessage.newWarning("configure"), node.message());
        node.execute(new PortObject[1], monitor);
        assertSame(NodeMessage.NONE, node.message());
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
    void an_object_without_serializer_fails_at_its_consumer() throws InvalidSettingsException {
        NativeNode node = node(new PortType[] {PortObject.TYPE}, NONE, UNKNOWN, (m, o, e) -> null);
        node.configure(new PortObjectSpec[] {null, new Words.Spec("en")});
        assertEquals(NodeState.CONFIGURED, node.execute(new PortObject[] {null, new Unregistered()}, monitor));
        String message = node.message().getMessage();
        assertTrue(
                message.startsWith("Unable to clone input data at port 1 (Generic Port): No value present"), message);
        assertTrue(message.contains(Unregistered.class.getName()), message);
    }

    @Test
    void a_row_issue_shows_the_cell() throws InvalidSettingsException {
        NativeNode node = node(TABLE, NONE, UNKNOWN, (m, o, e) -> {
            throw Message.fromRowIssue("Negative age", 0, 1, 0, "An age cannot be negative")
                    .toKNIMEException();
        });
        BufferedDataTable table = table(SharedSecrets.contexts().create(monitor), AGES, 34, -5, 51);
        node.configure(new PortObjectSpec[] {null, AGES});
        node.execute(new PortObject[] {null, table}, monitor);
        assertEquals("Negative age", node.message().getMessage());
        assertEquals(
                String.join(
                        "\n",
                        " RowID  | age   ",
                        "--------+--------",
                        " Row0   | 34.0  ",
                        " Row1   | -5.0  ",
                        "          ^^^^",
                        "An age cannot be negative",
                        ""),
                node.message().getIssue().orElseThrow());
    }

    @Test
    void cancelling_ends_the_node_with_a_warning_and_leaves_the_thread_usable() throws Exception {
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
        assertEquals(NodeMessage.newWarning("Execution canceled"), node.message());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void an_error_after_a_cancel_counts_as_cancelled() throws InvalidSettingsException {
        assertEquals(
                Type.WARNING,
                executing((m, o, e) -> {
                            monitor.setExecuteCanceled();
                            throw new IOException("stream closed");
                        })
                        .getMessageType());
    }

    @Test
    void the_environment_is_bound_while_the_node_runs() throws InvalidSettingsException {
        NativeNode node = node(
                NONE,
                NONE,
                (m, s) -> {
                    assertEquals(HERE, NodeEnvironment.current().orElseThrow());
                    return null;
                },
                (m, o, e) -> null);
        assertEquals(NodeState.CONFIGURED, node.configure(new PortObjectSpec[1]), () -> node.message()
                .toString());
        assertFalse(NodeEnvironment.current().isPresent());
    }

    @Test
    void reset_forgets_outputs_and_state() throws InvalidSettingsException {
        NativeNode node = node(NONE, TABLE, UNKNOWN, (m, o, e) -> new PortObject[] {table(e, AGES, 1)});
        node.configure(new PortObjectSpec[1]);
        node.execute(new PortObject[1], monitor);
        node.reset();
        assertEquals(NodeState.IDLE, node.state());
        assertNull(node.outputs()[1]);
        assertThrows(IllegalStateException.class, () -> node.execute(new PortObject[1], monitor));
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
