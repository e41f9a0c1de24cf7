package org.tessera.workbench.kernel.data;

import java.time.LocalDate;
import java.util.Objects;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.localdate.LocalDateValue;

/** A cell of a date without time zone, written as ISO 8601. KNIME keeps its own such cell in another bundle. */
public final class LocalDateCell extends DataCell implements LocalDateValue, StringValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(LocalDateCell.class);

    private static final long serialVersionUID = 1;

    private final LocalDate value;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public LocalDateCell(LocalDate value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public LocalDate getLocalDate() {
        return value;
    }

    @Override
    public String getStringValue() {
        return value.toString();
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return value.equals(((LocalDateCell) dc).value);
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return value.equals(((LocalDateValue) otherValue).getLocalDate());
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
