package org.tessera.workbench.kernel.data;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.knime.core.data.DataCell;

/**
 * What cells of dates, times and lengths of time have in common: one value, written as ISO 8601.
 *
 * @param <T> the class of the value
 */
public abstract class TimeCell<T extends Serializable> extends DataCell {

    private static final long serialVersionUID = 1;

    private static final Map<String, Function<String, DataCell>> PARSERS = Map.of(
            "LocalDateCell", text -> new LocalDateCell(LocalDate.parse(text)),
            "LocalDateTimeCell", text -> new LocalDateTimeCell(LocalDateTime.parse(text)),
            "ZonedDateTimeCell", text -> new ZonedDateTimeCell(ZonedDateTime.parse(text)),
            "LocalTimeCell", text -> new LocalTimeCell(LocalTime.parse(text)),
            "DurationCell", text -> new DurationCell(Duration.parse(text)),
            "PeriodCell", text -> new PeriodCell(Period.parse(text)));

    private final T value;

    TimeCell(T value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * Whether cells of a class are dates, times or lengths of time.
     *
     * @param name simple name of the class
     * @return whether {@link #parse} makes such cells
     */
    public static boolean isOne(String name) {
        return PARSERS.containsKey(name);
    }

    /**
     * The cell that {@link #getStringValue} has written.
     *
     * @param name simple name of its class
     * @param text its value as ISO 8601
     * @return the cell
     * @throws java.time.format.DateTimeParseException if the text is none
     */
    public static DataCell parse(String name, String text) {
        return PARSERS.get(name).apply(text);
    }

    final T value() {
        return value;
    }

    /** @return the value as ISO 8601 */
    public final String getStringValue() {
        return value.toString();
    }

    @Override
    protected final boolean equalsDataCell(DataCell dc) {
        return value.equals(((TimeCell<?>) dc).value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return getStringValue();
    }
}
