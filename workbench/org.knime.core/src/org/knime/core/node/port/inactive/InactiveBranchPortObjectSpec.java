package org.knime.core.node.port.inactive;

import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** The spec at the ports of a branch that does not run. */
public final class InactiveBranchPortObjectSpec implements PortObjectSpec {
    /** The only instance. */
    public static final InactiveBranchPortObjectSpec INSTANCE = new InactiveBranchPortObjectSpec();

    private InactiveBranchPortObjectSpec() {}

    /** Returns no views. */
    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public String toString() {
        return "Inactive Branch Port Object Spec";
    }

    /** Writes nothing and reads the only instance. */
    public static final class Serializer extends PortObjectSpecSerializer<InactiveBranchPortObjectSpec> {
        /** For the registry. */
        public Serializer() {}

        @Override
        public void savePortObjectSpec(
                final InactiveBranchPortObjectSpec spec, final PortObjectSpecZipOutputStream out) {
            // one instance has no content
        }

        @Override
        public InactiveBranchPortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) {
            return INSTANCE;
        }
    }
}
