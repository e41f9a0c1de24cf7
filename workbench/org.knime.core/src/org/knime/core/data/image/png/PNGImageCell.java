package org.knime.core.data.image.png;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;

/** A cell of an image in PNG format; made by {@link PNGImageContent#toImageCell} and {@link PNGImageCellFactory}. */
public class PNGImageCell extends DataCell implements PNGImageValue {

    private static final long serialVersionUID = 1;

    private final byte[] bytes;
    private transient PNGImageContent content;

    PNGImageCell(PNGImageContent content) {
        this.content = content;
        bytes = content.getByteArrayReference();
    }

    @Override
    public PNGImageContent getImageContent() {
        if (content == null) {
            content = new PNGImageContent(bytes);
        }
        return content;
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return PNGImageValue.equalContent(this, (PNGImageCell) dc);
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return PNGImageValue.equalContent(this, (PNGImageValue) otherValue);
    }

    @Override
    public int hashCode() {
        return getImageContent().hashCode();
    }

    @Override
    public String toString() {
        return getImageContent().getSummary();
    }
}
