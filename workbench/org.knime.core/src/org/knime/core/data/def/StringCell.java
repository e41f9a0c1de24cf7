package org.knime.core.data.def;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A cell of a text. */
public final class StringCell extends DataCell implements StringValue, NominalValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private static final long serialVersionUID = 1;

    private final String value;

    /**
     * Creates a cell.
     *
     * @param str the text
     * @throws NullPointerException if it is null
     */
    public StringCell(String str) {
        value = Objects.requireNonNull(str, "String value can't be null.");
    }

    @Override
    public String getStringValue() {
        return value;
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return value.equals(((StringCell) dc).value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }

    /** Creates cells of this class from text. */
    public static final class StringCellFactory
            implements DataCellFactory.FromSimpleString,
                    DataCellFactory.FromComplexString,
                    DataCellFactory.FromReader,
                    DataCellFactory.FromInputStream {

        /** The type of the cells. */
        public static final DataType TYPE = StringCell.TYPE;

        /** Creates a factory. */
        public StringCellFactory() {}

        /**
         * Creates a cell.
         *
         * @param s the text
         * @return the cell
         */
        public static DataCell create(String s) {
            return new StringCell(s);
        }

        @Override
        public DataCell createCell(String input) {
            return create(input);
        }

        @Override
        public DataCell createCell(Reader input) throws IOException {
            StringWriter text = new StringWriter();
            input.transferTo(text);
            return new StringCell(text.toString());
        }

        @Override
        public DataCell createCell(InputStream input) throws IOException {
            return createCell(new InputStreamReader(input, StandardCharsets.UTF_8));
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }
    }
}
