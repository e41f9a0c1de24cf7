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
 * @param scale the number is divided by it after shifting; 0 makes the feature 0 (no spread in training)
 */
public record Feature(String name, String source, Kind kind, Optional<String> level, double shift, double scale) {

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
     * Scales a number.
     *
     * @param raw the number
     * @return (raw - shift) / scale, or 0 for a feature without spread
     */
    public double scaled(double raw) {
        return scale == 0 ? 0 : (raw - shift) / scale;
    }

    /**
     * The number behind a scaled value.
     *
     * @param scaled the value
     * @return scaled * scale + shift
     */
    public double unscaled(double scaled) {
        return scaled * scale + shift;
    }
}
