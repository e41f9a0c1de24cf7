package org.tessera.charts;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/** The fonts of charts, and how Java fails on a machine without fonts: it has no exception of its own for that. */
final class Fonts {

    private static final String SAMPLE = "Customers in a segment 0123456789";
    private static final double WIDE = 0.54;

    private static final List<String> SIGNS =
            List.of("Fontconfig head is null", "fontmanager", "freetype", "sun.font.", "sun/font/", "no fonts");
    private static final List<String> SOURCES =
            List.of("sun.font.", "sun.awt.FontConfiguration", "sun.awt.FcFontConfiguration");

    private Fonts() {}

    /**
     * The fonts a browser should use so that text is as wide as it was laid out: what stands behind Java's SansSerif
     * cannot be asked for, but its width tells the two usual ones apart.
     */
    static String css(Graphics2D g) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 100);
        double width = g.getFontMetrics(font).stringWidth(SAMPLE) / 100.0 / SAMPLE.length();
        return width > WIDE ? "DejaVu Sans, Verdana, sans-serif" : "Arial, Helvetica, Liberation Sans, sans-serif";
    }

    /** Whether a failure, or one behind it, comes out of the JDK's font code. */
    static boolean areMissing(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (SIGNS.stream().anyMatch(message::contains)) {
                return true;
            }
            StackTraceElement[] trace = t.getStackTrace();
            if (trace.length > 0 && SOURCES.stream().anyMatch(trace[0].getClassName()::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
