package org.tessera.workbench.batch;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the user sees while a workflow runs: one line per finished node, and on a terminal a bar with what is running.
 * Methods can be called from any thread.
 */
public final class Console {
    private static final int BAR = 24;
    private static final int WIDTH = 79;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;
    private final Map<Integer, Running> running = new TreeMap<>();
    private int total;
    private int finished;
    private boolean barShown;
    private long lastDrawn = Long.MIN_VALUE;

    private static final class Running {
        private final String label;
        private double fraction;
        private String message = "";

        Running(String label) {
            this.label = label;
        }
    }

    /**
     * Creates a console.
     *
     * @param out takes progress and results
     * @param err takes warnings and errors
     * @param live whether {@code out} is a terminal, so that a line can be overwritten
     */
    public Console(PrintStream out, PrintStream err, boolean live) {
        this.out = out;
        this.err = err;
        this.live = live;
    }

    /**
     * Shows a line of information.
     *
     * @param line the line or lines
     */
    public synchronized void info(String line) {
        hideBar();
        out.println(line);
        out.flush();
    }

    /**
     * Shows an error.
     *
     * @param line the line or lines
     */
    public synchronized void error(String line) {
        hideBar();
        out.flush();
        err.println(line);
        err.flush();
    }

    /**
     * Shows a stack trace.
     *
     * @param thrown what was thrown
     */
    public synchronized void stackTrace(Throwable thrown) {
        hideBar();
        thrown.printStackTrace(err);
    }

    /**
     * Starts counting nodes.
     *
     * @param nodes how many there are
     */
    public synchronized void expect(int nodes) {
        total = nodes;
        finished = 0;
    }

    /**
     * Notes that a node started.
     *
     * @param id its number
     * @param label its name and number
     */
    public synchronized void started(int id, String label) {
        running.put(id, new Running(label));
        draw(true);
    }

    /**
     * Notes a node's progress.
     *
     * @param id its number
     * @param fraction how much is done, from 0 to 1; a negative number or NaN if not known
     * @param message what it does, or {@code null}
     */
    public synchronized void progress(int id, double fraction, String message) {
        Running node = running.get(id);
        if (node != null) {
            node.fraction = fraction > 0 ? Math.min(1, fraction) : 0;
            node.message = message == null ? "" : message.replace('\n', ' ');
            draw(false);
        }
    }

    /**
     * Shows that a node ended.
     *
     * @param id its number
     * @param line what happened, without counter
     */
    public synchronized void finished(int id, String line) {
        running.remove(id);
        finished++;
        hideBar();
        int digits = Integer.toString(total).length();
        out.printf(Locale.ROOT, "[%" + digits + "d/%d] %s%n", finished, total, line);
        out.flush();
        draw(true);
    }

    /** Removes the bar for good. */
    public synchronized void end() {
        running.clear();
        hideBar();
        out.flush();
    }

    private void hideBar() {
        if (barShown) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            barShown = false;
        }
    }

    private void draw(boolean always) {
        long now = System.nanoTime();
        if (!live || running.isEmpty() || (!always && now - lastDrawn < REDRAW_NANOS)) {
            return;
        }
        lastDrawn = now;
        double done = finished
                + running.values().stream().mapToDouble(node -> node.fraction).sum();
        double share = total == 0 ? 0 : Math.min(1, done / total);
        int filled = (int) (share * BAR);
        StringBuilder line = new StringBuilder("[")
                .append("#".repeat(filled))
                .append(".".repeat(BAR - filled))
                .append(String.format(Locale.ROOT, "] %3.0f %% ", share * 100));
        String separator = "";
        for (Running node : running.values()) {
            line.append(separator).append(node.label);
            if (!node.message.isEmpty()) {
                line.append(": ").append(node.message);
            }
            separator = ", ";
        }
        if (line.length() > WIDTH) {
            line.setLength(WIDTH - 3);
            line.append("...");
        }
        out.print("\r" + line + " ".repeat(WIDTH - line.length()));
        out.flush();
        barShown = true;
    }
}
