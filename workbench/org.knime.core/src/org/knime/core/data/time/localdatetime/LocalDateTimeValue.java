package org.knime.core.data.time.localdatetime;

import java.time.LocalDateTime;
import org.knime.core.data.DataValue;

/** A date with time of day, without time zone, ordered by time. */
public interface LocalDateTimeValue extends DataValue {

    /** Utility of this value type. */
    LocalDateTimeUtility UTILITY = new LocalDateTimeUtility();

    /**
     * Reads the value.
     *
     * @return the value
     */
    LocalDateTime getLocalDateTime();
}
