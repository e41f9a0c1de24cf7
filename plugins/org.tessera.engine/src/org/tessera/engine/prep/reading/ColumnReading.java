package org.tessera.engine.prep.reading;

import java.util.Objects;
import java.util.Optional;

/**
 * A column whose values are numbers, dates or times written as text, or dates written as numbers of eight digits: read as
 * such, or not and why.
 *
 * @param column the name of the source column
 * @param pattern how its values are read, or how most of them would be read
 * @param outcome whether they are read
 * @param account how many values read, and what does not, when the preparation was made
 */
public record ColumnReading(String column, TextPattern pattern, Outcome outcome, ReadingAccount account) {

    /** Whether a column is read, or why not. */
    public enum Outcome {
        /** The column is read; what does not read is missing. */
        READ,
        /** Too many values do not read. */
        PARTLY,
        /** The values read in two ways that differ: decimal sign or order of day and month. */
        AMBIGUOUS,
        /** The numbers have different units. */
        SEVERAL_UNITS,
        /** Some of the times have an offset from UTC and some have none. */
        SOME_OFFSETS,
        /** The years have two digits, which leave the century or the order of day, month and year open. */
        SHORT_YEARS,
        /** The times of day may as well be durations. */
        DURATIONS,
        /** A letter beside the numbers may stand for millions or billions, or for something else. */
        MAGNITUDES,
        /** The whole numbers may as well be codes: few different ones, or all of the same length. */
        CODES
    }

    /** Checks that nothing is null. */
    public ColumnReading {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(account, "account");
    }

    /**
     * What a text of the column reads as.
     *
     * @return the sample of the account as a date or time of day, such as "2021-03-05"; empty for numbers, and if it
     *     does not read
     */
    public Optional<String> sampleValue() {
        double value = pattern.value(account.sample());
        boolean shown = !pattern.format().isNumber() && !Double.isNaN(value);
        return shown
                ? Optional.of(
                        pattern.format().quantity(value == Math.rint(value)).text(value))
                : Optional.empty();
    }

    /** @return whether the column is read */
    public boolean isRead() {
        return outcome == Outcome.READ;
    }
}
