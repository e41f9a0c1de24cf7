package org.knime.core.data;

import java.util.Objects;
import java.util.Optional;

/** Thrown where a value is needed and a missing one was found. */
public class MissingValueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String error;

    /**
     * Creates the exception from a text.
     *
     * @param msg what was needed and where it is missing
     */
    public MissingValueException(String msg) {
        super(msg);
        error = msg;
    }

    /**
     * Creates the exception for a missing value.
     *
     * @param missingValue the missing value
     */
    public MissingValueException(MissingValue missingValue) {
        this(missingValue, "Encountered unsupported missing value.");
    }

    /**
     * Creates the exception for a missing value.
     *
     * @param missingValue the missing value
     * @param msg what was needed and where it is missing
     */
    public MissingValueException(MissingValue missingValue, String msg) {
        super(msg);
        error = Objects.requireNonNull(missingValue, "missingValue").getError();
    }

    /**
     * Creates the exception for a missing value.
     *
     * @param missingValue the missing value
     * @param cause why the exception is thrown
     */
    public MissingValueException(MissingValue missingValue, Throwable cause) {
        super(cause);
        error = Objects.requireNonNull(missingValue, "missingValue").getError();
    }

    /**
     * Creates the exception for a missing value.
     *
     * @param missingValue the missing value
     * @param msg what was needed and where it is missing
     * @param cause why the exception is thrown
     */
    public MissingValueException(MissingValue missingValue, String msg, Throwable cause) {
        super(msg, cause);
        error = Objects.requireNonNull(missingValue, "missingValue").getError();
    }

    /**
     * Tells the reason given by the missing value.
     *
     * @return the reason, or empty
     */
    public Optional<String> getError() {
        return Optional.ofNullable(error);
    }
}
