package org.knime.core.data.time.localdate;

import java.time.LocalDate;
import org.knime.core.data.DataValue;

/** A date without time and time zone, ordered by time. */
public interface LocalDateValue extends DataValue {

    /** Utility of this value type. */
    LocalDateUtility UTILITY = new LocalDateUtility();

    /**
     * Reads the value.
     *
     * @return the value
     */
    LocalDate getLocalDate();
}
