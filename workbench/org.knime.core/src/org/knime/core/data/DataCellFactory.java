package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.text.ParseException;
import org.knime.core.node.ExecutionContext;

/** Creates cells of one type from something else, such as text. */
public interface DataCellFactory {

    /**
     * Prepares this factory before its first cell; does nothing unless overridden.
     *
     * @param exec the context of the node that creates cells
     */
    default void init(ExecutionContext exec) {}

    /**
     * Tells the type of the cells.
     *
     * @return the type
     */
    DataType getDataType();

    /** A factory that reads text. */
    interface FromString extends DataCellFactory {

        /**
         * Creates a cell.
         *
         * @param input the text
         * @return the cell, missing where the type says so for empty text
         * @throws IllegalArgumentException if the text is no value of this type
         */
        DataCell createCell(String input);
    }

    /** A factory that reads short text without line breaks. */
    interface FromSimpleString extends FromString {}

    /** A factory that reads any text. */
    interface FromComplexString extends FromString {}

    /** A factory that reads characters. */
    interface FromReader extends DataCellFactory {

        /**
         * Creates a cell.
         *
         * @param input the characters
         * @return the cell
         * @throws ParseException if the characters are no value of this type
         * @throws IOException if they cannot be read
         */
        DataCell createCell(Reader input) throws ParseException, IOException;
    }

    /** A factory that reads bytes. */
    interface FromInputStream extends DataCellFactory {

        /**
         * Creates a cell.
         *
         * @param input the bytes
         * @return the cell
         * @throws IOException if they cannot be read or are no value of this type
         */
        DataCell createCell(InputStream input) throws IOException;
    }
}
