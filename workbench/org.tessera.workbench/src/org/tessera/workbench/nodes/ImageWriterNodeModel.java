package org.tessera.workbench.nodes;

import java.io.IOException;
import java.io.OutputStream;
import org.knime.core.data.image.ImageValue;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** Writes the image of an image port to a file. */
public final class ImageWriterNodeModel extends PortObjectWriterNodeModel {

    ImageWriterNodeModel() {
        super(ImagePortObject.TYPE, "An image");
    }

    @Override
    void check(PortObjectSpec spec) throws InvalidSettingsException {
        ImagePortObjectSpec image = (ImagePortObjectSpec) spec;
        if (!image.getDataType().isCompatible(ImageValue.class)) {
            throw new InvalidSettingsException("The input is of type " + image.getDataType() + ", not an image");
        }
    }

    @Override
    void write(PortObject object, OutputStream out, ExecutionContext exec) throws IOException {
        ImageValue image = (ImageValue) ((ImagePortObject) object).toDataCell();
        image.getImageContent().save(out);
    }
}
