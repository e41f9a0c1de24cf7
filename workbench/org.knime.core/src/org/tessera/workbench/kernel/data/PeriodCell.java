package org.tessera.workbench.kernel.data;

import java.time.Period;
import java.util.Objects;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.period.PeriodValue;

/** A cell of a length of time in years, months and days, written as ISO 8601. KNIME keeps its own such cell in another bundle. */
public final class PeriodCell extends DataCell implements PeriodValue, StringValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(PeriodCell.class);

    private static final long serialVersionUID = 1;

    private final Period value;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public PeriodCell(Period value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public Period getPeriod() {
        return value;
    }

    @Override
    public String getStringValue() {
        return value.toString();
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return value.equals(((PeriodCell) dc).value);
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return value.equals(((PeriodValue) otherValue).getPeriod());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return getStringValue();
    }
}
