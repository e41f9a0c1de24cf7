package org.knime.core.data.image.png;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;

/** Creates cells of images in PNG format. */
public class PNGImageCellFactory implements DataCellFactory.FromInputStream {

    /** Creates a factory. */
    public PNGImageCellFactory() {}

    /**
     * Creates a cell.
     *
     * @param bytes the image's bytes
     * @return the cell
     * @throws IllegalArgumentException if they are no image
     */
    public static DataCell create(byte[] bytes) {
        return new PNGImageContent(bytes).toImageCell();
    }
}
