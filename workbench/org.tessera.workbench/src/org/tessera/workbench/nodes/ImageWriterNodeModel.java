package org.tessera.workbench.nodes;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.data.image.ImageValue;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** Writes the image of an image port to a file. */
public final class ImageWriterNodeModel extends FileNodeModel<OutputFile> {

    ImageWriterNodeModel() {
        super(new PortType[] {ImagePortObject.TYPE}, new PortType[0]);
    }

    @Override
    OutputFile read(NodeSettingsRO model) throws InvalidSettingsException {
        OutputFile file = OutputFile.load(model.getNodeSettings("filechooser"));
        if (file.policy() == OutputFile.Policy.APPEND) {
            throw new InvalidSettingsException(
                    "An image cannot be appended to a file: set 'If exists' to overwrite or" + " fail");
        }
        return file;
    }

    @Override
    protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        settings().location().resolve(WorkflowSite.current());
        ImagePortObjectSpec spec = (ImagePortObjectSpec) inSpecs[0];
        if (!spec.getDataType().isCompatible(ImageValue.class)) {
            throw new InvalidSettingsException("The input is of type " + spec.getDataType() + ", not an image");
        }
        return new PortObjectSpec[0];
    }

    @Override
    protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception {
        WorkflowSite site = WorkflowSite.current();
        Path file = settings().prepare(site);
        boolean existed = Files.exists(file);
        boolean complete = false;
        try (OutputStream out = new BufferedOutputStream(settings().open(file, site))) {
            ImageValue image = (ImageValue) ((ImagePortObject) inObjects[0]).toDataCell();
            image.getImageContent().save(out);
            complete = true;
        } finally {
            if (!complete && !existed) {
                Files.deleteIfExists(file);
            }
        }
        return new PortObject[0];
    }
}
