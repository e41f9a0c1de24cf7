package org.tessera.workbench.kernel.data;

import java.time.LocalTime;
import java.util.Objects;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.localtime.LocalTimeValue;

/** A cell of a time of day without time zone, written as ISO 8601. KNIME keeps its own such cell in another bundle. */
public final class LocalTimeCell extends DataCell implements LocalTimeValue, StringValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(LocalTimeCell.class);

    private static final long serialVersionUID = 1;

    private final LocalTime value;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public LocalTimeCell(LocalTime value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public LocalTime getLocalTime() {
        return value;
    }

    @Override
    public String getStringValue() {
        return value.toString();
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return value.equals(((LocalTimeCell) dc).value);
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return value.equals(((LocalTimeValue) otherValue).getLocalTime());
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
