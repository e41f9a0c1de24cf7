package org.tessera.knime.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.charts.ChartException;
import org.tessera.charts.Scripts;
import org.tessera.charts.report.Report;
import org.tessera.charts.report.ReportPage;
import org.tessera.charts.report.ReportSubject;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.run.SegmentationException;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.LabeledTable;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.kit.Versions;
import org.tessera.knime.port.OwnColumns;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;

/** The Segmentation Report: one HTML file for people without KNIME. */
public final class ReportNodeFactory extends DefaultNodeFactory {

    private static final int MODEL = 1;
    private static final int LEADERBOARD = 2;
    private static final int VERDICT = 3;

    private static final DataTableSpec SPEC = new DataTableSpec(SmallTable.text("HTML"), SmallTable.text("File"));

    /** Page is internal in KNIME, but the only way to give a declared view its page. */
    @SuppressWarnings("restriction")
    private static final DefaultNode NODE = DefaultNode.create()
            .name("Segmentation Report")
            .icon("../icons/report.png")
            .shortDescription(
                    "Writes a report on segments as one HTML file to read, print and send, for people without KNIME.")
            .fullDescription(NodeTexts.text("report"))
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable(
                            "Customers with segment",
                            "Customers with their own columns and their segments, for example from the Best"
                                    + " Segmentation Selector, Auto Segmentation or a clustering node.")
                    .addInputPort(
                            "Segmentation Model",
                            "The model that produced the segments.",
                            SegmentationModelPortObject.type())
                    .addInputPort(
                            "Leaderboard",
                            "The leaderboard of the Best Segmentation Selector or of Auto Segmentation, for the reasons and"
                                    + " the stability. May stay unconnected.",
                            optionalTable())
                    .addInputPort(
                            "Verdict",
                            "The verdict of Auto Segmentation on the same customers. May stay unconnected.",
                            optionalTable())
                    .addOutputTable(
                            "Report",
                            "One row: the report as HTML text, for nodes that send e-mail, and the path of the file, if one"
                                    + " was written."))
            .model(m -> m.parametersClass(ReportParameters.class)
                    .configure(ReportNodeFactory::configure)
                    .execute(ReportNodeFactory::execute))
            .addView(v -> v.withoutParameters()
                    .description("The report, as in the file.")
                    .page(p -> p.fromString(ReportView::html).relativePath("segmentation-report.html"))
                    .initialData(d -> d.data(StoredReport::read)))
            .nodeType(NodeType.Visualizer)
            .keywords(
                    "report",
                    "HTML",
                    "print",
                    "PDF",
                    "e-mail",
                    "document",
                    "summary",
                    "management",
                    "segmentation",
                    "profile")
            .addExternalResource(
                    "https://doi.org/10.1080/01621459.1927.10502953",
                    "Wilson: Probable inference, the law of succession, and statistical inference (1927)");

    /** The node. */
    public ReportNodeFactory() {
        super(NODE);
    }

    private static PortType optionalTable() {
        return PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);
    }

    static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        SegmentationModelPortObjectSpec model = in.getInPortSpec(MODEL);
        DataTableSpec spec = in.getInTableSpec(0);
        ReportParameters parameters = in.getParameters();
        model.segmentColumnOf(spec, parameters.m_segmentColumn);
        model.requireFeatures(spec);
        DataTableSpec leaderboard = in.getInPortSpec(LEADERBOARD);
        BoardTable.requireLeaderboard(leaderboard);
        DataTableSpec verdict = in.getInPortSpec(VERDICT);
        BoardTable.requireVerdict(verdict);
        out.setOutSpec(0, SPEC);
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        ReportParameters parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        Report report = report(in, parameters, exec.createSubExecutionContext(0.8));
        String html = html(report, parameters, exec.createSubExecutionContext(0.2));
        Path file = parameters.file().isEmpty()
                ? null
                : EngineRun.read(() -> parameters.file().get().write(html));
        SmallTable table = new SmallTable(SPEC);
        table.add("Report", html, file == null ? null : file.toString());
        out.setOutData(0, table.create(exec));
        out.setInternalData(StoredReport.write(html, exec));
        List<String> warnings = new ArrayList<>(report.warnings());
        warnings.add(Scripts.warning(report.findings().charts()));
        NodeTexts.warn(out, warnings.toArray(String[]::new));
    }

    private static String html(Report report, ReportParameters parameters, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        try {
            return EngineRun.call(exec, parameters.m_seed, run -> ReportPage.html(report, run));
        } catch (ChartException e) {
            throw Failures.of(new SegmentationException(e.problem(), e, e.remedy()));
        }
    }

    private static Report report(ExecuteInput in, ReportParameters parameters, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        BufferedDataTable table = in.getInTable(0);
        SegmentationModelPortObject port = in.getInPortObject(MODEL);
        BufferedDataTable leaderboard = in.getInPortObject(LEADERBOARD);
        BufferedDataTable verdict = in.getInPortObject(VERDICT);
        DataTableSpec spec = table.getDataTableSpec();
        SegmentColumnChoice choice = EngineRun.read(() -> {
            port.getSpec().requireFeatures(spec);
            return port.getSpec().segmentColumnOf(spec, parameters.m_segmentColumn);
        });
        LabeledTable labeled =
                LabeledTable.read(table, choice, Optional.of(port.model()), exec.createSubExecutionContext(0.1));
        LabeledTable.Featured clustered = labeled.features(port.model(), exec.createSubExecutionContext(0.1));
        CustomerTable customers = labeled.own(
                OwnColumns.names(spec, port.getSpec(), choice.column()), exec.createSubExecutionContext(0.1));
        String slow = EngineRun.read(clustered::slowCharts);
        ReportSubject subject = new ReportSubject(
                port.model(),
                customers,
                labeled.segmented(),
                clustered.customers().features(),
                clustered.customers().labels());
        ReportSubject.Found found = EngineRun.call(
                exec.createSubExecutionContext(0.7), parameters.m_seed, run -> subject.find(parameters.m_columns, run));
        List<String> warnings = new ArrayList<>(List.of(
                labeled.choiceWarning(),
                labeled.emptyWarning(),
                labeled.differentWarning(clustered.reading().features(), exec.createSilentSubExecutionContext(0.01)),
                clustered.reading().warning(),
                clustered.reading().leftOut(),
                slow));
        warnings.addAll(port.model().provenance().warnings());
        warnings.removeIf(String::isEmpty);
        return new Report(
                new Report.Cover(parameters.m_title, parameters.m_note.orElse(""), Versions.all()),
                found.customers(),
                port.model(),
                BoardTable.verdict(verdict),
                BoardTable.leaderboard(leaderboard),
                found.findings(),
                warnings);
    }
}
