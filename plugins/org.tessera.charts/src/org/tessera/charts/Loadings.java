package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.reduce.Pca;
import org.tessera.engine.run.RunContext;

/**
 * What the principal components are made of: a column per component with a bar per feature, its weight in the component.
 * The squares of the weights in a component sum to 1.
 */
public final class Loadings {

    /** Largest number of components. */
    static final int COMPONENTS = 3;

    /** Largest number of features shown. */
    static final int MAX_FEATURES = 20;

    /** Smallest share of a component's squared weights that a feature named in the title has. */
    private static final double NAMED = 0.1;

    private static final Color NEGATIVE = new Color(0x21, 0x66, 0xAC);
    private static final Color POSITIVE = new Color(0xD5, 0x5E, 0x00);
    private static final double NAME_SHARE = 0.3;
    private static final double NAME_WIDTH = 200;
    private static final double GAP = 10;
    private static final double LINE = 15;
    private static final double MIN_ROW = 11.5;
    private static final double MAX_ROW = 34;
    private static final double BAR_SHARE = 0.62;

    private Loadings() {}

    /**
     * The specification of the chart.
     *
     * @param title the chart's title
     * @param subtitle how to read the chart, and what was left out
     * @param explained per component its share of the variance, 0 to 1
     * @param rows a row per feature, the one that matters most first
     */
    public record Spec(String title, String subtitle, double[] explained, List<Row> rows) implements ChartSpec {

        /** Copies the rows. */
        public Spec {
            rows = List.copyOf(rows);
        }

        @Override
        public String caution() {
            return Subtitles.smallPlane(explained);
        }

        @Override
        public boolean isEmpty() {
            return rows.isEmpty() || explained.length == 0;
        }

        @Override
        public List<String> names() {
            return rows.stream().map(Row::feature).toList();
        }
    }

    /**
     * The weights of a feature.
     *
     * @param feature its name
     * @param weights its weight in each component, -1 to 1
     */
    public record Row(String feature, double[] weights) {}

    /**
     * Finds the principal components. O(n d² + d³).
     *
     * @param features n x d finite features, n at least 1
     * @param names d names
     * @param preparation how the features were made, for names in the customers' terms; empty if they are columns
     * @param run threads, cancel
     * @return the specification
     * @throws org.tessera.engine.run.SegmentationException if there is no row
     */
    public static Spec spec(Matrix features, List<String> names, Optional<Preparation> preparation, RunContext run) {
        Pca pca = Pca.fit(features, Math.min(COMPONENTS, Math.max(1, features.columns())), run);
        int components = (int) IntStream.range(0, pca.explained().length)
                .filter(c -> pca.explained()[c] > 0)
                .count();
        double[] explained = Arrays.copyOf(pca.explained(), components);
        List<Row> rows = IntStream.range(0, components == 0 ? 0 : names.size())
                .mapToObj(j -> new Row(
                        OwnUnits.of(names.get(j), j, preparation).name(),
                        IntStream.range(0, components)
                                .mapToDouble(c -> pca.components().at(c, j))
                                .toArray()))
                .sorted(Comparator.comparingDouble((Row row) -> -strength(row, explained)))
                .toList();
        int shown = Math.min(MAX_FEATURES, rows.size());
        String left = shown < rows.size()
                ? ". The " + shown + " of " + Numbers.count(rows.size()) + " features with the largest weights"
                : "";
        return new Spec(
                title(rows, components),
                "Weight of each feature in the principal components; features with the same sign rise together" + left,
                explained,
                rows.subList(0, shown));
    }

    /** The share of the total variance that the components have by a feature, rounded, so that equal ones keep their order. */
    private static double strength(Row row, double[] explained) {
        double sum = 0;
        for (int c = 0; c < explained.length; c++) {
            sum += explained[c] * row.weights()[c] * row.weights()[c];
        }
        return Math.rint(sum * 1e12) / 1e12;
    }

    private static String title(List<Row> rows, int components) {
        if (components == 0) {
            return "The features do not vary";
        }
        String first = "Component 1 is led by " + leaders(rows, 0);
        return components == 1 ? first : first + "; component 2 by " + leaders(rows, 1);
    }

