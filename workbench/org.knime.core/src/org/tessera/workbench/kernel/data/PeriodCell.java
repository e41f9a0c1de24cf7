package org.tessera.workbench.kernel.data;

import java.time.Period;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.period.PeriodValue;

/** A cell of a length of time in years, months and days, written as ISO 8601. KNIME keeps its own such cell in another bundle. */
public final class PeriodCell extends TimeCell<Period> implements PeriodValue, StringValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(PeriodCell.class);

    private static final long serialVersionUID = 1;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public PeriodCell(Period value) {
        super(value);
    }

    @Override
    public Period getPeriod() {
        return value();
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return value().equals(((PeriodValue) otherValue).getPeriod());
    }
}
