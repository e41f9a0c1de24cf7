package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.ModelContent;

/** A port object that writes itself to a zip stream; it needs a public constructor without arguments. */
public abstract class AbstractPortObject implements PortObject {
    private static final String META = "meta.xml";

    /** For subclasses. */
    public AbstractPortObject() {}

    /**
     * Writes the content as zip entries.
     *
     * @param out where to write
     * @param exec for progress and cancellation
     * @throws IOException when writing fails
     * @throws CanceledExecutionException when canceled
     */
    protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /**
     * Reads the content into this new object.
     *
     * @param in where to read
     * @param spec the object's spec
     * @param exec for progress and cancellation
     * @throws IOException when reading fails
     * @throws CanceledExecutionException when canceled
     */
    protected abstract void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /**
     * Writes and reads objects through their own methods.
     *
     * @param <T> their class
     */
    public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
            extends PortObjectSerializer<T> {
        /** For subclasses. */
        public AbstractPortObjectSerializer() {}

        @Override
        public void savePortObject(final T object, final PortObjectZipOutputStream out, final ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            final ModelContent meta = new ModelContent(META);
            Envelope.describe(object, meta);
            out.putNextEntry(new ZipEntry(META));
            meta.saveToXML(new OpenZip.Output(out));
            object.save(out, exec);
        }

        @Override
        @SuppressWarnings("unchecked") // the registry gives each class its own serializer
        public T loadPortObject(
                final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            PortUtil.expect(in, META);
            final String className = Envelope.className(ModelContent.loadFromXML(new OpenZip.Input(in)));
            final AbstractPortObject object = Envelope.newInstance(
                    PortTypeRegistry.getInstance().getObjectClass(className).orElse(null),
                    AbstractPortObject.class,
                    className);
            object.load(in, spec, exec);
            return (T) object;
        }
    }
}
