package org.tessera.workbench.kernel.data;

import java.time.ZonedDateTime;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeValue;

/** A cell of a date with time of day and time zone, written as ISO 8601 with the zone in brackets. KNIME keeps its own such cell in another bundle. */
public final class ZonedDateTimeCell extends TimeCell<ZonedDateTime>
        implements ZonedDateTimeValue, StringValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(ZonedDateTimeCell.class);

    private static final long serialVersionUID = 1;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public ZonedDateTimeCell(ZonedDateTime value) {
        super(value);
    }

    @Override
    public ZonedDateTime getZonedDateTime() {
        return value();
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return value().equals(((ZonedDateTimeValue) otherValue).getZonedDateTime());
    }
}
