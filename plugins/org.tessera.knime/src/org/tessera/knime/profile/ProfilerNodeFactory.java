package org.tessera.knime.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
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
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentNames;
import org.tessera.engine.profile.SegmentTree;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.FeatureReader;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.LabeledTable;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.port.OwnColumns;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.port.SourceColumns;
import org.tessera.knime.view.web.PageView;
import org.tessera.knime.view.web.Subject;

/** The Segment Profiler: describes segments by the customers' own columns in their original units. */
public final class ProfilerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Segment Profiler")
            .icon("../icons/profiler.png")
            .shortDescription(
                    "Describes each segment by the customers' own columns: distinguishing features, a sentence"
                            + " and a rule.")
            .fullDescription(NodeTexts.text("profiler"))
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable(
                            "Customers with segment",
                            "Customers with their own columns and their segments, for example from the Best"
                                    + " Segmentation Selector or a clustering node.")
                    .addInputPort(
                            "Segmentation Model",
                            "The model that produced the segments.",
                            SegmentationModelPortObject.type())
                    .addOutputTable(
                            "Overview",
                            "One row per column (for categories: per category that matters), the column that separates the"
                                    + " segments most first, and one column per segment by its name, beside one of all"
                                    + " customers: averages in own units and shares, rounded.")
                    .addOutputTable(
                            "Profile",
                            "One row per segment and column (for categories: per category), the strongest column"
                                    + " first, comparing the segment with all customers. If dates or times of day are"
                                    + " among the columns, four further columns at the end show them as such: earliest,"
                                    + " median, latest, and the median of all customers.")
                    .addOutputTable(
                            "Drivers",
                            "One row per column, the column that separates the segments most first, with its role in the"
                                    + " segmentation, the stronger column that says the same, and what to know before it"
                                    + " is read as a reason.")
                    .addOutputTable(
                            "Descriptions",
                            "One row per segment: name, customers, share, a sentence, and a rule with its coverage and"
                                    + " precision among customers held out.")
                    .addOutputPort(
                            "Model with names",
                            "The Segmentation Model with the names of its segments, for the Segment Assigner, Segment View and others.",
                            SegmentationModelPortObject.type())
                    .addOutputTable(
                            "Tree",
                            "One row per leaf of one tree for all segments: its rule, its segment, and how often it is"
                                    + " right among customers held out; the last row is the whole tree."))
            .model(m -> m.parametersClass(ProfilerParameters.class)
                    .configure(ProfilerNodeFactory::configure)
                    .execute(ProfilerNodeFactory::execute))
            .addView(v -> PageView.declare(
                    v.withoutParameters(), ProfileView.DESCRIPTION, (input, columns) -> ProfileView.SETTINGS))
            .nodeType(NodeType.Other)
            .keywords(
                    "profile",
                    "describe",
                    "interpret",
                    "explain",
                    "persona",
                    "drivers",
                    "rule",
                    "decision tree",
                    "segmentation",
                    "effect size",
                    "cluster")
            .addExternalResource(
                    "https://doi.org/10.1037/0033-2909.112.1.155", "Cohen: A power primer, on effect sizes (1992)")
            .addExternalResource(
                    "https://doi.org/10.1016/j.jkss.2012.10.002",
                    "Bergsma: A bias-correction for Cramér's V and Tschuprow's T (2013)")
            .addExternalResource(
                    "https://doi.org/10.1613/jair.227", "Webb: OPUS, on the exhaustive search for rules (1995)");

    /** The node. */
    public ProfilerNodeFactory() {
        super(NODE);
    }

    static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        SegmentationModelPortObjectSpec model = in.getInPortSpec(1);
        DataTableSpec spec = in.getInTableSpec(0);
        ProfilerParameters parameters = in.getParameters();
        String segment = model.segmentColumnOf(spec, parameters.m_segmentColumn).column();
        List<String> columns = columns(spec, model, segment, parameters);
        out.setOutSpec(0, null);
        out.setOutSpec(1, ProfileTables.profileSpec(hasTimes(spec, columns, model)));
        out.setOutSpec(2, ProfileTables.driversSpec());
        out.setOutSpec(3, ProfileTables.descriptionsSpec());
        out.setOutSpec(4, model.withoutNames());
        out.setOutSpec(5, TreeTable.spec());
    }

    private static List<String> columns(
            DataTableSpec spec, SegmentationModelPortObjectSpec model, String segment, ProfilerParameters parameters)
            throws InvalidSettingsException {
        String[] missing = parameters.m_columns.getMissingSelected(CustomerReader.usable(spec));
        if (missing.length > 0) {
            throw Failures.refusal(
                    "Column '" + missing[0] + "' is selected, but is not in the table or holds no numbers, dates,"
                            + " times, texts or Booleans",
                    "select the columns again");
        }
        List<DataColumnSpec> own = OwnColumns.of(spec, model, segment);
        List<String> columns = List.of(parameters.m_columns.filter(own));
        if (columns.isEmpty()) {
            throw Failures.refusal(
                    "No column is left to describe the segments by",
                    "select at least one column of numbers, dates, times, texts or Booleans beside features and"
                            + " segments");
        }
        return columns;
    }

    /** Whether points in time are among the columns, by their type or as the model reads them. */
    private static boolean hasTimes(DataTableSpec spec, List<String> columns, SegmentationModelPortObjectSpec model) {
        return columns.stream()
                .anyMatch(name ->
                        model.sources().filter(s -> s.isPointInTime(name)).isPresent()
                                || CustomerReader.quantity(spec.getColumnSpec(name))
                                        .filter(Quantity::isPointInTime)
                                        .isPresent());
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        ProfilerParameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(0);
        SegmentationModelPortObject model = in.getInPortObject(1);
        ExecutionContext exec = in.getExecutionContext();
        DataTableSpec spec = table.getDataTableSpec();
        SegmentColumnChoice choice =
                EngineRun.read(() -> model.getSpec().segmentColumnOf(spec, parameters.m_segmentColumn));
        List<String> columns = EngineRun.read(() -> columns(spec, model.getSpec(), choice.column(), parameters));
        LabeledTable labeled =
                LabeledTable.read(table, choice, Optional.of(model.model()), exec.createSubExecutionContext(0.1));
        CustomerTable customers = labeled.own(columns, exec.createSubExecutionContext(0.3));
        DescribedColumns described =
                EngineRun.call(exec.createSubExecutionContext(0.1), 0, run -> described(customers, model.model(), run));
        Subject subject = new Subject(described.customers(), labeled.segmented());
        Profile profile = EngineRun.call(
                exec.createSubExecutionContext(0.3),
                0,
                run -> Profiler.profile(described, subject.segments(), parameters.toOptions(), run));
        SegmentTree tree = EngineRun.call(
                exec.createSubExecutionContext(0.1), 0, run -> SegmentTree.fit(described, subject.segments(), run));
        SegmentName.Found given = SegmentName.in(model.model(), parameters.m_names);
        List<String> names = SegmentNames.decide(model.model(), profile, given.names());
        Profile named = profile.withNames(names);
        out.setOutData(0, ProfileTables.wide(named, parameters.toOptions(), exec));
        out.setOutData(1, ProfileTables.profile(profile, named, hasTimes(spec, columns, model.getSpec()), exec));
        out.setOutData(2, ProfileTables.drivers(profile, exec));
        out.setOutData(3, ProfileTables.descriptions(profile, named, exec));
        out.setOutData(4, new SegmentationModelPortObject(model.model().withNames(names)));
        out.setOutData(5, TreeTable.of(tree, profile, named, exec));
        out.setInternalData(
                ProfileView.of(subject, named, CustomerReader.usable(spec), exec.createSubExecutionContext(0.1)));
        NodeTexts.warn(
                out,
                labeled.choiceWarning(),
                labeled.emptyWarning(),
                given.warning(),
                different(labeled, model, exec.createSilentSubExecutionContext(0.05)),
                DriverTexts.nearly(profile.drivers()),
                DriverTexts.outcomes(profile.drivers()),
                labeled.leftOut(profile.customers(), "the segment is missing"));
    }

    private static DescribedColumns described(CustomerTable customers, SegmentationModel model, RunContext run) {
        DescribedColumns described = DescribedColumns.of(customers, model, run);
        if (described.customers().columns().isEmpty()) {
            throw new SegmentationException(
                    "No column is left to describe the segments by: "
                            + described.hidden().stream()
                                    .map(d -> "'" + d.column() + "' " + d.text())
                                    .collect(Collectors.joining(", ")),
                    "select further columns",
                    "keep such a column in the Segmentation Preprocessor ('Columns to keep')");
        }
        return described;
    }

    /** Compares the segments with the model's, unless the table lacks a column that takes. */
    private static String different(LabeledTable labeled, SegmentationModelPortObject object, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        SegmentationModel model = object.model();
        DataTableSpec spec = labeled.table().getDataTableSpec();
        List<String> needed =
                object.getSpec().sources().map(SourceColumns::names).orElse(model.features());
        if (labeled.segmented().labels().equals(model.labels())
                || !needed.stream().allMatch(spec::containsName)) {
            return "";
        }
        Features features = FeatureReader.read(labeled.table(), model.preparation(), model.features(), exec)
                .features();
        return labeled.differentWarning(features, exec);
    }
}
