package org.tessera.workbench.tests.node;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** A port object that no {@code plugin.xml} names. */
class Unregistered implements PortObject {
    @Override
    public String getSummary() {
        return "unregistered";
    }

    @Override
    public Words.Spec getSpec() {
        return new Words.Spec("none");
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** A port object registered with the serializer of another class. */
    public static final class Misregistered extends Unregistered {}

    /** A serializer registered for {@link Misregistered} whose type argument says otherwise. */
    public static final class WrongSerializer extends PortObject.PortObjectSerializer<Words> {
        @Override
        public void savePortObject(Words words, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            throw new IOException("never called");
        }

        @Override
        public Words loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            throw new IOException("never called");
        }
    }
}
