package org.tessera.knime.port;

import java.io.IOException;
import java.util.Objects;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.store.ModelStore;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumn;

/** The port object of a segmentation: preparation, clusters and the labels of the training customers. */
public final class SegmentationModelPortObject implements PortObject {

    private final SegmentationModel model;

    /** @param model the model */
    public SegmentationModelPortObject(SegmentationModel model) {
        this.model = Objects.requireNonNull(model, "model");
    }

    /** @return the port type */
    public static PortType type() {
        return PortTypeRegistry.getInstance().getPortType(SegmentationModelPortObject.class);
    }

    /** @return the port type of a port that may stay unconnected */
    public static PortType optionalType() {
        return PortTypeRegistry.getInstance().getPortType(SegmentationModelPortObject.class, true);
    }

    /** @return the model */
    public SegmentationModel model() {
        return model;
    }

    @Override
    public String getSummary() {
        return model.provenance().title() + " by " + model.provenance().implementation() + ": "
                + NodeTexts.count(model.labels().segments(), "segment") + " of "
                + NodeTexts.count(model.labels().size(), "customer")
                + (model.labels().noise() == 0
                        ? ""
                        : ", " + NodeTexts.count(model.labels().noise(), "of them noise", "of them noise"));
    }

    @Override
    public SegmentationModelPortObjectSpec getSpec() {
        return new SegmentationModelPortObjectSpec(
                model.provenance().title(),
                model.segmentColumn(),
                model.features(),
                model.preparation().map(SourceColumns::of),
                SegmentColumn.names(model));
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Reads and writes the object. */
    public static final class Serializer extends PortObjectSerializer<SegmentationModelPortObject> {

        @Override
        public void savePortObject(
                SegmentationModelPortObject object, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            EngineRun.transfer(exec, run -> {
                ModelStore.write(object.model(), out, run);
                return object;
            });
        }

        @Override
        public SegmentationModelPortObject loadPortObject(
                PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            return EngineRun.transfer(exec, run -> new SegmentationModelPortObject(ModelStore.readModel(in, run)));
        }
    }
}
