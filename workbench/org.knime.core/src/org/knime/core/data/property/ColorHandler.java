package org.knime.core.data.property;

import org.knime.core.data.DataCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The colors of a column's values. */
public final class ColorHandler implements PropertyHandler {

    private static final String MODEL_CLASS = "color_model_class";
    private static final String MODEL = "color_model";

    private final ColorModel model;

    /**
     * Creates a handler.
     *
     * @param model gives the colors
     * @throws IllegalArgumentException if it is null
     */
    public ColorHandler(ColorModel model) {
        if (model == null) {
            throw new IllegalArgumentException("ColorModel must not be null.");
        }
        this.model = model;
    }

    /**
     * Gives the color of a value.
     *
     * @param dc the value
     * @return its color, the default one if it has none
     */
    public ColorAttr getColorAttr(DataCell dc) {
        return model.getColorAttr(dc);
    }

    /**
     * Saves the handler.
     *
     * @param config to save to
     */
    public void save(ConfigWO config) {
        config.addString(MODEL_CLASS, model.getClass().getName());
        model.save(config.addConfig(MODEL));
    }

    /**
     * Loads a handler.
     *
     * @param config what was saved
     * @return the handler
     * @throws InvalidSettingsException if it is damaged or of another kind than a color per value
     */
    public static ColorHandler load(ConfigRO config) throws InvalidSettingsException {
        String modelClass = config.getString(MODEL_CLASS);
        if (!ColorModelNominal.class.getName().equals(modelClass)) {
            throw new InvalidSettingsException("Unknown ColorModel class: " + modelClass);
        }
        return new ColorHandler(ColorModelNominal.load(config.getConfig(MODEL)));
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof ColorHandler other && model.equals(other.model);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    @Override
    public String toString() {
        return model.toString();
    }
}
