package org.tessera.knime.port;

import java.io.IOException;
import java.util.Objects;
import javax.swing.JComponent;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.store.ModelStore;
import org.tessera.knime.kit.NodeTexts;

/** The port object of a preparation, which turns customers into features. */
public final class PreparationPortObject implements PortObject {

    private final Preparation preparation;

    /** @param preparation the preparation */
    public PreparationPortObject(Preparation preparation) {
        this.preparation = Objects.requireNonNull(preparation, "preparation");
    }

    /** @return the port type */
    public static PortType type() {
        return PortTypeRegistry.getInstance().getPortType(PreparationPortObject.class);
    }

    /** @return the port type of a port that may stay unconnected */
    public static PortType optionalType() {
        return PortTypeRegistry.getInstance().getPortType(PreparationPortObject.class, true);
    }

    /** @return the preparation */
    public Preparation preparation() {
        return preparation;
    }

    @Override
    public String getSummary() {
        return NodeTexts.count(preparation.features().size(), "feature") + " from "
                + NodeTexts.count(preparation.columns().size(), "column") + " of "
                + NodeTexts.count(preparation.trainingRows(), "customer");
    }

    @Override
    public PreparationPortObjectSpec getSpec() {
        return new PreparationPortObjectSpec(SourceColumns.of(preparation), preparation.featureNames());
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Reads and writes the object. */
    public static final class Serializer extends PortObjectSerializer<PreparationPortObject> {

        @Override
        public void savePortObject(PreparationPortObject object, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException {
            ModelStore.write(object.preparation(), out);
        }

        @Override
        public PreparationPortObject loadPortObject(
                PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec) throws IOException {
            return new PreparationPortObject(ModelStore.readPreparation(in));
        }
    }
}
