package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;

/** Creates cells of images in PNG format. */
public class PNGImageCellFactory implements DataCellFactory.FromInputStream {

    /** The type of the cells. */
    public static final DataType TYPE = PNGImageContent.TYPE;

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

    /**
     * Creates a cell.
     *
     * @param is the image's bytes; stays open
     * @return the cell
     * @throws IOException if they cannot be read
     * @throws IllegalArgumentException if they are no image
     */
    public static DataCell create(InputStream is) throws IOException {
        return new PNGImageContent(is).toImageCell();
    }

    @Override
    public DataCell createCell(InputStream input) throws IOException {
        return create(input);
    }

    @Override
    public DataType getDataType() {
        return TYPE;
    }
}
