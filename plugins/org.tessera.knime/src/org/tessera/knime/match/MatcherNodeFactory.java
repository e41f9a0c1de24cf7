package org.tessera.knime.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.charts.Migration;
import org.tessera.charts.Scripts;
import org.tessera.engine.data.Labels;
import org.tessera.engine.match.MatchOptions;
import org.tessera.engine.match.OptimalAssignment;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.LabeledTable;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.port.OwnColumns;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.view.web.PageView;

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
                            "How many customers of each earlier segment (rows) are in each of today's (columns).")
                    .addOutputPort(
                            "Migration chart",
                            "The shares of the earlier segments' customers in today's segments as a PNG image.",
                            ImagePortObject.TYPE))
            .model(m -> m.parametersClass(MatcherParameters.class)
                    .configure(MatcherNodeFactory::configure)
                    .execute(MatcherNodeFactory::execute))
            .addView(v -> PageView.declare(
                    v.withoutParameters(), MatchView.DESCRIPTION, (input, columns) -> MatchView.SETTINGS))
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
        }
        if (parameters.m_earlierColumn.isEmpty() || parameters.m_why) {
            earlier.requireFeatures(spec);
        }
        if (parameters.m_why) {
            present.requireFeatures(spec);
        }
        out.setOutSpec(0, AppendedColumns.spec(spec, MatchedCells.columns(spec, parameters.m_why)));
        out.setOutSpec(2, MatchTables.transitionSpec());
        out.setOutSpec(4, MatchView.IMAGE);
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
        ExecutionContext most = exec.createSubExecutionContext(0.4);
        MatchedCustomers customers = parameters.m_earlierColumn.isPresent()
                ? MatchedCustomers.byColumn(labeled, parameters.m_earlierColumn.get(), earlier, options, most)
                : MatchedCustomers.byPlace(labeled, earlier, options, most);
        List<String> names = names(
                earlier.labels(), port.model().labels(), customers.matching().identities());
        SegmentationModel named = port.model().withNames(names);
        MatchTables tables =
                new MatchTables(earlier.labels(), names, customers.matching().migration());
        Optional<MoveReasons> reasons = parameters.m_why
                ? Optional.of(MoveReasons.of(customers, labeled, earlier, named, exec.createSubExecutionContext(0.2)))
                : Optional.empty();
        MatchedCells cells = new MatchedCells(customers, earlier.labels(), named.labels(), reasons);
        out.setOutData(0, cells.behind(table, exec.createSubExecutionContext(0.1)));
        out.setOutData(1, new SegmentationModelPortObject(named));
        out.setOutData(2, tables.transitions(customers.matching().transitions(), exec));
        out.setOutData(3, tables.matrix(exec));
        Migration.Spec chart = MatchView.chart(earlier.labels(), names, customers.matching());
        out.setOutData(4, MatchView.image(chart, exec.createSubExecutionContext(0.05)));
        List<String> own = OwnColumns.names(table.getDataTableSpec(), port.getSpec(), choice.column()).stream()
                .filter(name -> !parameters.m_earlierColumn.filter(name::equals).isPresent())
                .toList();
        ExecutionContext rest = exec.createSubExecutionContext(0.15);
        out.setInternalData(MatchView.of(labeled, own, customers, chart, named, reasons, rest));
        List<String> warnings = new ArrayList<>(customers.warnings());
        warnings.add(Scripts.warning(List.of(chart)));
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

    /** The earlier names of segments that continue earlier ones; others keep theirs, unless an earlier one has it. */
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
                names[s] = !earlier.names().contains(name) && taken.add(name) ? name : null;
            }
        }
        return List.of(names);
    }
}
