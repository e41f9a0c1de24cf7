package org.tessera.engine.prep.reading;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;

/** Counts how the texts of a column read as numbers, to decide the decimal sign and the unit for all of them. */
final class NumberTally {

    /** Different numbers with three digits behind a sign from which it separates groups, see {@link #separatesGroups}. */
    private static final int GROUPED_LEVELS = 50;

    /** Largest number of digits that are not in groups. */
    private static final int GROUP = 3;

    /** Rows that read with the same unit. */
    private static final class Counts {
        private int point;
        private int comma;
        private int onlyPoint;
        private int onlyComma;
        private int pointGroups;
        private int commaGroups;
        private int shortLevels;
        private int longLevels;

        void add(NumberText number, int count) {
            boolean readsPoint = !Double.isNaN(number.point());
            boolean readsComma = !Double.isNaN(number.comma());
            point += readsPoint ? count : 0;
            comma += readsComma ? count : 0;
            onlyPoint += readsComma ? 0 : count;
            onlyComma += readsPoint ? 0 : count;
            if (number.isAmbiguous()) {
                boolean large = Math.abs(number.point()) > Math.abs(number.comma());
                pointGroups += large ? 1 : 0;
                commaGroups += large ? 0 : 1;
            } else if (number.point() == Math.rint(number.point()) && number.point() != 0) {
                shortLevels += number.digits() <= GROUP ? 1 : 0;
                longLevels += number.digits() <= GROUP ? 0 : 1;
            }
        }

        void add(Counts other) {
            point += other.point;
            comma += other.comma;
            onlyPoint += other.onlyPoint;
            onlyComma += other.onlyComma;
            pointGroups += other.pointGroups;
            commaGroups += other.commaGroups;
            shortLevels += other.shortLevels;
            longLevels += other.longLevels;
        }

        boolean isAmbiguous() {
            return pointGroups + commaGroups > 0;
        }

        /**
         * Whether a sign that could be the decimal one separates groups: at least 50 different numbers have exactly
         * three digits behind it, some have none at all and at most three digits, and none has more without it. By
         * chance, one decimal in ten ends with a zero that is not written: .9^50 is .5 %.
         */
        boolean separatesGroups(int groups, int others) {
            return groups >= GROUPED_LEVELS && others == 0 && shortLevels > 0 && longLevels == 0;
        }

        /** The format that all texts agree upon, empty if they contradict each other or leave it open. */
        Optional<TextFormat> proven() {
            if (!isAmbiguous()) {
                return Optional.of(comma > point ? TextFormat.DECIMAL_COMMA : TextFormat.DECIMAL_POINT);
            }
            if (onlyComma == 0 && (onlyPoint > 0 || separatesGroups(pointGroups, commaGroups))) {
                return Optional.of(TextFormat.DECIMAL_POINT);
            }
            if (onlyPoint == 0 && (onlyComma > 0 || separatesGroups(commaGroups, pointGroups))) {
                return Optional.of(TextFormat.DECIMAL_COMMA);
            }
            return Optional.empty();
        }
    }

    /** A pattern, and {@link Outcome#READ} if nothing speaks against it. */
    record Candidate(TextPattern pattern, Outcome outcome) {

        Candidate(TextFormat format, Outcome outcome) {
            this(TextPattern.of(format), outcome);
        }
    }

    private final Map<String, Counts> byUnit = new TreeMap<>();
    private int rows;
    private int levels;
    private int decoratedLevels;
    private int spacedLevels;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private int codes;
    private boolean thousands;
    private boolean letters;

    void add(NumberText number, int count) {
        if (number.style() == NumberText.Style.CODE) {
            codes += count;
        }
        if (!number.isNumber()) {
            return;
        }
        byUnit.computeIfAbsent(number.unit(), u -> new Counts()).add(number, count);
        rows += count;
        levels++;
        decoratedLevels += number.isDigitsOnly() ? 0 : 1;
        thousands |= number.style() == NumberText.Style.THOUSANDS;
        letters |= number.style() == NumberText.Style.LETTER;
        spacedLevels += number.style() == NumberText.Style.SPACED ? 1 : 0;
        shortest = Math.min(shortest, number.digits());
        longest = Math.max(longest, number.digits());
    }

    /** Number of rows that read with either decimal sign. */
    int rows() {
        return rows;
    }

    /** Number of different texts that read. */
    int levels() {
        return levels;
    }

    /** Whether some texts are digits as no number is written, such as "00123". */
    boolean hasCodes() {
        return codes > 0;
    }

    /** Whether all that reads is digits, with or without blanks between groups. */
    boolean isDigitsOnly() {
        return decoratedLevels == 0;
    }

    /** Whether all that reads has the same number of digits, and at least so many of them (in groups: so many). */
    boolean isOfOneLength(int digits, int spacedDigits) {
        return shortest == longest && shortest >= (spacedLevels == 0 ? digits : spacedDigits);
    }

    /** The pattern of most texts that read; at least one does. */
    Candidate candidate() {
        String unit = Units.NONE;
        int units = 0;
        for (Map.Entry<String, Counts> entry : byUnit.entrySet()) {
            if (!entry.getKey().isEmpty()) {
                boolean more = units == 0 || entry.getValue().point > byUnit.get(unit).point;
                unit = more ? entry.getKey() : unit;
                units++;
            }
        }
        Counts counts = new Counts();
        counts.add(byUnit.getOrDefault(unit, new Counts()));
        if (!unit.isEmpty() && !unit.equals(Units.PERCENT)) {
            counts.add(byUnit.getOrDefault(Units.NONE, new Counts()));
        }
        Optional<TextFormat> proven = counts.proven();
        TextFormat likely = counts.comma > counts.point ? TextFormat.DECIMAL_COMMA : TextFormat.DECIMAL_POINT;
        return new Candidate(new TextPattern(proven.orElse(likely), unit), outcome(units, proven.isPresent()));
    }

    private Outcome outcome(int units, boolean proven) {
        if (units > 1) {
            return Outcome.SEVERAL_UNITS;
        }
        if (letters && !thousands) {
            return Outcome.MAGNITUDES;
        }
        return proven ? Outcome.READ : Outcome.AMBIGUOUS;
    }
}
