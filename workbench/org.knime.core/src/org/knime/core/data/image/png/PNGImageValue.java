package org.knime.core.data.image.png;

import org.knime.core.data.image.ImageValue;

/** An image in PNG format. */
public interface PNGImageValue extends ImageValue {

    @Override
    PNGImageContent getImageContent();

    /**
     * Compares two images.
     *
     * @param value1 one image
     * @param value2 the other image
     * @return whether their bytes are equal
     */
    static boolean equalContent(PNGImageValue value1, PNGImageValue value2) {
        return value1.getImageContent().equals(value2.getImageContent());
    }
}
