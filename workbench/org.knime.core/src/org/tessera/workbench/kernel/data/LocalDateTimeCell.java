package org.tessera.workbench.kernel.data;

import java.time.LocalDateTime;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.localdatetime.LocalDateTimeValue;

/** A cell of a date with time of day without time zone, written as ISO 8601. KNIME keeps its own such cell in another bundle. */
public final class LocalDateTimeCell extends TimeCell<LocalDateTime>
        implements LocalDateTimeValue, StringValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(LocalDateTimeCell.class);

    private static final long serialVersionUID = 1;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public LocalDateTimeCell(LocalDateTime value) {
        super(value);
    }

    @Override
    public LocalDateTime getLocalDateTime() {
        return value();
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return value().equals(((LocalDateTimeValue) otherValue).getLocalDateTime());
    }
}
