package org.tessera.workbench.kernel.data;

import java.time.LocalDate;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.localdate.LocalDateValue;

/** A cell of a date without time zone, written as ISO 8601. KNIME keeps its own such cell in another bundle. */
public final class LocalDateCell extends TimeCell<LocalDate> implements LocalDateValue, StringValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(LocalDateCell.class);

    private static final long serialVersionUID = 1;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public LocalDateCell(LocalDate value) {
        super(value);
    }

    @Override
    public LocalDate getLocalDate() {
        return value();
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return value().equals(((LocalDateValue) otherValue).getLocalDate());
    }
}
