package org.tessera.charts;

import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.SegmentSilhouette;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * The silhouette plot of a segmentation (Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7): per segment a band with a
 * height in proportion to its size and the silhouettes of its customers in descending order; a line marks the overall
 * mean.
 */
public final class SilhouettePlot {

    private static final int MAX_POINTS = 400;
    /** Mean silhouettes above which there is some structure, and above which segments are apart. */
    private static final double WEAK = 0.25;

    private static final double APART = 0.5;
    /** Largest number of segments that the title names. */
    private static final int MOST_NAMED = 4;

    private static final double NAME_WIDTH = 130;
    private static final double MEAN_WIDTH = 46;
    private static final double AXIS = 40;
    private static final double GAP = 5;
    private static final double MIN_BAND_HEIGHT = 15;

    private SilhouettePlot() {}

    /**
     * The specification of the plot.
     *
     * @param title the chart's title
     * @param subtitle the overall mean and how to read it
     * @param bands a band per segment, noise last if it is a segment of its own
     * @param overall the overall mean, NaN if not defined
     */
    public record Spec(String title, String subtitle, List<Band> bands, double overall) implements ChartSpec {

        /** Copies the bands. */
        public Spec {
            bands = List.copyOf(bands);
        }

        @Override
        public boolean isEmpty() {
            return bands.isEmpty();
        }
    }

    /**
     * The silhouettes of a segment.
     *
     * @param label the segment, or -1 for noise
     * @param name the name shown
     * @param size number of customers
     * @param mean mean silhouette of the segment
     * @param sorted silhouettes in descending order; of large segments an evenly spaced selection
     */
    public record Band(int label, String name, int size, double mean, double[] sorted) {}

    /**
     * Sorts silhouettes by segment.
     *
     * @param silhouette the silhouettes
     * @param labels the labels they were computed for; segments without a row have an empty band
     * @param distance the distance they were computed with
     * @param run threads and cancel
     * @return the specification; if the silhouette is undefined, without bands and with the reason as subtitle
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static Spec spec(Silhouette.Result silhouette, Labels labels, Distance distance, RunContext run) {
        List<Band> bands = bands(silhouette, labels, run);
        String title = title(silhouette, labels);
        return silhouette.undefined().isEmpty()
                ? new Spec(title, subtitle(silhouette, distance), bands, silhouette.overall())
                : new Spec(title, silhouette.undefined(), bands, Double.NaN);
    }

    /**
     * Sorts silhouettes by segment, apart from what the plot says of them.
     *
     * @param silhouette the silhouettes
     * @param labels the labels they were computed for; segments without a row have an empty band
     * @param run threads and cancel
     * @return a band per segment and for noise; none if the silhouette is undefined
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static List<Band> bands(Silhouette.Result silhouette, Labels labels, RunContext run) {
        if (silhouette.perRow().length != labels.size()) {
            throw new IllegalArgumentException(labels.size() + " labels for " + silhouette.perRow().length
                    + " silhouettes: the numbers must be equal");
        }
        if (!silhouette.undefined().isEmpty()) {
            return List.of();
        }
        List<Band> bands = new ArrayList<>();
        int measured = 0;
        for (int g = 0; g <= labels.segments(); g++) {
            int label = g == labels.segments() ? Labels.NOISE : g;
            if (label != Labels.NOISE && labels.sizeOf(label) == 0) {
                bands.add(new Band(label, labels.nameOf(label), 0, Double.NaN, new double[0]));
                continue;
            }
            if (measured == silhouette.perSegment().length) {
                continue;
            }
            double[] sorted = IntStream.range(0, labels.size())
                    .filter(i -> labels.at(i) == label)
                    .mapToDouble(i -> -silhouette.perRow()[i])
                    .filter(s -> !Double.isNaN(s))
                    .toArray();
            KeySort.sort(sorted, run);
            Arrays.setAll(sorted, i -> -sorted[i]);
            int size = label == Labels.NOISE ? labels.noise() : labels.sizeOf(label);
            bands.add(new Band(label, labels.nameOf(label), size, silhouette.perSegment()[measured++], thin(sorted)));
        }
        return bands;
    }

    /** Which segments do not hold together; if all do, how far they are apart by the bounds of Kaufman and Rousseeuw. */
    private static String title(Silhouette.Result silhouette, Labels labels) {
        List<String> names = IntStream.range(0, labels.segments())
                .filter(s -> labels.sizeOf(s) > 0)
                .mapToObj(labels::nameOf)
                .toList();
        List<String> loose = SegmentSilhouette.of(silhouette, labels.dense()).stream()
                .filter(s -> s.label() != Labels.NOISE && s.fallsApart())
                .map(s -> names.get(s.label()))
                .toList();
        if (!silhouette.undefined().isEmpty()) {
            return "No silhouettes";
        }
        if (!loose.isEmpty()) {
            return Subtitles.listed(loose, MOST_NAMED)
                    + (loose.size() == 1 ? " does not hold together" : " do not hold together");
        }
        if (silhouette.overall() > APART) {
            return "The segments are apart from each other";
        }
        return "All segments hold together, but " + (silhouette.overall() > WEAK ? "overlap" : "blend into each other");
    }

