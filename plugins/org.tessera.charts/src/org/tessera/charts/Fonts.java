package org.tessera.charts;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/** The font families of charts in CSS, and the detection of machines without fonts, for which Java has no exception. */
final class Fonts {

    private static final String SAMPLE = "Customers in a segment 0123456789";
    /** Mean width of a character in ems between that of Arial and that of DejaVu Sans. */
    private static final double WIDE = 0.54;

    private static final List<String> MESSAGES =
            List.of("Fontconfig head is null", "fontmanager", "freetype", "sun.font.", "sun/font/", "no fonts");
    private static final List<String> SOURCES =
            List.of("sun.font.", "sun.awt.FontConfiguration", "sun.awt.FcFontConfiguration");

    private Fonts() {}

    /**
     * The CSS font families that are as wide as the font of the layout, after the family itself if it is another. Java does not report the physical font of its
     * logical SansSerif, but the width of a text distinguishes the two usual ones.
     */
    static String css(String family, Graphics2D g) {
        return family.equals(Font.SANS_SERIF) ? css(g) : family + ", " + css(g);
    }

    private static String css(Graphics2D g) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 100);
        double width = g.getFontMetrics(font).stringWidth(SAMPLE) / 100.0 / SAMPLE.length();
        return width > WIDE ? "DejaVu Sans, Verdana, sans-serif" : "Arial, Helvetica, Liberation Sans, sans-serif";
    }

    /** Whether a failure or one of its causes originates in the JDK's font code. */
    static boolean areMissing(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (MESSAGES.stream().anyMatch(message::contains)) {
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
