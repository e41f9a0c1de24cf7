package org.tessera.engine.prep;

import java.util.Objects;
import java.util.Optional;

/**
 * One feature: how a customer's column became a number and how that number is scaled.
 *
 * @param name the feature's name, unique in its table
 * @param source the customers' column it comes from
 * @param kind what is measured
 * @param level the category of a {@link Kind#LEVEL} feature, empty otherwise
 * @param shift subtracted from the number
 * @param rest subtracted from what is left: what a mean has beyond the digits of the shift
 * @param scale the number is divided by it after shifting; 0 makes the feature 0 (no spread in training)
 */
public record Feature(
        String name, String source, Kind kind, Optional<String> level, double shift, double rest, double scale) {

    /** What a feature measures. */
    public enum Kind {
        /** The number itself. */
        NUMBER,
        /** log(1 + number). */
        LOG_NUMBER,
        /** 1 where the number was missing. */
        MISSING,
        /** 1 where the category is the level. */
        LEVEL,
        /** The category's place in the sorted order. */
        RANK,
        /** The category's share of the training rows. */
        SHARE
    }

    /** Checks that nothing is null. */
    public Feature {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(level, "level");
    }

    /**
     * The same with another name.
     *
     * @param other the name
     * @return a new feature
     */
    public Feature withName(String other) {
        return new Feature(other, source, kind, level, shift, rest, scale);
    }

    /**
     * Scales a number.
     *
     * @param raw the number
     * @return (raw - shift - rest) / scale, or 0 for a feature without spread
     */
    public double scaled(double raw) {
        return scale == 0 ? 0 : (raw - shift - rest) / scale;
    }

    /**
     * The number behind a scaled value.
     *
     * @param scaled the value
     * @return scaled * scale + rest + shift
     */
    public double unscaled(double scaled) {
        return scaled * scale + rest + shift;
    }
}
