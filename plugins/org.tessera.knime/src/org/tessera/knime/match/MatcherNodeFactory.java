package org.tessera.knime.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.engine.data.Labels;
import org.tessera.engine.match.MatchOptions;
import org.tessera.engine.match.Migration;
import org.tessera.engine.match.OptimalAssignment;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.LabeledTable;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;

/** The Segment Matcher: finds the segments of an earlier segmentation again in a new one. */
public final class MatcherNodeFactory extends DefaultNodeFactory {

    private static final int EARLIER = 1;
    private static final int PRESENT = 2;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Segment Matcher")
            .icon("../icons/matcher.png")
            .shortDescription(
                    "Matches segments with earlier ones: which stayed, split, merged, appeared or vanished, and who"
                            + " moved.")
            .fullDescription(NodeTexts.text("matcher"))
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable(
                            "Customers with segment",
                            "Today's customers with the segments of the new model, and the columns on which the earlier"
                                    + " model was made.")
                    .addInputPort(
                            "Earlier model",
                            "The segmentation that is to be found again, for example last quarter's, from a Model"
                                    + " Reader.",
                            SegmentationModelPortObject.type())
                    .addInputPort(
                            "New model",
                            "Today's segmentation, from which the customers have their segments.",
                            SegmentationModelPortObject.type())
                    .addOutputTable(
                            "Customers with matched segments",
                            "The same rows and columns in the same order, with each customer's earlier segment, today's"
                                    + " segment by its matched name, and whether the customer moved to another segment.")
                    .addOutputPort(
                            "Model with matched names",
                            "Today's segmentation, in which segments that continue earlier ones have their names.",
                            SegmentationModelPortObject.type())
                    .addOutputTable(
                            "Matches",
                            "One row per thing that happened: the segments, their customers and shares then and today,"
                                    + " the share of common customers, the probability that chance gives as many, how"
                                    + " far the mean moved, and a sentence.")
                    .addOutputTable(
                            "Migration matrix",
                            "How many customers of each earlier segment (rows) are in each of today's (columns)."))
            .model(m -> m.parametersClass(MatcherParameters.class)
                    .configure(MatcherNodeFactory::configure)
                    .execute(MatcherNodeFactory::execute))
            .nodeType(NodeType.Other)
            .keywords(
                    "migration",
                    "transition",
                    "drift",
                    "compare segmentations",
                    "monitor",
                    "churn",
                    "quarter",
                    "Hungarian method",
                    "segmentation")
            .addExternalResource(
                    "https://doi.org/10.1145/1150402.1150491",
                    "Spiliopoulou, Ntoutsi, Theodoridis and Schult: MONIC (2006)")
            .addExternalResource("https://doi.org/10.1002/nav.3800020109", "Kuhn: The Hungarian method (1955)");

    /** The node. */
    public MatcherNodeFactory() {
        super(NODE);
    }

    static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        MatcherParameters parameters = in.getParameters();
        DataTableSpec spec = in.getInTableSpec(0);
        SegmentationModelPortObjectSpec earlier = in.getInPortSpec(EARLIER);
        SegmentationModelPortObjectSpec present = in.getInPortSpec(PRESENT);
        present.segmentColumnOf(spec, parameters.m_segmentColumn);
        if (parameters.m_earlierColumn.isPresent()) {
            SegmentColumnChoice.index(spec, parameters.m_earlierColumn.get());
        } else {
            earlier.requireFeatures(spec);
        }
        out.setOutSpec(0, AppendedColumns.spec(spec, columns(spec, SegmentColumn::spec, SegmentColumn::spec)));
        out.setOutSpec(2, MatchTables.transitionSpec());
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        MatcherParameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(0);
        SegmentationModelPortObject port = in.getInPortObject(PRESENT);
        SegmentationModelPortObject earlierPort = in.getInPortObject(EARLIER);
        ExecutionContext exec = in.getExecutionContext();
        SegmentationModel earlier = earlierPort.model();
        SegmentColumnChoice choice = EngineRun.read(
                () -> port.getSpec().segmentColumnOf(table.getDataTableSpec(), parameters.m_segmentColumn));
        LabeledTable labeled =
                LabeledTable.read(table, choice, Optional.of(port.model()), exec.createSubExecutionContext(0.1));
        MatchOptions options = parameters.toOptions();
        ExecutionContext most = exec.createSubExecutionContext(0.7);
        MatchedCustomers customers = parameters.m_earlierColumn.isPresent()
                ? MatchedCustomers.byColumn(labeled, parameters.m_earlierColumn.get(), earlier, options, most)
                : MatchedCustomers.byPlace(labeled, earlier, options, most);
        List<String> names = names(
                earlier.labels(), port.model().labels(), customers.matching().identities());
        SegmentationModel named = port.model().withNames(names);
        MatchTables tables =
                new MatchTables(earlier.labels(), names, customers.matching().migration());
        out.setOutData(0, customers(table, customers, earlier.labels(), named.labels(), exec));
        out.setOutData(1, new SegmentationModelPortObject(named));
        out.setOutData(2, tables.transitions(customers.matching().transitions(), exec));
        out.setOutData(3, tables.matrix(exec));
        List<String> warnings = new ArrayList<>(customers.warnings());
        warnings.add(0, labeled.choiceWarning());
        warnings.add(unmatched(customers));
        NodeTexts.warn(out, warnings.toArray(String[]::new));
    }

    private static String unmatched(MatchedCustomers customers) {
        boolean none = Arrays.stream(customers.matching().identities()).allMatch(i -> i == OptimalAssignment.NONE);
        return none
                ? "None of today's segments continues an earlier one: no two have more of the "
                        + NodeTexts.count(customers.matching().migration().known(), "known customer")
                        + " in common than chance gives. With few customers, connect more of them."
                : "";
    }

    /** The earlier names of segments that continue earlier ones; others keep theirs, unless it is taken. */
    private static List<String> names(Labels earlier, Labels present, int[] identities) {
        String[] names = new String[identities.length];
        Set<String> taken = new HashSet<>();
        for (int s = 0; s < names.length; s++) {
            if (identities[s] != OptimalAssignment.NONE) {
                String name = earlier.nameOf(identities[s]);
                int number = Labels.number(name);
                names[s] = number == 0 || number == s + 1 ? name : "Formerly " + name;
                taken.add(names[s]);
            }
        }
        for (int s = 0; s < names.length; s++) {
            for (String name = present.nameOf(s); names[s] == null; name = "New " + name) {
                names[s] = taken.add(name) ? name : null;
            }
        }
        return List.of(names);
    }

    private static List<DataColumnSpec> columns(
            DataTableSpec spec, Function<String, DataColumnSpec> earlier, Function<String, DataColumnSpec> present) {
        return List.of(
                earlier.apply(DataTableSpec.getUniqueColumnName(spec, "Earlier segment")),
                present.apply(DataTableSpec.getUniqueColumnName(spec, "Matched segment")),
                SmallTable.flag(DataTableSpec.getUniqueColumnName(spec, "Moved")));
    }

    private static BufferedDataTable customers(
            BufferedDataTable table, MatchedCustomers customers, Labels earlier, Labels present, ExecutionContext exec)
            throws CanceledExecutionException {
        DataTableSpec spec = table.getDataTableSpec();
        List<DataColumnSpec> columns =
                columns(spec, name -> SegmentColumn.spec(name, earlier), name -> SegmentColumn.spec(name, present));
        IntFunction<DataCell> before = SegmentColumn.cells(earlier);
        IntFunction<DataCell> now = SegmentColumn.cells(present);
        int[] identities = customers.matching().identities();
        DataCell missing = DataType.getMissingCell();
        return AppendedColumns.append(
                table,
                columns,
                row -> customers
                        .indexOf((int) row)
                        .map(i -> {
                            int from = customers.earlier()[i];
                            int to = customers.present().at(i);
                            DataCell moved = from == Migration.NEW
                                    ? missing
                                    : BooleanCell.get(from != (to < 0 ? to : identities[to]));
                            return new DataCell[] {
                                from == Migration.NEW ? missing : before.apply(from), now.apply(to), moved
                            };
                        })
                        .orElseGet(() -> new DataCell[] {missing, missing, missing}),
                exec.createSubExecutionContext(0.1));
    }
}
