package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec that stores itself as a tree of settings; it needs a public constructor without arguments. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {
    private static final String CONTENT = "content.xml";
    private static final String MODEL = "model";

    /** For subclasses. */
    public AbstractSimplePortObjectSpec() {}

    /**
     * Stores the content.
     *
     * @param model where to store
     */
    protected abstract void save(ModelContentWO model);

    /**
     * Reads the content into this new spec.
     *
     * @param model where it was stored
     * @throws InvalidSettingsException when the content is not valid
     */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    /** Returns no views: the embedded workbench shows none. */
    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final ModelContent content = new ModelContent(MODEL);
        save(content);
        return content;
    }

    @Override
    public boolean equals(final Object other) {
        return this == other
                || other instanceof AbstractSimplePortObjectSpec spec
                        && spec.getClass() == getClass()
                        && content().equals(spec.content());
    }

    @Override
    public int hashCode() {
        return content().keySet().hashCode();
    }

    /**
     * Writes and reads specs through their own methods.
     *
     * @param <T> their class
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
            extends PortObjectSpecSerializer<T> {
        /** For subclasses. */
        public AbstractSimplePortObjectSpecSerializer() {}

        @Override
        public void savePortObjectSpec(final T spec, final PortObjectSpecZipOutputStream out) throws IOException {
            final ModelContent envelope = new ModelContent("model.xml");
            Envelope.describe(spec, envelope);
            spec.save(envelope.addModelContent(MODEL));
            out.putNextEntry(new ZipEntry(CONTENT));
            envelope.saveToXML(new OpenZip.Output(out));
        }

        @Override
        @SuppressWarnings("unchecked") // the registry gives each class its own serializer
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            PortUtil.expect(in, CONTENT);
            final ModelContentRO envelope = ModelContent.loadFromXML(new OpenZip.Input(in));
            final String className = Envelope.className(envelope);
            final AbstractSimplePortObjectSpec spec = Envelope.newInstance(
                    PortTypeRegistry.getInstance().getSpecClass(className).orElse(null),
                    AbstractSimplePortObjectSpec.class,
                    className);
            try {
                spec.load(envelope.getModelContent(MODEL));
            } catch (InvalidSettingsException e) {
                throw new IOException("Unable to load model content into \"" + className + "\": " + e.getMessage(), e);
            }
            return (T) spec;
        }
    }
}
