package org.tessera.charts;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;

/** Bar chart of the sizes of the segments, the largest on top, noise last. */
public final class SegmentSizes {

    private static final double NAME_WIDTH = 150;
    private static final double VALUE_WIDTH = 110;
    private static final double MAX_BAR_HEIGHT = 76;
    /** Share of a row's height that is taken by its bar. */
    private static final double BAR_SHARE = 0.72;

    private SegmentSizes() {}

    /**
     * The specification of the chart.
     *
     * @param title the chart's title
     * @param subtitle number of customers and segments
     * @param bars a bar per segment, noise last
     * @param customers number of customers, noise included
     */
    public record Spec(String title, String subtitle, List<Bar> bars, int customers) implements ChartSpec {

        /** Copies the bars. */
        public Spec {
            bars = List.copyOf(bars);
        }

        /** The share of a bar among all customers, 0 to 1. */
        double share(Bar bar) {
            return (double) bar.size() / customers;
        }
    }

    /**
     * The bar of a segment.
     *
     * @param label the segment, or -1 for noise
     * @param name the name shown
     * @param size number of customers
     */
    public record Bar(int label, String name, int size) {}

    /**
     * Counts the customers of each segment.
     *
     * @param labels the labels
     * @return the specification
     */
    public static Spec spec(Labels labels) {
        List<Bar> bars = new ArrayList<>();
        for (int s = 0; s < labels.segments(); s++) {
            bars.add(new Bar(s, labels.nameOf(s), labels.sizeOf(s)));
        }
        if (labels.noise() > 0) {
            bars.add(new Bar(Labels.NOISE, Labels.NOISE_NAME, labels.noise()));
        }
        String subtitle = Numbers.count(labels.size(), "customer") + " in " + Subtitles.segments(labels)
                + (labels.noise() > 0 ? "; noise belongs to none" : "");
        return new Spec(title(labels), subtitle, bars, labels.size());
    }

    /** The largest and the smallest segment. */
    private static String title(Labels labels) {
        int largest = 0;
        int smallest = 0;
        for (int s = 1; s < labels.segments(); s++) {
            largest = labels.sizeOf(s) > labels.sizeOf(largest) ? s : largest;
            smallest = labels.sizeOf(s) <= labels.sizeOf(smallest) ? s : smallest;
        }
        if (labels.size() == 0) {
            return "There are no customers";
        }
        if (labels.segments() == 0) {
            return "All customers are noise";
        }
        String text = share(labels, largest);
        return largest == smallest || labels.sizeOf(largest) == labels.sizeOf(smallest)
                ? labels.segments() == 1 ? text + " of the customers" : "All segments are of the same size"
                : text + " of the customers, " + share(labels, smallest);
    }

    private static String share(Labels labels, int segment) {
        return Subtitles.shortName(labels.nameOf(segment)) + " holds "
                + Numbers.roughPercent((double) labels.sizeOf(segment) / labels.size());
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> new Body(spec, pen, area).draw();
    }

    /** The drawing of a specification into an area. */
    private record Body(Spec spec, Pen pen, Rectangle2D area) {

        void draw() {
            if (spec.bars().isEmpty()) {
                pen.text("No customers", pen.theme().textFont(), Theme.MUTED, area, 0.5);
                return;
            }
            double names = Math.min(pen.px(NAME_WIDTH), area.getWidth() / 4);
            double values = Math.min(pen.px(VALUE_WIDTH), area.getWidth() / 3);
            double height =
                    Math.min(area.getHeight(), spec.bars().size() * pen.px(MAX_BAR_HEIGHT) / BAR_SHARE + pen.px(4));
            Rectangle2D bars = Pen.box(area.getX() + names, area.getY(), area.getWidth() - names - values, height);
            double row = height / spec.bars().size();
            for (int i = 0; i < spec.bars().size(); i++) {
                Bar bar = spec.bars().get(i);
                double y = area.getY() + i * row;
                pen.text(
                        bar.name(),
                        row < pen.px(14) ? pen.theme().tinyFont() : pen.theme().textFont(),
                        Theme.TEXT,
                        Pen.box(area.getX(), y, names - pen.px(10), row),
                        1);
                double end = bars.getX() + bars.getWidth() * bar.size() / largest();
                double thickness = BAR_SHARE * row;
                Rectangle2D box = Pen.box(bars.getX(), y + (row - thickness) / 2, end - bars.getX(), thickness);
                pen.fill(box, Theme.segment(bar.label()));
                pen.text(
                        Numbers.count(bar.size()) + " (" + Numbers.percent(spec.share(bar)) + ")",
                        row < pen.px(14) ? pen.theme().tinyFont() : pen.theme().textFont(),
                        Theme.TEXT,
                        Pen.box(end + pen.px(8), y, values + bars.getMaxX() - end - pen.px(8), row),
                        0);
            }
        }

        private int largest() {
            return spec.bars().stream().mapToInt(Bar::size).max().orElse(1);
        }
    }
}
