package org.tessera.knime.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.charts.ChartCatalog;
import org.tessera.charts.ChartException;
import org.tessera.charts.ChartSpec;
import org.tessera.charts.ChartType;
import org.tessera.charts.Charts;
import org.tessera.charts.Scripts;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.LabeledTable;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.port.OwnColumns;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.view.web.PageView;
import org.tessera.knime.view.web.StoredView;
import org.tessera.knime.view.web.Subject;
import org.tessera.knime.view.web.ViewSummary;

/** The Segment View: charts of segments, the chosen ones as an image, and an interactive view. */
public final class SegmentViewNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Segment View")
            .icon("../icons/segment-view.png")
            .shortDescription(
                    "Shows segments in charts: PCA scatter, histograms, profile, silhouettes, dendrogram and more.")
            .fullDescription(NodeTexts.text("segment-view"))
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable(
                            "Customers with segment",
                            "Customers with their own columns and their segments, for example from the Best"
                                    + " Segmentation Selector, a clustering node or the Segment Assigner.")
                    .addInputPort(
                            "Segmentation Model",
                            "The model that produced the segments.",
                            SegmentationModelPortObject.type())
                    .addOutputPort("Image", "The chosen charts as one PNG image.", ImagePortObject.TYPE))
            .model(m -> m.parametersClass(SegmentViewParameters.class)
                    .configure(SegmentViewNodeFactory::configure)
                    .execute(SegmentViewNodeFactory::execute))
            .addView(v -> PageView.declare(
                    v.parametersClass(ViewParameters.class),
                    "The segments as cards with size, description and rule, and as interactive charts: customers on"
                            + " principal components, profile in the units of the columns, distribution of any column,"
                            + " silhouettes, sizes, and, where the model has them, choice of k and dendrogram. Clicking a"
                            + " card highlights its segment in every chart. The options of the section View choose parts,"
                            + " columns and segments; a change shows at once and without executing the node again.",
                    ViewParameters::of))
            .nodeType(NodeType.Visualizer)
            .keywords(
                    "chart",
                    "plot",
                    "PCA",
                    "scatter",
                    "histogram",
                    "heat map",
                    "silhouette",
                    "dendrogram",
                    "parallel coordinates",
                    "segmentation",
                    "dimension reduction",
                    "image")
            .addExternalResource("https://doi.org/10.1007/b98835", "Jolliffe: Principal Component Analysis (2002)")
            .addExternalResource(
                    "https://docs.knime.com/latest/analytics_platform_components_guide/index.html",
                    "KNIME: views in components and data apps");

    /** The node. */
    public SegmentViewNodeFactory() {
        super(NODE);
    }

    static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        SegmentViewParameters parameters = in.getParameters();
        parameters.charts();
        SegmentationModelPortObjectSpec model = in.getInPortSpec(1);
        DataTableSpec spec = in.getInTableSpec(0);
        model.segmentColumnOf(spec, parameters.m_segmentColumn);
        model.requireFeatures(spec);
        out.setOutSpec(0, new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        SegmentViewParameters parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        Drawn charts = charts(in.getInTable(0), in.getInPortObject(1), parameters, exec.createSubExecutionContext(0.8));
        List<String> warnings = new ArrayList<>(charts.warnings());
        try {
            List<ChartSpec> drawn = charts.result().charts();
            warnings.add(Scripts.warning(drawn));
            drawn.stream().filter(ChartSpec::isEmpty).forEach(spec -> warnings.add(nothing(spec)));
            out.setOutData(0, EngineRun.call(exec, parameters.m_seed, run -> image(drawn, parameters, run)));
        } catch (ChartException e) {
            throw Failures.of(new SegmentationException(e.problem(), e, e.remedy()));
        }
        out.setInternalData(StoredView.write(
                charts.result().summary(),
                charts.result().distributions(),
                CustomerReader.usable(in.getInTable(0).getDataTableSpec()),
                exec));
        NodeTexts.warn(out, warnings.toArray(String[]::new));
    }

    /** Why a chosen chart has nothing to show, and what to do. */
    private static String nothing(ChartSpec spec) {
        String reason = spec.subtitle();
        return "The chart '" + ChartCatalog.of(spec).title() + "' is empty. " + reason
                + (reason.endsWith(".") ? "" : ".");
    }

    private static ImagePortObject image(List<ChartSpec> charts, SegmentViewParameters parameters, RunContext run) {
        byte[] png = Charts.page(charts, parameters.page(), SegmentViewParameters.PIXELS_PER_UNIT, run);
        return new ImagePortObject(new PNGImageContent(png), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    /**
     * What was computed.
     *
     * @param result charts and summary
     * @param warnings what the user should know
     */
    record Drawn(SegmentCharts.Result result, List<String> warnings) {}

    /** Computes charts and the summary of the view. */
    static Drawn charts(
            BufferedDataTable table,
            SegmentationModelPortObject model,
            SegmentViewParameters parameters,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        DataTableSpec spec = table.getDataTableSpec();
        SegmentColumnChoice choice = EngineRun.read(() -> {
            model.getSpec().requireFeatures(spec);
            return model.getSpec().segmentColumnOf(spec, parameters.m_segmentColumn);
        });
        LabeledTable labeled =
                LabeledTable.read(table, choice, Optional.of(model.model()), exec.createSubExecutionContext(0.1));
        LabeledTable.Featured clustered = labeled.features(model.model(), exec.createSubExecutionContext(0.1));
        CustomerTable customers = labeled.own(
                OwnColumns.names(spec, model.getSpec(), choice.column()), exec.createSubExecutionContext(0.1));
        String slow = EngineRun.read(clustered::slowCharts);
        List<ChartType<?>> chosen = EngineRun.read(parameters::charts);
        Distance distance = model.model().clusters().distance();
        SegmentCharts.Result charts = EngineRun.call(
                exec.createSubExecutionContext(0.7),
                parameters.m_seed,
                run -> new SegmentCharts(
                                clustered.customers(),
                                new Subject(OwnColumns.asRead(customers, model.model(), run), labeled.segmented()),
                                model.model())
                        .all(new ViewSummary.Options(parameters.m_maximumPoints, distance), chosen, run));
        String different =
                labeled.differentWarning(clustered.reading().features(), exec.createSilentSubExecutionContext(0.01));
        String leftOut =
                labeled.leftOut(clustered.customers().tableRows().length, "the segment or a feature is missing");
        return new Drawn(
                charts,
                List.of(
                        labeled.choiceWarning(),
                        labeled.emptyWarning(),
                        different,
                        clustered.reading().warning(),
                        leftOut,
                        slow));
    }
}
