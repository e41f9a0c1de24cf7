package org.knime.core.data.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import org.knime.core.data.DataCell;

/** An image that can be painted, saved and put into a table. */
public interface ImageContent {

    /**
     * Paints the image into an area whose upper left corner is at (0, 0).
     *
     * @param g where to paint
     * @param width the area's width in pixels
     * @param height the area's height in pixels
     */
    void paint(Graphics2D g, int width, int height);

    /**
     * Tells the size that suits the image.
     *
     * @return the size in pixels
     */
    Dimension getPreferredSize();

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
