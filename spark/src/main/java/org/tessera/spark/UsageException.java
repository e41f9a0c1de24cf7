package org.tessera.spark;

/** A command line that cannot be understood; the message says which argument and what is expected. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
