package org.knime.core.data.image;

import java.io.IOException;
import java.io.OutputStream;
import org.knime.core.data.DataCell;

/** An image that can be painted, saved and put into a table. */
public interface ImageContent {

    /**
     * Makes a cell of the image.
     *
     * @return the cell
     */
    DataCell toImageCell();

    /**
     * Writes the image in its format.
     *
     * @param output where to write; stays open
     * @throws IOException if it cannot be written
     */
    void save(OutputStream output) throws IOException;

    /**
     * Describes the image in a line.
     *
     * @return format and size
     */
    String getSummary();
}
