package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.node.Nodes.AGES;
import static org.tessera.workbench.tests.node.Nodes.NONE;
import static org.tessera.workbench.tests.node.Nodes.TABLE;
import static org.tessera.workbench.tests.node.Nodes.UNKNOWN;
import static org.tessera.workbench.tests.node.Nodes.WORDS;
import static org.tessera.workbench.tests.node.Nodes.node;
import static org.tessera.workbench.tests.node.Nodes.spec;
import static org.tessera.workbench.tests.node.Nodes.table;
import static org.tessera.workbench.tests.node.Nodes.warning;
import static org.tessera.workbench.tests.node.Nodes.withSettings;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.NodeMessage.Type;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.tests.node.TestNodes.Execute;
import org.tessera.workbench.tests.node.TestNodes.Model;

/** Outputs are checked, and failures and warnings worded as KNIME does. */
class NodeOutcomesTest {
    private final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();

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
    void a_spec_of_another_class_at_an_input_is_named() throws InvalidSettingsException {
        NativeNode node = node(WORDS, NONE, UNKNOWN, (m, o, e) -> o);
        assertEquals(NodeState.IDLE, node.configure(new PortObjectSpec[] {null, AGES}));
        assertEquals(warning("Incompatible port spec, expected: Spec, actual: DataTableSpec"), node.message());
    }

    @Test
    void configure_shows_invalid_settings_as_a_warning_and_anything_else_as_an_error() throws InvalidSettingsException {
        NativeNode invalid = withSettings(5, (model, specs) -> {
            throw new InvalidSettingsException("k = 5, but only 3 rows");
        });
        assertEquals(NodeState.IDLE, invalid.configure(new PortObjectSpec[1]));
        assertEquals(warning("k = 5, but only 3 rows"), invalid.message());
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
            throw Message.fromSummaryWithResolution("too few rows", "lower k").toKNIMEException(null);
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
        assertEquals(warning("second"), warned.message());
        NativeNode empty = node(NONE, TABLE, UNKNOWN, (m, o, e) -> new PortObject[] {table(e, AGES)});
        empty.configure(new PortObjectSpec[1]);
        empty.execute(new PortObject[1], monitor);
        assertEquals(warning("Node created an empty data table."), empty.message());
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
        assertEquals(warning("configure"), node.message());
        node.execute(new PortObject[1], monitor);
        assertSame(NodeMessage.NONE, node.message());
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
    void an_error_after_a_cancel_counts_as_canceled() throws InvalidSettingsException {
        assertEquals(
                Type.WARNING,
                executing((m, o, e) -> {
                            monitor.setExecuteCanceled();
                            throw new IOException("stream closed");
                        })
                        .getMessageType());
    }
}
