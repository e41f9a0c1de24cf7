package org.tessera.workbench.nodes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortUtil;
import org.tessera.workbench.kernel.WorkflowSite;

/**
 * Reads a port object that a Model Writer has written. As in KNIME the spec is not known before execution, so that the
 * nodes behind are configured once the file has been read; only registered types of port objects are created.
 */
public final class ModelReaderNodeModel extends FileNodeModel<FileLocation> {

    ModelReaderNodeModel() {
        super(new PortType[0], new PortType[] {PortObject.TYPE});
    }

    @Override
    FileLocation read(NodeSettingsRO model) throws InvalidSettingsException {
        return FileLocation.load(model.getNodeSettings("filechooser"));
    }

    @Override
    protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        settings().resolve(WorkflowSite.current());
        return new PortObjectSpec[1];
    }

    @Override
    protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception {
        Path file = settings().resolve(WorkflowSite.current());
        if (!Files.isRegularFile(file)) {
            throw new IOException(FileLocation.missing(file, "filechooser"));
        }
        exec.setMessage("Reading " + file.getFileName());
        try {
            return new PortObject[] {PortUtil.readObjectFromFile(file.toFile(), exec)};
        } catch (EOFException | ZipException e) {
            throw new IOException("File '" + file + "' is cut short or damaged, write it anew: " + reason(e), e);
        } catch (IOException e) {
            throw new IOException("File '" + file + "' cannot be read as a model: " + reason(e), e);
        } catch (RuntimeException e) { // of a serializer that did not expect what it read
            throw new IOException("File '" + file + "' is damaged, write it anew: " + e, e);
        }
    }
}
