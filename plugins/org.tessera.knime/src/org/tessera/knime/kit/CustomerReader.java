package org.tessera.knime.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.data.ReadingEstimate;
import org.tessera.engine.run.SegmentationException;

/**
 * Reads the columns of customers: numbers, dates and times as numbers (see {@link TimeKind}), texts and Booleans as
 * categories. Lists and other types are not supported, see {@link #isUsable(DataColumnSpec)}.
 */
public final class CustomerReader {

    /** Cells read between two checks for cancellation, a few milliseconds. */
    private static final int CELLS_PER_CHECK = 1 << 15;

    private CustomerReader() {}

    /**
     * Whether a column can be read.
     *
     * @param column its spec
     * @return true for numbers, dates, times, texts and Booleans
     */
    public static boolean isUsable(DataColumnSpec column) {
        DataType type = column.getType();
        return type.isCompatible(DoubleValue.class)
                || TimeKind.of(column).isPresent()
                || type.isCompatible(StringValue.class)
                || type.isCompatible(BooleanValue.class);
    }

    /**
     * Whether a column holds plain numbers.
     *
     * @param column its spec
     * @return true for numbers, false for dates, times, texts and Booleans
     */
    public static boolean isNumeric(DataColumnSpec column) {
        DataType type = column.getType();
        return type.isCompatible(DoubleValue.class) && !type.isCompatible(BooleanValue.class);
    }

    /**
     * The quantity that a column measures.
     *
     * @param column its spec
     * @return the quantity, or empty for texts and Booleans
     */
    public static Optional<Quantity> quantity(DataColumnSpec column) {
        return isNumeric(column)
                ? Optional.of(Quantity.NUMBER)
                : TimeKind.of(column).map(TimeKind::quantity);
    }

    /**
     * The usable columns of a table.
     *
     * @param spec the table's spec
     * @return their specs, in order
     */
    public static List<DataColumnSpec> usable(DataTableSpec spec) {
        return spec.stream().filter(CustomerReader::isUsable).toList();
    }

    /**
     * Reads columns.
     *
     * @param table the table
     * @param names the columns, all of them usable
     * @param exec progress and cancel
     * @return the customers
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a number is infinite or too large
     * @throws SegmentationException if there are more than 2^31 rows or too many for the memory
     */
    public static CustomerTable read(BufferedDataTable table, List<String> names, ExecutionMonitor exec)
            throws CanceledExecutionException, KNIMEException {
        if (table.size() > Integer.MAX_VALUE - 8) {
            throw new SegmentationException(
                    "The table has " + table.size() + " rows, but at most " + (Integer.MAX_VALUE - 8) + " can be used",
                    "take a sample with the Row Sampling node");
        }
        Limits.check(ReadingEstimate.columns(DataSize.of(table.size(), names.size())));
        try (Blocks blocks = new Blocks(table, names)) {
            return blocks.next((int) table.size(), exec);
        }
    }

    /** Reads columns block after block, so that memory does not grow with the table. */
    public static final class Blocks implements AutoCloseable {

        private final DataTableSpec spec;
        private final long size;
        private final int[] columns;
        private final RowCursor cursor;
        private long done;

        /**
         * Starts to read.
         *
         * @param table the table
         * @param names the columns, all of them usable
         */
        public Blocks(BufferedDataTable table, List<String> names) {
            spec = table.getDataTableSpec();
            size = table.size();
            columns = names.stream().mapToInt(spec::findColumnIndex).toArray();
            cursor = table.cursor(TableFilter.materializeCols(columns));
        }

