package org.tessera.workbench.kernel.data;

import java.time.LocalTime;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.localtime.LocalTimeValue;

/** A cell of a time of day without time zone, written as ISO 8601. KNIME keeps its own such cell in another bundle. */
public final class LocalTimeCell extends TimeCell<LocalTime> implements LocalTimeValue, StringValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(LocalTimeCell.class);

    private static final long serialVersionUID = 1;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public LocalTimeCell(LocalTime value) {
        super(value);
    }

    @Override
    public LocalTime getLocalTime() {
        return value();
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return value().equals(((LocalTimeValue) otherValue).getLocalTime());
    }
}
