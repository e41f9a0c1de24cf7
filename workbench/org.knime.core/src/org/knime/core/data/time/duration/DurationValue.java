package org.knime.core.data.time.duration;

import java.time.Duration;
import org.knime.core.data.DataValue;

/** A length of time in seconds and nanoseconds, ordered by length. */
public interface DurationValue extends DataValue {

    /** Utility of this value type. */
    DurationUtility UTILITY = new DurationUtility();

    /**
     * Reads the value.
     *
     * @return the value
     */
    Duration getDuration();
}
