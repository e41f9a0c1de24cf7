package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.internal.SerializerMethodLoader.Serializer;

/** What is known of a {@link PortObject} before execution. Immutable. */
public interface PortObjectSpec {
    /**
     * Writes and reads specs of one class, under the same rules as {@link PortObject.PortObjectSerializer}.
     *
     * @param <T> the class
     */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> implements Serializer<T> {
        /**
         * Writes a spec as zip entries. Entries are closed, the stream is not.
         *
         * @param portObjectSpec what to write
         * @param out where to write
         * @throws IOException when writing fails
         */
        public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out) throws IOException;

        /**
         * Reads a spec.
         *
         * @param in where to read, before the first entry that was written
         * @return the spec
         * @throws IOException when reading fails or the content is not valid
         */
        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }

    /**
     * Returns Swing views of the content; the embedded workbench shows none.
     *
     * @return the views, may be null
     */
    JComponent[] getViews();
}
