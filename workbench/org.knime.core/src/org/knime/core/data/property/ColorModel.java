package org.knime.core.data.property;

import org.knime.core.data.DataCell;
import org.knime.core.node.config.ConfigWO;

/** Gives values their colors. KNIME's other kind, ranges of numbers, is not there. */
public sealed interface ColorModel permits ColorModelNominal {

    /**
     * Gives the color of a value.
     *
     * @param dc the value
     * @return its color
     */
    ColorAttr getColorAttr(DataCell dc);

    /**
     * Saves the colors.
     *
     * @param config to save to
     */
    void save(ConfigWO config);
}
