package org.tessera.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;

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

    static Color color(String hex) {
        return Color.decode(hex);
    }

    static Color segment(int label) {
        return color(Palette.hex(label));
    }

    /** White or the dark text color, whichever has the better contrast on a color (WCAG relative luminance). */
    static Color onto(Color color) {
        double luminance =
                0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
        return luminance > 0.3 ? TEXT : Color.WHITE;
    }

    /** The linear intensity of an sRGB channel, approximated by a power of 2.2. */
    private static double linear(int channel) {
        return Math.pow(channel / 255.0, 2.2);
    }

    /** A mixture of white (share 0) and a color (share 1). */
    static Color tint(Color color, double share) {
        return new Color(tint(color.getRed(), share), tint(color.getGreen(), share), tint(color.getBlue(), share));
    }

    private static int tint(int channel, double share) {
        return (int) Math.round(255 + (channel - 255) * share);
    }
}
