package org.tessera.workbench.kernel.data;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.time.duration.DurationValue;
import org.knime.core.data.time.localdate.LocalDateValue;
import org.knime.core.data.time.localdatetime.LocalDateTimeValue;
import org.knime.core.data.time.localtime.LocalTimeValue;
import org.knime.core.data.time.period.PeriodValue;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeValue;

/** How one cell is written to a {@link StoredTable}: the number of its kind and its content. */
enum CellFormat {
    MISSING {
        @Override
        boolean fits(DataCell cell) {
            return cell.isMissing();
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            String reason = ((MissingValue) cell).getError();
            out.writeBoolean(reason != null);
            if (reason != null) {
                writeText(reason, out);
            }
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return in.readBoolean() ? new MissingCell(readText(in)) : DataType.getMissingCell();
        }
    },
    DOUBLE {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof DoubleCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            out.writeDouble(((DoubleCell) cell).getDoubleValue());
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new DoubleCell(in.readDouble());
        }
    },
    INT {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof IntCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            out.writeInt(((IntCell) cell).getIntValue());
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new IntCell(in.readInt());
        }
    },
    LONG {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof LongCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            out.writeLong(((LongCell) cell).getLongValue());
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new LongCell(in.readLong());
        }
    },
    BOOLEAN {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof BooleanCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            out.writeBoolean(((BooleanCell) cell).getBooleanValue());
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return BooleanCell.get(in.readBoolean());
        }
    },
    STRING {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof StringCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            writeText(((StringCell) cell).getStringValue(), out);
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new StringCell(readText(in));
        }
    },
    DATE {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof LocalDateCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            writeText(((LocalDateValue) cell).getLocalDate().toString(), out);
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new LocalDateCell(LocalDate.parse(readText(in)));
        }
    },
    DATE_TIME {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof LocalDateTimeCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            writeText(((LocalDateTimeValue) cell).getLocalDateTime().toString(), out);
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new LocalDateTimeCell(LocalDateTime.parse(readText(in)));
        }
    },
    IMAGE {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof PNGImageCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ((PNGImageCell) cell).getImageContent().save(bytes);
            writeBytes(bytes.toByteArray(), out);
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return PNGImageCellFactory.create(readBytes(in));
        }
    },
    ZONED_DATE_TIME {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof ZonedDateTimeCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            writeText(((ZonedDateTimeValue) cell).getZonedDateTime().toString(), out);
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new ZonedDateTimeCell(ZonedDateTime.parse(readText(in)));
        }
    },
    TIME {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof LocalTimeCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            writeText(((LocalTimeValue) cell).getLocalTime().toString(), out);
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new LocalTimeCell(LocalTime.parse(readText(in)));
        }
    },
    DURATION {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof DurationCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            writeText(((DurationValue) cell).getDuration().toString(), out);
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new DurationCell(Duration.parse(readText(in)));
        }
    },
    PERIOD {
        @Override
        boolean fits(DataCell cell) {
            return cell instanceof PeriodCell;
        }

        @Override
        void write(DataCell cell, DataOutput out) throws IOException {
            writeText(((PeriodValue) cell).getPeriod().toString(), out);
        }

        @Override
        DataCell read(DataInput in) throws IOException {
            return new PeriodCell(Period.parse(readText(in)));
        }
    };

    private static final CellFormat[] ALL = values();

    abstract boolean fits(DataCell cell);

    abstract void write(DataCell cell, DataOutput out) throws IOException;

    abstract DataCell read(DataInput in) throws IOException;

    static void writeCell(DataCell cell, DataOutput out) throws IOException {
        for (CellFormat format : ALL) {
            if (format.fits(cell)) {
                out.writeByte(format.ordinal());
                format.write(cell, out);
                return;
            }
        }
        throw new IOException("Cells of " + cell.getClass().getName() + " cannot be written");
    }

    static DataCell readCell(DataInput in) throws IOException {
        return ALL[in.readByte()].read(in);
    }

    static void writeText(String text, DataOutput out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    static String readText(DataInput in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
