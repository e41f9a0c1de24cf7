package org.knime.core.data.time.period;

import org.knime.core.data.ExtensibleUtilityFactory;

/** Name of {@link PeriodValue}s. */
public final class PeriodUtility extends ExtensibleUtilityFactory {

    /** Creates the utility. */
    public PeriodUtility() {
        super(PeriodValue.class);
    }

    @Override
    public String getName() {
        return "Duration (Date-based)";
    }
}
