package org.tessera.workbench.csv;

import java.io.IOException;

/** A CSV file that cannot be read as asked; the message names line and column and says what to change. */
public final class CsvException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message where, what and the remedy
     */
    public CsvException(String message) {
        super(message);
    }
}
