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
}