    private static String subtitle(Silhouette.Result silhouette, Distance distance) {
        String mean = "Mean " + Subtitles.signed(Numbers.value(silhouette.overall(), 3));
        if (silhouette.sampledRows() > 0) {
            mean += " ± " + Numbers.value(silhouette.standardError(), 2) + ", estimated from "
                    + Numbers.count(silhouette.sampledRows()) + " customers";
        }
        return mean
                + (distance == Distance.MANHATTAN ? " by Manhattan distance" : "")
                + ". 1: in the middle of the own segment; 0: between two segments; below 0: nearer to another segment";
    }

    /** An evenly spaced selection with the first and the last value. */
    private static double[] thin(double[] sorted) {
        if (sorted.length <= MAX_POINTS) {
            return sorted;
        }
        double[] thinned = new double[MAX_POINTS];
        Arrays.setAll(thinned, i -> sorted[(int) Math.round((double) i * (sorted.length - 1) / (MAX_POINTS - 1))]);
        return thinned;
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> new Body(spec, pen, area).draw();
    }

    /** The drawing of a specification into an area. */
    private record Body(Spec spec, Pen pen, Rectangle2D area) {

        void draw() {
            if (spec.bands().isEmpty()) {
                pen.text("No silhouette", pen.theme().textFont(), Theme.MUTED, area, 0.5);
                return;
            }
            double names = Math.min(pen.px(NAME_WIDTH), area.getWidth() / 4);
            Rectangle2D plot = Pen.box(
                    area.getX() + names,
                    area.getY(),
                    area.getWidth() - names - pen.px(MEAN_WIDTH),
                    area.getHeight() - pen.px(AXIS));
            Scale scale = Scale.of(lowest(), highest(), plot.getMinX(), plot.getMaxX());
            axis(scale, plot);
            double[] heights = heights(plot.getHeight());
            double y = plot.getY();
            for (int b = 0; b < heights.length; b++) {
                band(spec.bands().get(b), scale, Pen.box(plot.getX(), y, plot.getWidth(), heights[b]));
                y += heights[b] + gap();
            }
            mean(scale, plot);
        }

        private double lowest() {
            double min = spec.bands().stream()
                    .flatMapToDouble(b -> Arrays.stream(b.sorted()))
                    .min()
                    .orElse(0);
            return Math.min(0, Math.floor(min * 10) / 10);
        }

        private double highest() {
            double max = spec.bands().stream()
                    .flatMapToDouble(b -> Arrays.stream(b.sorted()))
                    .max()
                    .orElse(1);
            return Math.max(0.5, Math.ceil(max * 10) / 10);
        }

