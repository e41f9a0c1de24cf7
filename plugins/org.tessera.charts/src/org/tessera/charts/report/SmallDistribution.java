package org.tessera.charts.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.tessera.charts.Histograms;
import org.tessera.engine.data.Numbers;

/**
 * The distribution of one column in one segment, in front of that of all customers, as a small drawing.
 *
 * @param row the distribution
 * @param group index of the segment in it
 * @param color the segment's color as #RRGGBB
 */
record SmallDistribution(Histograms.Row row, int group, String color) {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 92;
    private static final double TOP = 14;
    private static final double BASE = 74;
    private static final String ALL = "#C9CDD2";
    private static final String TEXT = "#4A5158";

    /** Width of the names of categories. */
    private static final double NAMES = 60;

    /** Width of the percentages beside the bars of categories. */
    private static final double VALUES = 44;

    private static final int NAME_CHARACTERS = 11;

    /** A bar of a segment lower than this share of the highest bar of all is drawn to a scale of its own. */
    private static final double FLAT = 0.25;

    /** Writes the drawing with its title for those who do not see it. */
    void write(Html html, String title) {
        html.open("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "class", "small");
        html.element("title", title);
        if (row.bins().names().isEmpty()) {
            numbers(html);
        } else {
            categories(html);
        }
        html.close();
    }

    private double[] own() {
        return row.perSegment()[group];
    }

    /** The share at the top of the drawing. */
    private double top() {
        double all = max(row.overall());
        double segment = max(own());
        double top = segment > 0 && segment < FLAT * all ? segment : Math.max(all, segment);
        return top == 0 ? 1 : top;
    }

    private static double max(double[] shares) {
        return DoubleStream.of(shares).max().orElse(0);
    }

    private void numbers(Html html) {
        double width = (double) WIDTH / row.overall().length;
        html.empty("path", "d", bars(row.overall(), width, 0), "fill", ALL);
        html.empty("path", "d", bars(own(), width, width / 6), "fill", color, "fill-opacity", "0.85");
        html.empty("path", "d", "M0 " + BASE + "H" + WIDTH, "stroke", "#8A9199", "stroke-width", "1");
        text(html, Numbers.roughPercent(top()), 0, TOP - 4, "start");
        double[] edges = row.bins().edges();
        double last = edges[edges.length - 1];
        double step = (last - edges[0]) / row.overall().length;
        text(html, Figures.value(row.bins().quantity(), edges[0], step), 0, BASE + 12, "start");
        text(html, Figures.value(row.bins().quantity(), last, step), WIDTH, BASE + 12, "end");
    }

    private String bars(double[] shares, double width, double inset) {
        StringBuilder path = new StringBuilder();
        for (int b = 0; b < shares.length; b++) {
            double height = Math.min(1, shares[b] / top()) * (BASE - TOP);
            if (height > 0) {
                path.append(bar(b * width + inset, BASE - height, width - 2 * inset, height));
            }
        }
        return path.toString();
    }

    private void categories(Html html) {
        List<String> names = row.bins().names();
        double height = Math.min(15, (double) HEIGHT / names.size());
        StringBuilder all = new StringBuilder();
        StringBuilder segment = new StringBuilder();
        double room = WIDTH - NAMES - VALUES;
        for (int c = 0; c < names.size(); c++) {
            double y = c * height;
            all.append(bar(NAMES, y + 1, row.overall()[c] * room, height - 2));
            segment.append(bar(NAMES, y + height / 4, own()[c] * room, height / 2));
            text(html, shortened(names.get(c)), NAMES - 4, y + height / 2 + 3, "end");
            double end = NAMES + Math.max(row.overall()[c], own()[c]) * room;
            text(html, Numbers.roughPercent(own()[c]), end + 3, y + height / 2 + 3, "start");
        }
        html.empty("path", "d", all.toString(), "fill", ALL);
        html.empty("path", "d", segment.toString(), "fill", color);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME_CHARACTERS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_CHARACTERS - 1)) + "…";
    }

    private static void text(Html html, String text, double x, double y, String anchor) {
        html.element(
                "text",
                text,
                "x",
                number(x),
                "y",
                number(y),
                "text-anchor",
                anchor,
                "fill",
                TEXT,
                "unicode-bidi",
                "isolate");
    }

    private static String bar(double x, double y, double width, double height) {
        return "M" + number(x) + " " + number(y) + "h" + number(width) + "v" + number(height) + "h" + number(-width)
                + "z";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
