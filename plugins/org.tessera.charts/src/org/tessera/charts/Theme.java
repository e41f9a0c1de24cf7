package org.tessera.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.stream.Stream;

/**
 * The theme of all charts: colors, fonts and lengths, scaled with the size of the image. No global theme is read or
 * set.
 */
record Theme(double scale) {

    static final Color BACKGROUND = Color.WHITE;
    static final Color TEXT = new Color(0x20, 0x24, 0x28);
    static final Color MUTED = new Color(0x5B, 0x63, 0x6B);
    static final Color GRID = new Color(0xE4, 0xE7, 0xEA);
    static final Color AXIS = new Color(0xA9, 0xAF, 0xB6);
    static final Color FAINT = new Color(0xF5, 0xF6, 0xF8);
    /** Behind a caution. */
    static final Color CAUTION = new Color(0xFF, 0xF0, 0xC2);

    /** Smallest contrast of a text and what is behind it, by WCAG 2.2, level AA. */
    static final double MIN_CONTRAST = 4.5;

    private static final double BASE_WIDTH = 800;
    private static final double BASE_HEIGHT = 600;
    /** Keeps the smallest text of a small image at 8 units of the layout. */
    private static final double SMALLEST_SCALE = 0.85;

    /** The theme for a size in units of the layout; lengths grow with its geometric mean, within limits. */
    static Theme of(double width, double height) {
        double scale = Math.sqrt(width * height / (BASE_WIDTH * BASE_HEIGHT));
        return new Theme(Math.max(SMALLEST_SCALE, Math.min(2.5, scale)));
    }

    /** A length of the layout, scaled. */
    double px(double length) {
        return length * scale;
    }

    Font titleFont() {
        return font(Font.BOLD, 17);
    }

    Font textFont() {
        return font(Font.PLAIN, 12);
    }

    Font boldFont() {
        return font(Font.BOLD, 12);
    }

    Font smallFont() {
        return font(Font.PLAIN, 10.5);
    }

    Font tinyFont() {
        return font(Font.PLAIN, 9.5);
    }

    private Font font(int style, double size) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont((float) (size * scale));
    }

    Stroke line(double width) {
        return new BasicStroke((float) (width * scale), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    /** A dashed line; lengths of dashes and gaps in units of the layout. */
    Stroke dashed(double width, float... dashes) {
        float[] scaled = new float[dashes.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (dashes[i] * scale);
        }
        return new BasicStroke((float) (width * scale), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, scaled, 0);
    }

    /** The line of a segment: solid or one of several dashes, which differ where colors are alike. */
    Stroke line(double width, int label) {
        float[] dashes = Palette.dashes(label);
        return dashes.length == 0 ? line(width) : dashed(width, dashes);
    }

    static Color color(String hex) {
        return Color.decode(hex);
    }

    static Color segment(int label) {
        return color(Palette.hex(label));
    }

    /**
     * White or dark text, whichever can be read on a color: the first of white, the text color and black with a contrast of
     * at least {@value #MIN_CONTRAST}. One of white and black always has it.
     */
    static Color onto(Color color) {
        return Stream.of(Color.WHITE, TEXT)
                .filter(text -> contrast(text, color) >= MIN_CONTRAST)
                .findFirst()
                .orElse(Color.BLACK);
    }

    /** The contrast of two opaque colors, 1 to 21, by WCAG 2.2. */
    static double contrast(Color a, Color b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /** The relative luminance of a color, 0 to 1. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    /** The linear intensity of an sRGB channel. */
    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** A mixture of white (share 0) and a color (share 1). */
    static Color tint(Color color, double share) {
        return new Color(tint(color.getRed(), share), tint(color.getGreen(), share), tint(color.getBlue(), share));
    }

    private static int tint(int channel, double share) {
        return (int) Math.round(255 + (channel - 255) * share);
    }
}
