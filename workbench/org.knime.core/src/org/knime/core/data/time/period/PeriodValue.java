package org.knime.core.data.time.period;

import java.time.Period;
import org.knime.core.data.DataValue;

/** A length of time in years, months and days, whose length depends on where it starts; without an order. */
public interface PeriodValue extends DataValue {

    /** Utility of this value type. */
    PeriodUtility UTILITY = new PeriodUtility();

    /**
     * Reads the value.
     *
     * @return the value
     */
    Period getPeriod();
}