        /**
         * Reads the next rows. O(n) per column.
         *
         * @param rows number of rows, no more than are left
         * @param exec progress and cancel
         * @return the customers
         * @throws CanceledExecutionException if the user has canceled
         * @throws KNIMEException if a number is infinite or too large
         */
        public CustomerTable next(int rows, ExecutionMonitor exec) throws CanceledExecutionException, KNIMEException {
            List<Reader> readers = new ArrayList<>();
            for (int column : columns) {
                readers.add(reader(spec, column, rows));
            }
            int rowsPerCheck = rowsPerCheck(columns.length);
            for (int i = 0; i < rows; i++) {
                RowRead row = cursor.forward();
                if (i % rowsPerCheck == 0) {
                    exec.checkCanceled();
                    exec.setProgress(done / (double) size, "Reading row " + done + " of " + size);
                }
                for (Reader reader : readers) {
                    reader.read(row, i, done);
                }
                done++;
            }
            return new CustomerTable(rows, readers.stream().map(Reader::column).toList());
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /** Rows read between two checks for cancellation, at least 1. */
    static int rowsPerCheck(int columns) {
        return Math.max(1, CELLS_PER_CHECK / Math.max(1, columns));
    }

    private static Reader reader(DataTableSpec spec, int index, int n) {
        DataColumnSpec column = spec.getColumnSpec(index);
        if (isNumeric(column)) {
            return new NumberReader(column, index, n);
        }
        Optional<TimeKind> time = TimeKind.of(column);
        return time.isPresent()
                ? new TimeReader(column, time.get(), index, n)
                : new TextReader(column, index, n, column.getType().isCompatible(BooleanValue.class));
    }

    private interface Reader {
        /** Reads the entry of row i of the block, which is another one of the table. */
        void read(RowRead row, int i, long tableRow) throws KNIMEException;

        Column column();
    }

    private static final class NumberReader implements Reader {
        private final DataColumnSpec spec;
        private final int index;
        private final double[] values;

        NumberReader(DataColumnSpec spec, int index, int n) {
            this.spec = spec;
            this.index = index;
            this.values = new double[n];
        }

        @Override
        public void read(RowRead row, int i, long tableRow) throws KNIMEException {
            double value = row.isMissing(index) ? Double.NaN : ((DoubleValue) row.getValue(index)).getDoubleValue();
            if (Math.abs(value) > UsableNumber.MAX_MAGNITUDE) {
                throw UsableNumber.refusal(
                        value,
                        new UsableNumber.Place(
                                spec.getName(), index, row.getRowKey().getString(), tableRow));
            }
            values[i] = value;
        }

        @Override
        public Column column() {
            return new NumericColumn(spec.getName(), values, spec.getType().isCompatible(LongValue.class));
        }
    }

    private static final class TimeReader implements Reader {
        private final DataColumnSpec spec;
        private final TimeKind kind;
        private final int index;
        private final double[] values;

        TimeReader(DataColumnSpec spec, TimeKind kind, int index, int n) {
            this.spec = spec;
            this.kind = kind;
            this.index = index;
            this.values = new double[n];
        }

        @Override
        public void read(RowRead row, int i, long tableRow) {
            values[i] = row.isMissing(index) ? Double.NaN : kind.number(row.getValue(index));
        }

        @Override
        public Column column() {
            return new NumericColumn(spec.getName(), values, false, kind.quantity());
        }
    }

    private static final class TextReader implements Reader {
        private final DataColumnSpec spec;
        private final int index;
        private final boolean flags;
        private final int[] codes;
        private final Map<String, Integer> dictionary = new HashMap<>();
        private final List<String> levels = new ArrayList<>();

        TextReader(DataColumnSpec spec, int index, int n, boolean flags) {
            this.spec = spec;
            this.index = index;
            this.flags = flags;
            this.codes = new int[n];
            Arrays.fill(codes, CategoryColumn.MISSING);
        }

        @Override
        public void read(RowRead row, int i, long tableRow) {
            if (!row.isMissing(index)) {
                DataValue value = row.getValue(index);
                String text = flags
                        ? Boolean.toString(((BooleanValue) value).getBooleanValue())
                        : ((StringValue) value).getStringValue();
                Integer code = dictionary.get(text);
                if (code == null) {
                    code = levels.size();
                    dictionary.put(text, code);
                    levels.add(text);
                }
                codes[i] = code;
            }
        }

        @Override
        public Column column() {
            return new CategoryColumn(spec.getName(), codes, levels);
        }
    }
}
