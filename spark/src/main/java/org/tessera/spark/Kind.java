package org.tessera.spark;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.DecimalType;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.SegmentationException;

/**
 * What a column of Spark holds for the engine: numbers with their quantity, or categories. Dates and times are the numbers that
 * KNIME's are; an instant counts in UTC.
 */
enum Kind implements Serializable {
    /** Whole numbers. */
    WHOLE(Quantity.NUMBER),
    /** Numbers. */
    NUMBER(Quantity.NUMBER),
    /** Numbers written as text, as in CSV. */
    WRITTEN(Quantity.NUMBER),
    /** Whole numbers written as text. */
    WRITTEN_WHOLE(Quantity.NUMBER),
    /** Dates. */
    DATE(Quantity.DATE),
    /** Dates with the time of day. */
    DATE_TIME(Quantity.DATE_TIME),
    /** Durations. */
    DURATION(Quantity.DURATION),
    /** Texts. */
    TEXT(null),
    /** Cells of CSV, of which an empty one is missing. */
    CELL(null),
    /** True or false, as categories. */
    FLAG(null);

    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final Quantity quantity;

    Kind(Quantity quantity) {
        this.quantity = quantity;
    }

    /** The kind of a type; empty if the engine knows no such columns. */
    static Optional<Kind> of(DataType type) {
        if (type.equals(DataTypes.ByteType)
                || type.equals(DataTypes.ShortType)
                || type.equals(DataTypes.IntegerType)
                || type.equals(DataTypes.LongType)) {
            return Optional.of(WHOLE);
        }
        if (type.equals(DataTypes.FloatType) || type.equals(DataTypes.DoubleType) || type instanceof DecimalType) {
            return Optional.of(NUMBER);
        }
        if (type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType)) {
            return Optional.of(DATE_TIME);
        }
        if (type instanceof DayTimeIntervalType) {
            return Optional.of(DURATION);
        }
        if (type.equals(DataTypes.DateType)) {
            return Optional.of(DATE);
        }
        if (type.equals(DataTypes.BooleanType)) {
            return Optional.of(FLAG);
        }
        return type.equals(DataTypes.StringType) ? Optional.of(TEXT) : Optional.empty();
    }

    /** @return what the numbers measure, empty for categories */
    Optional<Quantity> quantity() {
        return Optional.ofNullable(quantity);
    }

    /** The category of a cell that is not null; null if it is missing. */
    String category(Object cell) {
        String text = cell.toString();
        return this == CELL && text.isEmpty() ? null : text;
    }

    /** @return whether the numbers are known to be whole */
    boolean isWhole() {
        return this == WHOLE || this == WRITTEN_WHOLE;
    }

    /**
     * The number of a cell.
     *
     * @param column the name of the column, for messages
     * @param cell what Spark holds, not null
     * @return the number, in the unit of the quantity; NaN for a written blank
     * @throws SegmentationException if a text is no number
     */
    double number(String column, Object cell) {
        if (cell instanceof Number number) {
            return number instanceof BigDecimal decimal ? decimal.doubleValue() : number.doubleValue();
        }
        if (cell instanceof LocalDate date) {
            return date.toEpochDay();
        }
        if (cell instanceof Instant instant) {
            return days(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }
        if (cell instanceof LocalDateTime time) {
            return days(time);
        }
        if (cell instanceof Duration length) {
            long days = length.toDays();
            return Quantity.days(days, length.minusDays(days).toNanos());
        }
        return written(column, cell.toString());
    }

    private static double days(LocalDateTime time) {
        return Quantity.days(time.toLocalDate().toEpochDay(), time.toLocalTime().toNanoOfDay());
    }

    private static double written(String column, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Double.NaN;
        }
        if (!isWritten(stripped)) {
            throw new SegmentationException(
                    "Column '" + column + "' holds '" + text + "', but numbers are needed",
                    "write plain numbers such as 1234.5",
                    "leave the cell empty");
        }
        return Double.parseDouble(stripped);
    }

    /** Whether a text is a plain number, with a point and without groups of digits. */
    static boolean isWritten(String text) {
        return WRITTEN_NUMBER.matcher(text).matches();
    }
}
