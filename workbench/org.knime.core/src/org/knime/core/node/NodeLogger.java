package org.knime.core.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs what nodes and workbench have to say: to {@link Logger java.util.logging} under the class's name, and to the
 * writers that were added. Safe for use by several threads.
 */
public final class NodeLogger {
    private static final String CODING = "CODING PROBLEM\t";

    private static final Map<Writer, Range> WRITERS = new ConcurrentHashMap<>();

    private final Logger logger;

    /** How much a message matters, in increasing order. */
    public enum LEVEL {
        /** Everything. */
        ALL,
        /** Details for developers. */
        DEBUG,
        /** What is worth knowing. */
        INFO,
        /** What the user should look at. */
        WARN,
        /** Failures. */
        ERROR,
        /** Failures that end the program. */
        FATAL,
        /** Nothing. */
        OFF
    }

    // The levels that a writer gets, both ends included.
    private record Range(LEVEL lowest, LEVEL highest) {
        boolean contains(final LEVEL level) {
            return level.compareTo(lowest) >= 0 && level.compareTo(highest) <= 0;
        }
    }

    private NodeLogger(final String name) {
        logger = Logger.getLogger(name);
    }

    /**
     * Returns a logger.
     *
     * @param owner the class that logs
     * @return its logger
     */
    public static NodeLogger getLogger(final Class<?> owner) {
        return getLogger(owner.getName());
    }

    /**
     * Returns a logger.
     *
     * @param name who logs
     * @return its logger
     */
    public static NodeLogger getLogger(final String name) {
        return new NodeLogger(name);
    }

    /**
     * Adds a writer that gets one line per message, or changes its levels.
     *
     * @param writer the writer
     * @param lowest the lowest level it gets
     * @param highest the highest level it gets
     */
    public static void addWriter(final Writer writer, final LEVEL lowest, final LEVEL highest) {
        WRITERS.put(writer, new Range(lowest, highest));
    }

    /**
     * Removes a writer.
     *
     * @param writer the writer
     */
    public static void removeWriter(final Writer writer) {
        WRITERS.remove(writer);
    }

    /**
     * Logs details for developers.
     *
     * @param message the text
     */
    public void debug(final Object message) {
        log(LEVEL.DEBUG, message, null);
    }

    /**
     * Logs details for developers with its cause.
     *
     * @param message the text
     * @param cause the cause, may be null
     */
    public void debug(final Object message, final Throwable cause) {
        log(LEVEL.DEBUG, message, cause);
    }

    /**
     * Logs what the user should look at.
     *
     * @param message the text
     */
    public void warn(final Object message) {
        log(LEVEL.WARN, message, null);
    }

    /**
     * Logs a failure with its cause.
     *
     * @param message the text
     * @param cause the cause, may be null
     */
    public void error(final Object message, final Throwable cause) {
        log(LEVEL.ERROR, message, cause);
    }

    /**
     * Logs a mistake in the code of a node.
     *
     * @param message the text
     */
    public void coding(final Object message) {
        log(LEVEL.ERROR, CODING + message, null);
    }

    /**
     * Logs a mistake in the code of a node with its cause.
     *
     * @param message the text
     * @param cause the cause, may be null
     */
    public void coding(final Object message, final Throwable cause) {
        log(LEVEL.ERROR, CODING + message, cause);
    }

    private static Level standard(final LEVEL level) {
        return switch (level) {
            case ALL -> Level.ALL;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARN -> Level.WARNING;
            case ERROR, FATAL -> Level.SEVERE;
            case OFF -> Level.OFF;
        };
    }

    private void log(final LEVEL level, final Object message, final Throwable cause) {
        logger.logp(standard(level), logger.getName(), null, String.valueOf(message), cause);
        WRITERS.forEach((writer, range) -> {
            if (range.contains(level)) {
                write(writer, line(level, message, cause));
            }
        });
    }

    private String line(final LEVEL level, final Object message, final Throwable cause) {
        final StringWriter line = new StringWriter();
        try (PrintWriter out = new PrintWriter(line)) {
            out.printf("%s\t%s\t%s%n", level, logger.getName(), message);
            if (cause != null) {
                cause.printStackTrace(out);
            }
        }
        return line.toString();
    }

    private void write(final Writer writer, final String line) {
        try {
            synchronized (writer) {
                writer.write(line);
                writer.flush();
            }
        } catch (IOException e) {
            removeWriter(writer);
            logger.log(Level.WARNING, "A log writer failed and was removed", e);
        }
    }
}
