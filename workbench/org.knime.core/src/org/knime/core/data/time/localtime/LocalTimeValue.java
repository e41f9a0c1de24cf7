package org.knime.core.data.time.localtime;

import java.time.LocalTime;
import org.knime.core.data.DataValue;

/** A time of day without date and time zone, ordered by time. */
public interface LocalTimeValue extends DataValue {

    /** Utility of this value type. */
    LocalTimeUtility UTILITY = new LocalTimeUtility();

    /**
     * Reads the value.
     *
     * @return the value
     */
    LocalTime getLocalTime();
}