    /** The features with the largest weights in a component. */
    private static String leaders(List<Row> rows, int component) {
        List<String> names = rows.stream()
                .sorted(Comparator.comparingDouble((Row row) -> -Math.abs(row.weights()[component])))
                .filter(row -> row.weights()[component] * row.weights()[component] >= NAMED)
                .limit(2)
                .map(Row::feature)
                .toList();
        return names.isEmpty() ? "no single feature" : Subtitles.listed(names, 2);
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> {
            if (spec.isEmpty()) {
                pen.text("No components", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            } else {
                new Body(spec, pen, area).draw();
            }
        };
    }

    /** The drawing of a specification into an area. */
    private record Body(Spec spec, Pen pen, Rectangle2D area) {

        void draw() {
            double line = pen.px(LINE);
            double head = 2 * line + pen.px(4);
            double room = area.getHeight() - head - line;
            int fitting = (int) Math.max(1, Math.min(spec.rows().size(), Math.floor(room / pen.px(MIN_ROW))));
            double height = Math.min(pen.px(MAX_ROW), room / fitting);
            if (height < pen.theme().tinyFont().getSize2D()) {
                pen.text(Subtitles.TOO_SMALL, pen.theme().textFont(), Theme.MUTED, area, 0.5);
                return;
            }
            Font font =
                    height < pen.px(15) ? pen.theme().tinyFont() : pen.theme().textFont();
            double names = names(font);
            double width = (area.getWidth() - names) / spec.explained().length;
            for (int c = 0; c < spec.explained().length; c++) {
                head(c, Pen.box(area.getX() + names + c * width, area.getY(), width - pen.px(GAP), line));
            }
            double largest = spec.rows().stream()
                    .flatMapToDouble(row -> Arrays.stream(row.weights()))
                    .map(Math::abs)
                    .max()
                    .orElse(1);
            for (int r = 0; r < fitting; r++) {
                double y = area.getY() + head + r * height;
                Row row = spec.rows().get(r);
                String name = pen.fitName(row.feature(), font, names - pen.px(GAP));
                pen.text(name, font, Theme.TEXT, Pen.box(area.getX(), y, names - pen.px(GAP), height), 1);
                for (int c = 0; c < spec.explained().length; c++) {
                    double left = area.getX() + names + c * width;
                    bar(row.weights()[c] / largest, row.weights()[c], Pen.box(left, y, width - pen.px(GAP), height));
                }
            }
            int hidden = spec.rows().size() - fitting;
            if (hidden > 0) {
                String text = Numbers.count(hidden, "more feature") + (hidden == 1 ? " needs" : " need")
                        + " a greater height.";
                Rectangle2D note = Pen.box(area.getX(), area.getMaxY() - line, area.getWidth(), line);
                pen.text(text, pen.theme().smallFont(), Theme.MUTED, note, 0);
            }
        }

        private double names(Font font) {
            double longest = spec.rows().stream()
                    .mapToDouble(row -> pen.width(row.feature(), font))
                    .max()
                    .orElse(0);
            return Math.min(longest + pen.px(GAP) + 1, Math.min(pen.px(NAME_WIDTH), area.getWidth() * NAME_SHARE));
        }

        private void head(int component, Rectangle2D box) {
            Font bold = pen.theme().boldFont();
            String name = Stream.of("Component " + (component + 1), Integer.toString(component + 1))
                    .filter(text -> pen.width(text, bold) <= box.getWidth())
                    .findFirst()
                    .orElse("");
            pen.text(name, bold, Theme.TEXT, box, 0.5);
            Rectangle2D below = Pen.box(box.getX(), box.getMaxY(), box.getWidth(), box.getHeight());
            String share = Numbers.percent(spec.explained()[component]);
            Font font = pen.theme().smallFont();
            String text = Stream.of(share + " of the variance", share)
                    .filter(shown -> pen.width(shown, font) <= box.getWidth())
                    .findFirst()
                    .orElse("");
            pen.text(text, font, Theme.MUTED, below, 0.5);
        }

        /** A bar from the middle, and behind it its weight, if there is room. */
        private void bar(double share, double weight, Rectangle2D box) {
            Font font = pen.theme().tinyFont();
            String text = weight(weight);
            double number = pen.width(text, font) + pen.px(3);
            boolean numbered = number * 4 <= box.getWidth();
            double half = box.getWidth() / 2 - (numbered ? number : 0);
            double middle = box.getCenterX();
            double length = half * Math.abs(share);
            double thickness = box.getHeight() * BAR_SHARE;
            double left = share < 0 ? middle - length : middle;
            pen.fill(
                    Pen.box(left, box.getCenterY() - thickness / 2, length, thickness),
                    share < 0 ? NEGATIVE : POSITIVE);
            pen.line(middle, box.getMinY(), middle, box.getMaxY(), Theme.AXIS, 1);
            if (numbered) {
                double at = share < 0 ? left - number : left + length + pen.px(3);
                Rectangle2D label = Pen.box(at, box.getY(), number - pen.px(2), box.getHeight());
                pen.text(text, font, Theme.MUTED, label, share < 0 ? 1 : 0);
            }
        }

        private static String weight(double weight) {
            String text = String.format(Locale.ROOT, "%.2f", Math.abs(weight));
            return text.equals("0.00") ? text : (weight < 0 ? Subtitles.MINUS : "+") + text;
        }
    }
}
