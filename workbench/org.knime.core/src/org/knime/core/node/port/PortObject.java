package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.internal.SerializerMethodLoader.Serializer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * What travels from node to node at execution. An object is immutable; the workbench writes and reads it once per
 * connected consumer, with the serializer registered at extension point {@code org.knime.core.PortType}.
 */
public interface PortObject {
    /** The type every other type is a subtype of. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /**
     * Writes and reads objects of one class. Implementations are public static classes with a public constructor
     * without arguments and name the object's class as type argument.
     *
     * @param <T> the class
     */
    abstract class PortObjectSerializer<T extends PortObject> implements Serializer<T> {
        /**
         * Writes an object as zip entries. Entries are closed, the stream is not.
         *
         * @param portObject what to write
         * @param out where to write
         * @param exec for progress and cancellation
         * @throws IOException when writing fails
         * @throws CanceledExecutionException when canceled
         */
        public abstract void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException;

        /**
         * Reads an object.
         *
         * @param in where to read, before the first entry that was written
         * @param spec the object's spec
         * @param exec for progress and cancellation
         * @return the object
         * @throws IOException when reading fails or the content is not valid
         * @throws CanceledExecutionException when canceled
         */
        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException;
    }

    /**
     * Returns one line for the user.
     *
     * @return the text
     */
    String getSummary();

    /**
     * Returns the spec. Implementations narrow the return type to their spec class.
     *
     * @return the spec, never null
     */
    PortObjectSpec getSpec();

    /**
     * Returns Swing views of the content; the embedded workbench shows none.
     *
     * @return the views, may be null
     */
    JComponent[] getViews();
}
