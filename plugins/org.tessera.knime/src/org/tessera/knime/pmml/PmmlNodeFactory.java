package org.tessera.knime.pmml;

import java.nio.file.Path;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.kit.TextFile;
import org.tessera.knime.kit.Versions;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.pmml.PmmlDocument;

/** The Segmentation Model to PMML node: a segmentation as a document that other programs apply to new customers. */
public final class PmmlNodeFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC =
            new DataTableSpec(SmallTable.text(PmmlParameters.COLUMN), SmallTable.text("File"));

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Segmentation Model to PMML")
            .icon("../icons/pmml.png")
            .shortDescription(
                    "Writes segments by nearest centers, with their preparation, as PMML 4.4 for other programs.")
            .fullDescription(NodeTexts.text("pmml"))
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputPort(
                            "Segmentation Model",
                            "A segmentation by nearest centers: of K-Means Segmentation or Hierarchical Segmentation, or of"
                                    + " Auto Segmentation or the Best Segmentation Selector where one of these is best.",
                            SegmentationModelPortObject.type())
                    .addOutputTable(
                            "PMML", "One row: the document as XML text, and the path of the file, if one was written."))
            .model(m -> m.parametersClass(PmmlParameters.class)
                    .configure((in, out) -> out.setOutSpec(0, SPEC))
                    .execute(PmmlNodeFactory::execute))
            .nodeType(NodeType.Other)
            .keywords(
                    "PMML",
                    "export",
                    "XML",
                    "deploy",
                    "score",
                    "predict",
                    "other programs",
                    "database",
                    "k-means",
                    "segmentation")
            .addExternalResource(
                    "https://dmg.org/pmml/v4-4-1/ClusteringModel.html",
                    "Data Mining Group: PMML 4.4, clustering models");

    /** The node. */
    public PmmlNodeFactory() {
        super(NODE);
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        PmmlParameters parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        SegmentationModelPortObject port = in.getInPortObject(0);
        SegmentationModel model = port.model();
        String document = EngineRun.call(exec, 0, run -> PmmlDocument.of(model, Versions.ofNodes(), run));
        Optional<TextFile> file = parameters.file();
        Path written = file.isEmpty() ? null : EngineRun.read(() -> file.get().write(document));
        SmallTable table = new SmallTable(SPEC);
        table.add("PMML", document, written == null ? null : written.toString());
        out.setOutData(0, table.create(exec));
        NodeTexts.warn(
                out,
                model.clusters() instanceof TreeModel
                        ? "A tree does not define segments of new customers: like the Segment Assigner, the document gives"
                                + " them the segment of the nearest mean, also training customers."
                        : "");
    }
}