        private double gap() {
            return Math.min(pen.px(GAP), area.getHeight() / 4 / spec.bands().size());
        }

        /** Heights of the bands in proportion to size, above a minimum for the name. */
        private double[] heights(double total) {
            int count = spec.bands().size();
            double room = total - gap() * (count - 1);
            double min = Math.min(pen.px(MIN_BAND_HEIGHT), room / count);
            double customers = spec.bands().stream().mapToInt(Band::size).sum();
            return spec.bands().stream()
                    .mapToDouble(b -> min + (room - min * count) * b.size() / customers)
                    .toArray();
        }

        private void axis(Scale scale, Rectangle2D plot) {
            for (BigDecimal tick : scale.ticks(9)) {
                double x = scale.at(tick.doubleValue());
                pen.line(x, plot.getMinY(), x, plot.getMaxY(), tick.signum() == 0 ? Theme.AXIS : Theme.GRID, 1);
                Rectangle2D box = Pen.box(x - pen.px(20), plot.getMaxY() + pen.px(3), pen.px(40), pen.px(14));
                pen.text(Scale.text(tick), pen.theme().smallFont(), Theme.MUTED, box, 0.5);
            }
            Rectangle2D title = Pen.box(plot.getX(), plot.getMaxY() + pen.px(19), plot.getWidth(), pen.px(16));
            pen.text("Silhouette", pen.theme().textFont(), Theme.TEXT, title, 0.5);
            Rectangle2D head = Pen.box(plot.getMaxX(), title.getY() - pen.px(16), pen.px(MEAN_WIDTH), pen.px(14));
            pen.text("mean", pen.theme().smallFont(), Theme.MUTED, head, 1);
        }

        private void band(Band band, Scale scale, Rectangle2D box) {
            double[] sorted = band.sorted();
            Path2D shape = new Path2D.Double();
            shape.moveTo(scale.at(0), box.getMinY());
            for (int i = 0; i < sorted.length; i++) {
                double x = scale.at(sorted[i]);
                shape.lineTo(x, box.getMinY() + box.getHeight() * i / sorted.length);
                shape.lineTo(x, box.getMinY() + box.getHeight() * (i + 1) / sorted.length);
            }
            shape.lineTo(scale.at(0), box.getMaxY());
            shape.closePath();
            pen.fill(shape, Theme.segment(band.label()));
            double names = box.getX() - area.getX() - pen.px(10);
            boolean twoLines = box.getHeight() >= pen.px(30);
            Font font = box.getHeight() < pen.px(12)
                    ? pen.theme().tinyFont()
                    : pen.theme().textFont();
            double middle = box.getCenterY();
            double line = pen.px(15);
            Rectangle2D name = twoLines
                    ? Pen.box(area.getX(), middle - line, names, line)
                    : Pen.box(area.getX(), box.getY(), names, box.getHeight());
            pen.text(
                    twoLines ? band.name() : Subtitles.nameAndSize(band.name(), band.size()),
                    font,
                    Theme.TEXT,
                    name,
                    1);
            if (twoLines) {
                Rectangle2D size = Pen.box(area.getX(), middle, names, line);
                pen.text(Numbers.count(band.size()), pen.theme().smallFont(), Theme.MUTED, size, 1);
            }
            Rectangle2D mean = Pen.box(box.getMaxX(), box.getY(), pen.px(MEAN_WIDTH), box.getHeight());
            String value =
                    Double.isNaN(band.mean()) ? "–" : Subtitles.signed(String.format(Locale.ROOT, "%.2f", band.mean()));
            pen.text(value, font, Theme.TEXT, mean, 1);
        }

        private void mean(Scale scale, Rectangle2D plot) {
            double x = scale.at(spec.overall());
            pen.outline(
                    new Line2D.Double(x, plot.getMinY(), x, plot.getMaxY()),
                    Theme.TEXT,
                    pen.theme().dashed(1.4, 5, 3.5f));
        }
    }
}
