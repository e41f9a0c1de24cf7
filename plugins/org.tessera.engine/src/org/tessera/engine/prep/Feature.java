package org.tessera.engine.prep;

import java.util.Objects;
import java.util.Optional;
import org.tessera.engine.prep.numbers.YeoJohnson;

/**
 * One feature: how an entry of a source column is encoded as a number, and how that number is scaled.
 *
 * @param name the feature's name, unique in its table
 * @param source the source column it is derived from
 * @param kind the encoding
 * @param level the category of a {@link Kind#LEVEL} feature, empty otherwise
 * @param transformation the transformation of a {@link Kind#YEO_JOHNSON_NUMBER} feature, empty otherwise
 * @param shift the location, subtracted from the number
 * @param shiftLow the low-order part of a location held in double-double arithmetic, subtracted after the shift
 * @param scale the divisor after shifting, already divided by the column's weight; 0 for a feature without spread in
 *     training, which is 0 everywhere
 */
public record Feature(
        String name,
        String source,
        Kind kind,
        Optional<String> level,
        Optional<YeoJohnson> transformation,
        double shift,
        double shiftLow,
        double scale) {

    /** The encoding of an entry as a number. */
    public enum Kind {
        /** The number itself. */
        NUMBER,
        /** log(1 + number). */
        LOG_NUMBER,
        /** The number transformed by {@link YeoJohnson}. */
        YEO_JOHNSON_NUMBER,
        /** Indicator: 1 where the number is missing, otherwise 0. */
        MISSING,
        /** Indicator: 1 where the category is the level, otherwise 0. */
        LEVEL,
        /** The category's index in the order of the levels, from 0. */
        RANK,
        /** The category's share of the training rows. */
        SHARE
    }

    /** Checks that nothing is null, and that exactly the features that need a transformation have one. */
    public Feature {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(level, "level");
        if (transformation.isPresent() != (kind == Kind.YEO_JOHNSON_NUMBER)) {
            throw new IllegalArgumentException("Feature '" + name + "' of the kind " + kind + " has "
                    + (transformation.isPresent() ? "a lambda" : "no lambda"));
        }
    }

    /** A feature that is not scaled yet. */
    static Feature unscaled(String name, String source, Kind kind) {
        return new Feature(name, source, kind, Optional.empty(), Optional.empty(), 0, 0, 1);
    }

    /** A feature of transformed numbers that is not scaled yet. */
    static Feature transformed(String source, YeoJohnson transformation) {
        return new Feature(
                source, source, Kind.YEO_JOHNSON_NUMBER, Optional.empty(), Optional.of(transformation), 0, 0, 1);
    }

    /** The indicator of a level that is not scaled yet. */
    static Feature level(String source, String level) {
        return new Feature(source + "=" + level, source, Kind.LEVEL, Optional.of(level), Optional.empty(), 0, 0, 1);
    }

    /** Whether the numbers of the source column, transformed or not, are the feature. */
    boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.LOG_NUMBER || kind == Kind.YEO_JOHNSON_NUMBER;
    }

    /** The same with another name. */
    Feature withName(String other) {
        return new Feature(other, source, kind, level, transformation, shift, shiftLow, scale);
    }

    /** The same with another location and scale. */
    Feature scaled(double otherShift, double otherShiftLow, double otherScale) {
        return new Feature(name, source, kind, level, transformation, otherShift, otherShiftLow, otherScale);
    }

    /** Scales a number: (raw - shift - shiftLow) / scale, or 0 for a feature without spread. */
    double scaled(double raw) {
        return scale == 0 ? 0 : (raw - shift - shiftLow) / scale;
    }

    /**
     * The inverse of encoding and scaling: the number in the units of the source column that has this feature; for
     * categories the indicator, rank or share.
     *
     * @param value a value of the feature
     * @return the number; for a feature without spread its location; infinite where {@link YeoJohnson#inverse} is
     */
    public double inOwnUnits(double value) {
        double raw = value * scale + shiftLow + shift;
        return switch (kind) {
            case LOG_NUMBER -> Math.expm1(raw);
            case YEO_JOHNSON_NUMBER -> transformation.orElseThrow().inverse(raw);
            case NUMBER, MISSING, LEVEL, RANK, SHARE -> raw;
        };
    }
}
