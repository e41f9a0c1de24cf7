package org.tessera.workbench.nodes;

import java.io.OutputStream;
import java.nio.file.Path;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.tessera.workbench.kernel.WorkflowSite;

/** Writes a port object to a file. */
abstract class PortObjectWriterNodeModel extends FileNodeModel<OutputFile> {
    private final String what;

    PortObjectWriterNodeModel(PortType input, String what) {
        super(new PortType[] {input}, new PortType[0]);
        this.what = what;
    }

    /** Refuses what cannot be written. */
    abstract void check(PortObjectSpec spec) throws InvalidSettingsException;

    /** Writes an object; the stream is closed by the caller. */
    abstract void write(PortObject object, OutputStream out, ExecutionContext exec) throws Exception;

    @Override
    final OutputFile read(NodeSettingsRO model) throws InvalidSettingsException {
        OutputFile file = OutputFile.load(model.getNodeSettings("filechooser"));
        if (file.policy() == OutputFile.Policy.APPEND) {
            throw new InvalidSettingsException(
                    what + " cannot be appended to a file: set 'If exists' to overwrite or fail");
        }
        return file;
    }

    @Override
    protected final PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        settings().location().resolve(WorkflowSite.current());
        check(inSpecs[0]);
        return new PortObjectSpec[0];
    }

    @Override
    protected final PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception {
        WorkflowSite site = WorkflowSite.current();
        Path file = settings().prepare(site);
        settings().write(file, site, out -> write(inObjects[0], out, exec));
        return new PortObject[0];
    }
}
