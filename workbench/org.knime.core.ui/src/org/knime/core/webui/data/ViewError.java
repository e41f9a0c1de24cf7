package org.knime.core.webui.data;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a page learns of a failure.
 *
 * @param message a short text
 * @param details the exception's message
 * @param typeName the exception's class
 * @param stackTrace where it happened
 */
record ViewError(String message, String details, String typeName, String stackTrace) {

    static ViewError of(final Exception e) {
        final StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return new ViewError(
                e.getClass().getSimpleName(), e.getMessage(), e.getClass().getName(), trace.toString());
    }
}
