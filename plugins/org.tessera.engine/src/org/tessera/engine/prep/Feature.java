package org.tessera.engine.prep;

import java.util.Objects;
import java.util.Optional;

/**
 * One feature: how an entry of a source column is encoded as a number, and how that number is scaled.
 *
 * @param name the feature's name, unique in its table
 * @param source the source column it is derived from
 * @param kind the encoding
 * @param level the category of a {@link Kind#LEVEL} feature, empty otherwise
 * @param shift the location, subtracted from the number
 * @param shiftLow the low-order part of a location held in double-double arithmetic, subtracted after the shift
 * @param scale the divisor after shifting; 0 for a feature without spread in training, which is 0 everywhere
 */
public record Feature(
        String name, String source, Kind kind, Optional<String> level, double shift, double shiftLow, double scale) {

    /** The encoding of an entry as a number. */
    public enum Kind {
        /** The number itself. */
        NUMBER,
        /** log(1 + number). */
        LOG_NUMBER,
        /** Indicator: 1 where the number is missing, otherwise 0. */
        MISSING,
        /** Indicator: 1 where the category is the level, otherwise 0. */
        LEVEL,
        /** The category's index in the order of the levels, from 0. */
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

    /** The same with another name. */
    Feature withName(String other) {
        return new Feature(other, source, kind, level, shift, shiftLow, scale);
    }

    /** Scales a number: (raw - shift - shiftLow) / scale, or 0 for a feature without spread. */
    double scaled(double raw) {
        return scale == 0 ? 0 : (raw - shift - shiftLow) / scale;
    }
}
