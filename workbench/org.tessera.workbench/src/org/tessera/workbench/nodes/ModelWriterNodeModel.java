package org.tessera.workbench.nodes;

import java.io.OutputStream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortUtil;

/** Writes a port object of any type with its spec to a file, as KNIME's Model Writer does; tables are refused. */
public final class ModelWriterNodeModel extends PortObjectWriterNodeModel {

    ModelWriterNodeModel() {
        super(PortObject.TYPE, "A model");
    }

    @Override
    void check(PortObjectSpec spec) throws InvalidSettingsException {
        if (spec instanceof DataTableSpec) {
            throw new InvalidSettingsException("The input is a table, not a model: write it with a CSV Writer");
        }
    }

    @Override
    void write(PortObject object, OutputStream out, ExecutionContext exec) throws Exception {
        PortUtil.writeObjectToStream(object, out, exec);
    }
}
