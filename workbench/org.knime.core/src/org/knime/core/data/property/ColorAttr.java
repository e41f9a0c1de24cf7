package org.knime.core.data.property;

import java.awt.Color;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The color of a value. */
public final class ColorAttr {

    /** The color of a value without a color of its own, dark gray. */
    public static final ColorAttr DEFAULT = new ColorAttr(Color.DARK_GRAY);

    private static final Map<Color, ColorAttr> INSTANCES = new ConcurrentHashMap<>(Map.of(Color.DARK_GRAY, DEFAULT));

    private final Color color;

    private ColorAttr(Color color) {
        this.color = color;
    }

    /**
     * Gives the instance of a color.
     *
     * @param color the color
     * @return one instance per color
     * @throws IllegalArgumentException if it is null
     */
    public static ColorAttr getInstance(Color color) {
        if (color == null) {
            throw new IllegalArgumentException("Color can't be null.");
        }
        return INSTANCES.computeIfAbsent(color, ColorAttr::new);
    }

    /**
     * Gives the color.
     *
     * @return the color of values that are neither selected nor highlighted
     */
    public Color getColor() {
        return color;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof ColorAttr other && Objects.equals(color, other.color);
    }

    @Override
    public int hashCode() {
        return color.hashCode();
    }

    @Override
    public String toString() {
        return "ColorAttr:color=" + color;
    }
}
