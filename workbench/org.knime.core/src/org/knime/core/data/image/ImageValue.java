package org.knime.core.data.image;

import org.knime.core.data.DataValue;

/** An image of any format. */
public interface ImageValue extends DataValue {

    /**
     * Gives the image.
     *
     * @return the image
     */
    ImageContent getImageContent();

    /**
     * Tells the extension of files of this format.
     *
     * @return the extension without dot, such as "png"
     */
    String getImageExtension();
}
