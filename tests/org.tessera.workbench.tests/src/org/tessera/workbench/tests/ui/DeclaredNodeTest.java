package org.tessera.workbench.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeState;

/** A declared node configures and executes. */
final class DeclaredNodeTest {

    static final class Factory extends DefaultNodeFactory {
        Factory(final DefaultNode node) {
            super(node);
        }
    }

    static final class Parameters implements NodeParameters {
        int m_columns;
        int m_limit = 3;

        Parameters() {}

        Parameters(final NodeParametersInput input) {
            m_columns =
                    input.getInTableSpec(0).map(DataTableSpec::getNumColumns).orElse(-1);
        }

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_limit < 1) {
                throw new InvalidSettingsException("limit = " + m_limit + ", but it has to be at least 1.");
            }
        }
    }

    private static DefaultNodeFactory factory(final Function<RequireModelParameters, DefaultModel> model) {
        return new Factory(DefaultNode.create()
                .name("Test")
                .icon("test.png")
                .shortDescription("Tests.")
                .fullDescription("Tests.")
                .sinceVersion(5, 8, 0)
                .ports(ports -> ports.addInputTable("In", "A table.").addOutputTable("Out", "A table."))
                .model(model));
    }

    private static DefaultNodeFactory passing() {
        return factory(model -> model.parametersClass(Parameters.class)
                .configure((in, out) -> {
                    out.setOutSpec(0, in.getInPortSpec(0));
                })
                .execute((in, out) -> {
                    out.setOutData(0, in.getInTable(0));
                    out.setInternalData(in.getInTable(0), in.getInTable(0));
                    out.setWarningMessage("first");
                    out.setWarningMessage("executed for " + parameters(in.getParameters()));
                }));
    }

    private static String parameters(final Parameters parameters) {
        return parameters.m_columns + " columns";
    }

    private static NativeNode configured(final NodeFactory<?> factory) {
        final NativeNode node = Nodes.create(factory);
        node.configure(new PortObjectSpec[] {null, Nodes.SPEC});
        return node;
    }

    private static NativeNode executed(final NodeFactory<?> factory, final BufferedDataTable table) {
        final NativeNode node = configured(factory);
        assertEquals(NodeState.CONFIGURED, node.state(), node.message().getMessage());
        node.execute(new PortObject[] {null, table}, new DefaultNodeProgressMonitor());
        return node;
    }

    @Test
    void configures_with_defaults_for_the_first_input_only() throws InvalidSettingsException {
        final NativeNode node = configured(passing());
        assertSame(Nodes.SPEC, node.outSpecs()[1]);
        node.configure(new PortObjectSpec[] {null, new DataTableSpec()});
        final NodeSettings settings = new NodeSettings("settings.xml");
        node.saveSettings(settings);
        assertEquals(3, settings.getNodeSettings("model").getInt("columns"));
    }

    @Test
    void executes_and_keeps_data_for_the_view() {
        final BufferedDataTable table = Nodes.table(34, 51);
        final NativeNode node = executed(passing(), table);
        assertEquals(NodeState.EXECUTED, node.state(), node.message().getMessage());
        assertEquals("executed for 3 columns", node.message().getMessage());
        assertEquals(2, ((BufferedDataTable) node.outputs()[1]).size());
        final PortObjectHolder holder = (PortObjectHolder) node.model();
        assertEquals(2, holder.getInternalPortObjects().length);
    }

    @Test
    void fails_when_an_output_does_not_exist() {
        final NativeNode node = executed(
                factory(model -> model.withoutParameters()
                        .configure((in, out) -> out.setOutSpec(0, in.getInPortSpec(0)))
                        .execute((in, out) -> out.setOutData(1, in.getInPortObject(0)))),
                Nodes.table(1));
        assertTrue(node.state() != NodeState.EXECUTED);
        assertTrue(
                node.message().getMessage().contains("no output port 1"),
                node.message().getMessage());
    }

    @Test
    void fails_when_an_output_is_not_set() {
        final NativeNode node = executed(
                factory(model -> model.withoutParameters()
                        .configure((in, out) -> out.setOutSpec(0, in.getInPortSpec(0)))
                        .execute((in, out) -> assertNotNull(in.getInPortObject(0)))),
                Nodes.table(1));
        assertEquals(NodeState.CONFIGURED, node.state());
        assertEquals(
                "Execute failed: Invalid result. Execution failed, reason: data at output 0 is null.",
                node.message().getMessage());
    }

    @Test
    void the_last_one_counts_when_an_output_is_set_twice() {
        final NativeNode node = executed(
                factory(model -> model.withoutParameters()
                        .configure((in, out) -> {
                            out.setOutSpec(0, new DataTableSpec());
                            out.setOutSpec(0, in.getInPortSpec(0));
                        })
                        .execute((in, out) -> {
                            out.setOutData(0, Nodes.table(1, 2, 3));
                            out.setOutData(0, in.getInPortObject(0));
                        })),
                Nodes.table(1));
        assertEquals(NodeState.EXECUTED, node.state(), node.message().getMessage());
        assertEquals(1, ((BufferedDataTable) node.outputs()[1]).size());
    }

    @Test
    void an_output_without_spec_is_known_once_it_has_run() {
        final NativeNode node = executed(
                factory(model -> model.withoutParameters()
                        .configure((in, out) -> assertEquals(Nodes.SPEC, in.getInTableSpec(0)))
                        .execute((in, out) -> out.setOutData(0, in.getInPortObject(0)))),
                Nodes.table(1));
        assertEquals(NodeState.EXECUTED, node.state(), node.message().getMessage());
        assertEquals(
                List.of(Nodes.SPEC.getColumnNames()), List.of(((DataTableSpec) node.outSpecs()[1]).getColumnNames()));
    }

    @Test
    void fails_when_a_table_has_other_columns_than_configured() {
        final NativeNode node = executed(
                factory(model -> model.withoutParameters()
                        .configure((in, out) -> out.setOutSpec(0, new DataTableSpec(Nodes.SPEC.getColumnSpec(0))))
                        .execute((in, out) -> out.setOutData(0, in.getInPortObject(0)))),
                Nodes.table(1));
        assertEquals(NodeState.CONFIGURED, node.state());
        final String message = node.message().getMessage();
        final String name = Nodes.SPEC.getColumnSpec(0).getName();
        assertTrue(
                message.startsWith("DataSpec generated by configure does not match spec after execution (output port"
                        + " 1): configured [" + name + " ("),
                message);
    }

    @Test
    void stays_idle_with_the_message_of_invalid_settings() {
        final NativeNode node = configured(factory(model -> model.withoutParameters()
                .configure((in, out) -> {
                    throw new InvalidSettingsException("No column.");
                })
                .execute((in, out) -> out.setOutData(0, in.getInPortObject(0)))));
        assertEquals(NodeState.IDLE, node.state());
        assertEquals("No column.", node.message().getMessage());
    }

    @Test
    void validates_loaded_parameters() {
        final NodeSettings settings = new NodeSettings("settings.xml");
        Nodes.create(passing()).saveSettings(settings);
        final InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> {
            settings.getNodeSettings("model").addInt("limit", 0);
            Nodes.create(passing(), settings);
        });
        assertEquals("limit = 0, but it has to be at least 1.", e.getMessage());
    }

    @Test
    void rearranges_the_columns_of_one_table() {
        final NativeNode node = executed(
                factory(model -> model.withoutParameters().rearrangeColumns((in, out) -> {
                    final ColumnRearranger rearranger = new ColumnRearranger(in.getDataTableSpec());
                    rearranger.append(Nodes.constants("new", 7));
                    out.setColumnRearranger(rearranger);
                })),
                Nodes.table(34, 51));
        assertEquals(NodeState.EXECUTED, node.state(), node.message().getMessage());
        assertEquals(4, ((DataTableSpec) node.outSpecs()[1]).getNumColumns());
        assertEquals(2, ((BufferedDataTable) node.outputs()[1]).size());
    }

    @Test
    void refuses_to_rearrange_without_a_rearranger() {
        final NativeNode node = configured(
                factory(model -> model.withoutParameters().rearrangeColumns((in, out) -> in.getDataTableSpec())));
        assertEquals(NodeState.IDLE, node.state());
        assertEquals("The node has set no column rearranger.", node.message().getMessage());
    }
}
