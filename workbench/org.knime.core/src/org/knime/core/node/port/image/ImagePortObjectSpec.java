package org.knime.core.node.port.image;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** The spec of an image: the type of the cells it converts to. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {
    private DataType type;

    /** For the serializer. */
    public ImagePortObjectSpec() {}

    /**
     * Creates a spec.
     *
     * @param type the type of the image's cells, not null
     * @throws NullPointerException when it is null
     */
    public ImagePortObjectSpec(final DataType type) {
        if (type == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        this.type = type;
    }

    /**
     * Returns the type of the image's cells.
     *
     * @return the type
     */
    public DataType getDataType() {
        return type;
    }

    @Override
    protected void save(final ModelContentWO model) {
        type.save(model);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        type = DataType.load(model);
    }

    /** Writes and reads specs. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ImagePortObjectSpec> {
        /** For the registry. */
        public Serializer() {}
    }
}
