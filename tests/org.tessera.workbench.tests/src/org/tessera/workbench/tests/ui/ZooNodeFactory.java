package org.tessera.workbench.tests.ui;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;

/** A node with every common kind of setting and of port group; zoo-settings.xml is what KNIME 5.9.0 saved of it. */
final class ZooNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Settings Zoo")
            .icon("zoo.png")
            .shortDescription("Keeps settings.")
            .fullDescription("Keeps one setting of <b>every</b> kind.")
            .sinceVersion(5, 8, 0)
            .dynamicPorts(ports -> ports.addInputPortGroup(
                            "Customers",
                            group -> group.name("Customers")
                                    .description("The customers.")
                                    .fixed(BufferedDataTable.TYPE))
                    .addInputPortGroup(
                            "Preparation",
                            group -> group.name("Preparation")
                                    .description("How they were prepared.")
                                    .extendable()
                                    .supportedTypes(FlowVariablePortObject.TYPE)
                                    .defaultNonFixedTypes(FlowVariablePortObject.TYPE))
                    .addInputPortGroup(
                            "Candidates",
                            group -> group.name("Candidates")
                                    .description("Tables to choose from.")
                                    .extendable()
                                    .supportedTypes(BufferedDataTable.TYPE)
                                    .defaultNonFixedTypes(BufferedDataTable.TYPE))
                    .addOutputPortGroup(
                            "Result",
                            group -> group.name("Result")
                                    .description("The customers again.")
                                    .fixed(BufferedDataTable.TYPE)))
            .model(model -> model.parametersClass(Parameters.class)
                    .configure((in, out) -> out.setOutSpec(0, in.getInPortSpec(0)))
                    .execute((in, out) -> out.setOutData(0, in.getInPortObject(0))))
            .nodeType(NodeType.Manipulator);

    ZooNodeFactory() {
        super(NODE);
    }

    enum Linkage {
        @Label("Ward")
        WARD,
        @Label("Average")
        AVERAGE
    }

    static final class Details implements NodeParameters {

        @Widget(title = "Restarts", description = "How often to start.")
        int m_restarts = 10;

        @Widget(title = "Tolerance", description = "When to stop.")
        double m_tolerance = 1e-6;
    }

    static final class Parameters implements NodeParameters {

        @Widget(title = "Clusters", description = "How many.")
        int m_numberOfClusters = 5;

        @Widget(title = "Seed", description = "Where random numbers begin.")
        long m_seed = 42L;

        @Widget(title = "Flag", description = "On or off.")
        boolean m_flag = true;

        @Widget(title = "Name", description = "The name of a column.")
        String m_columnName = "Segment";

        @Widget(title = "Nothing", description = "No text.")
        String m_nothing = null;

        @Widget(title = "Linkage", description = "How groups are joined.")
        @ValueSwitchWidget
        Linkage m_linkage = Linkage.WARD;

        @Widget(title = "Columns", description = "What to use.")
        @ChoicesProvider(DoubleColumnsProvider.class)
        ColumnFilter m_columns = new ColumnFilter();

        @Widget(title = "Names", description = "Some names.")
        String[] m_names = {"a", "b"};

        Details m_advanced = new Details();
    }
}
