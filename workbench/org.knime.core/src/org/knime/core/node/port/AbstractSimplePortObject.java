package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A port object that stores itself as a tree of settings; it needs a public constructor without arguments. */
public abstract class AbstractSimplePortObject implements PortObject {
    private static final String CONTENT = "content.xml";
    private static final String MODEL = "model";

    /** For subclasses. */
    public AbstractSimplePortObject() {}

    /**
     * Stores the content.
     *
     * @param model where to store
     * @param exec for progress and cancellation
     * @throws CanceledExecutionException when cancelled
     */
    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;

    /**
     * Reads the content into this new object.
     *
     * @param model where it was stored
     * @param spec the object's spec
     * @param exec for progress and cancellation
     * @throws InvalidSettingsException when the content is not valid
     * @throws CanceledExecutionException when cancelled
     */
    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
            throws InvalidSettingsException, CanceledExecutionException;

    /** Returns no views: the embedded workbench shows none. */
    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final ModelContent content = new ModelContent(MODEL);
        try {
            save(content, new ExecutionMonitor());
        } catch (CanceledExecutionException e) {
            throw new IllegalStateException("Nobody cancels a comparison", e);
        }
        return content;
    }

    @Override
    public boolean equals(final Object other) {
        return this == other
                || other instanceof AbstractSimplePortObject object
                        && object.getClass() == getClass()
                        && content().equals(object.content());
    }

    @Override
    public int hashCode() {
        return content().keySet().hashCode();
    }

    /**
     * Writes and reads objects through their own methods.
     *
     * @param <T> their class
     */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
            extends PortObjectSerializer<T> {
        /** For subclasses. */
        public AbstractSimplePortObjectSerializer() {}

        @Override
        public void savePortObject(final T object, final PortObjectZipOutputStream out, final ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            final ModelContent envelope = new ModelContent("model.xml");
            Envelope.describe(object, envelope);
            object.save(envelope.addModelContent(MODEL), exec);
            out.putNextEntry(new ZipEntry(CONTENT));
            envelope.saveToXML(new OpenZip.Output(out));
        }

        @Override
        @SuppressWarnings("unchecked") // the registry gives each class its own serializer
        public T loadPortObject(
                final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            PortUtil.expect(in, CONTENT);
            final ModelContentRO envelope = ModelContent.loadFromXML(new OpenZip.Input(in));
            final String className = Envelope.className(envelope);
            final AbstractSimplePortObject object = Envelope.newInstance(
                    PortTypeRegistry.getInstance().getObjectClass(className).orElse(null),
                    AbstractSimplePortObject.class,
                    className);
            try {
                object.load(envelope.getModelContent(MODEL), spec, exec);
            } catch (InvalidSettingsException e) {
                throw new IOException("Unable to load model content into \"" + className + "\": " + e.getMessage(), e);
            }
            return (T) object;
        }
    }
}
