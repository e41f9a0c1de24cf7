package org.knime.core.data.time.zoneddatetime;

import java.time.ZonedDateTime;
import org.knime.core.data.DataValue;

/** A date with time of day and time zone, ordered by the instant, then by local time and zone. */
public interface ZonedDateTimeValue extends DataValue {

    /** Utility of this value type. */
    ZonedDateTimeUtility UTILITY = new ZonedDateTimeUtility();

    /**
     * Reads the value.
     *
     * @return the value
     */
    ZonedDateTime getZonedDateTime();
}
