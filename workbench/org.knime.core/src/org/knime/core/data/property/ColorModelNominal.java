package org.knime.core.data.property;

import java.awt.Color;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** A color per value. */
public final class ColorModelNominal implements ColorModel {

    private static final String KEYS = "keys";
    private static final String PALETTE = "palette";

    private final Map<DataCell, ColorAttr> map;
    private final ColorAttr[] palette;

    /**
     * Creates a model.
     *
     * @param map the colors of the values; the map is not copied
     * @param palette the colors that further values get; null for the default color
     * @throws IllegalArgumentException if the map is null
     */
    public ColorModelNominal(Map<DataCell, ColorAttr> map, ColorAttr[] palette) {
        if (map == null) {
            throw new IllegalArgumentException("Mapping must not be null.");
        }
        this.map = Collections.unmodifiableMap(map);
        this.palette = palette == null ? new ColorAttr[] {ColorAttr.DEFAULT} : palette;
    }

    @Override
    public ColorAttr getColorAttr(DataCell dc) {
        return map.getOrDefault(dc, ColorAttr.DEFAULT);
    }

    @Override
    public void save(ConfigWO config) {
        ConfigWO keys = config.addConfig(KEYS);
        map.forEach((cell, color) -> {
            keys.addDataCell(cell.toString(), cell);
            config.addInt(cell.toString(), color.getColor().getRGB());
        });
        config.addIntArray(
                PALETTE,
                Arrays.stream(palette).mapToInt(c -> c.getColor().getRGB()).toArray());
    }

    /**
     * Loads a model.
     *
     * @param config what was saved
     * @return the model
     * @throws InvalidSettingsException if a color or value is absent
     */
    public static ColorModelNominal load(ConfigRO config) throws InvalidSettingsException {
        Map<DataCell, ColorAttr> map = new LinkedHashMap<>();
        ConfigRO keys = config.getConfig(KEYS);
        for (String key : keys.keySet()) {
            map.put(keys.getDataCell(key), color(config.getInt(key)));
        }
        int[] palette = config.getIntArray(PALETTE, ColorAttr.DEFAULT.getColor().getRGB());
        return new ColorModelNominal(
                map, Arrays.stream(palette).mapToObj(ColorModelNominal::color).toArray(ColorAttr[]::new));
    }

    private static ColorAttr color(int rgb) {
        return ColorAttr.getInstance(new Color(rgb, true));
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof ColorModelNominal other && map.equals(other.map);
    }

    @Override
    public int hashCode() {
        return map.hashCode();
    }

    @Override
    public String toString() {
        return "Nominal ColorModel";
    }
}
