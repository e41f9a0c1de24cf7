package org.knime.core.node.port.flowvariable;

import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** The spec at flow variable ports. */
public final class FlowVariablePortObjectSpec implements PortObjectSpec {
    /** The only instance. */
    public static final FlowVariablePortObjectSpec INSTANCE = new FlowVariablePortObjectSpec();

    private FlowVariablePortObjectSpec() {}

    /** Returns no views. */
    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public String toString() {
        return "Variables connection (spec)";
    }

    /** Writes nothing and reads the only instance. */
    public static final class Serializer extends PortObjectSpecSerializer<FlowVariablePortObjectSpec> {
        /** For the registry. */
        public Serializer() {}

        @Override
        public void savePortObjectSpec(final FlowVariablePortObjectSpec spec, final PortObjectSpecZipOutputStream out) {
            // one instance has no content
        }

        @Override
        public FlowVariablePortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) {
            return INSTANCE;
        }
    }
}
