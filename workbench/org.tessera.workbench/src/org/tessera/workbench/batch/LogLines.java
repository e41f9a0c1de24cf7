package org.tessera.workbench.batch;

import java.io.Writer;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeLogger.LEVEL;

/** Shows log messages of nodes on the console: warnings and errors, everything when debugging. */
final class LogLines extends Writer {
    private final Console console;
    private final StringBuilder pending = new StringBuilder();

    private LogLines(Console console) {
        this.console = console;
    }

    /** Sends log messages to the console, and nowhere else. */
    static LogLines install(Console console, boolean debug) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        LogLines lines = new LogLines(console);
        NodeLogger.addWriter(lines, debug ? LEVEL.DEBUG : LEVEL.WARN, LEVEL.FATAL);
        return lines;
    }

    @Override
    public synchronized void write(char[] characters, int offset, int length) {
        pending.append(characters, offset, length);
        int end = pending.lastIndexOf("\n");
        if (end >= 0) {
            console.error(pending.substring(0, end).stripTrailing());
            pending.delete(0, end + 1);
        }
    }

    @Override
    public void flush() {
        // complete lines are shown at once
    }

    @Override
    public void close() {
        NodeLogger.removeWriter(this);
    }
}
