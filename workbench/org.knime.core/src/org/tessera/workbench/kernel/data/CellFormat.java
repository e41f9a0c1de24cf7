package org.tessera.workbench.kernel.data;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    DATE(LocalDateCell.class),
    DATE_TIME(LocalDateTimeCell.class),
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
    ZONED_DATE_TIME(ZonedDateTimeCell.class),
    TIME(LocalTimeCell.class),
    DURATION(DurationCell.class),
    PERIOD(PeriodCell.class);

    private static final CellFormat[] ALL = values();

    /** Of cells that are written as texts. */
    private final Class<? extends TimeCell<?>> time;

    CellFormat() {
        this(null);
    }

    CellFormat(Class<? extends TimeCell<?>> time) {
        this.time = time;
    }

    boolean fits(DataCell cell) {
        return time.isInstance(cell);
    }

    void write(DataCell cell, DataOutput out) throws IOException {
        writeText(time.cast(cell).getStringValue(), out);
    }

    DataCell read(DataInput in) throws IOException {
        return TimeCell.parse(time.getSimpleName(), readText(in));
    }

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
