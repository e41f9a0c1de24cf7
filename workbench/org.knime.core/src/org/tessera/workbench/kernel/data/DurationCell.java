package org.tessera.workbench.kernel.data;

import java.time.Duration;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.time.duration.DurationValue;

/** A cell of a length of time, written as ISO 8601. KNIME keeps its own such cell in another bundle. */
public final class DurationCell extends TimeCell<Duration> implements DurationValue, StringValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(DurationCell.class);

    private static final long serialVersionUID = 1;

    /**
     * Creates a cell.
     *
     * @param value the value
     * @throws NullPointerException if it is null
     */
    public DurationCell(Duration value) {
        super(value);
    }

    @Override
    public Duration getDuration() {
        return value();
    }

    @Override
    protected boolean equalContent(DataValue otherValue) {
        return value().equals(((DurationValue) otherValue).getDuration());
    }
}
