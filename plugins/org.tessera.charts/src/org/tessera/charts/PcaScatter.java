package org.tessera.charts;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.reduce.Pca;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/** Scatter plot of the first two principal components, colored by segment, with the centroids of the segments. */
public final class PcaScatter {

    /** Default of the largest number of points drawn. */
    public static final int DEFAULT_POINTS = 2_000;

    /** Smallest sample of a segment. */
    private static final int MIN_POINTS_PER_SEGMENT = 20;
    /** Share of the points in each tail of a component, which may lie outside the frame. */
    private static final double TAIL = 0.005;
    /** Share of all points below which a segment is drawn above larger ones. */
    private static final double SMALL_SEGMENT = 0.05;

    private PcaScatter() {}

    /**
     * The specification of the plot.
     *
     * @param title the chart's title
     * @param subtitle how many customers are drawn
     * @param x first coordinates of the drawn points, in the order in which they are drawn
     * @param y second coordinates of the drawn points
     * @param label segments of the drawn points, -1 for noise
     * @param centroids a centroid per segment, NaN for a segment without customers
     * @param explained shares of the total variance of the two components, 0 to 1
     * @param frame the range of both axes; points outside are drawn on its edge
     */
    public record Spec(
            String title,
            String subtitle,
            double[] x,
            double[] y,
            int[] label,
            List<Centroid> centroids,
            double[] explained,
            Frame frame)
            implements ChartSpec {

        /** Copies the centroids. */
        public Spec {
            centroids = List.copyOf(centroids);
        }

        @Override
        public String caution() {
            return Subtitles.smallPlane(explained);
        }

        @Override
        public List<String> names() {
            return centroids.stream().map(Centroid::name).toList();
        }
    }

    /**
     * The centroid of a segment: the mean of all its customers, whether drawn or not.
     *
     * @param label the segment
     * @param name its name
     * @param size number of customers
     * @param x first coordinate
     * @param y second coordinate
     */
    public record Centroid(int label, String name, int size, double x, double y) {}

    /**
     * The range of both axes.
     *
     * @param left smallest x
     * @param right largest x
     * @param bottom smallest y
     * @param top largest y
     */
    public record Frame(double left, double right, double bottom, double top) {

        boolean contains(double x, double y) {
            return x >= left && x <= right && y >= bottom && y <= top;
        }
    }

    /**
     * Projects customers onto two principal components and draws a stratified random sample: by segment, in proportion
     * to its size, at least {@value #MIN_POINTS_PER_SEGMENT} per segment. The sample depends on the seed, not on the
     * order of the rows or the number of threads.
     *
     * @param features n x d finite features
     * @param labels n labels
     * @param maxPoints largest number of points drawn, which the minimum per segment may exceed; at least 1
     * @param run seed, threads, cancel
     * @return the specification
     * @throws IllegalArgumentException if the numbers of rows differ
     * @throws org.tessera.engine.run.SegmentationException if there is no row
     */
    public static Spec spec(Matrix features, Labels labels, int maxPoints, RunContext run) {
        if (features.rows() != labels.size()) {
            throw new IllegalArgumentException(
                    labels.size() + " labels for " + features.rows() + " rows: the numbers must be equal");
        }
        Pca pca = Pca.fit(features, 2, run);
        Matrix scores = pca.scores();
        Frame frame = frame(scores, run);
        int[] drawn = sample(scores, labels, maxPoints, run);
        double[] x = Arrays.stream(drawn).mapToDouble(i -> scores.at(i, 0)).toArray();
        double[] y = Arrays.stream(drawn).mapToDouble(i -> scores.at(i, 1)).toArray();
        int[] label = Arrays.stream(drawn).map(labels::at).toArray();
        String title = "Segments on two principal components, which show "
                + Numbers.roughPercent(Math.min(1, pca.explained()[0] + pca.explained()[1])) + " of the variance";
        String subtitle = subtitle(labels, x, y, frame);
        return new Spec(title, subtitle, x, y, label, centroids(scores, labels), pca.explained(), frame);
    }

    private static String subtitle(Labels labels, double[] x, double[] y, Frame frame) {
        String drawn = x.length < labels.size()
                ? Numbers.count(x.length) + " of " + Numbers.count(labels.size())
                        + " customers drawn, sampled by segment"
                : (x.length == 1 ? "1 customer" : "All " + Numbers.count(x.length, "customer"));
        int beyond = 0;
        for (int i = 0; i < x.length; i++) {
            beyond += frame.contains(x[i], y[i]) ? 0 : 1;
        }
        return drawn + "; numbers mark the centroids of the segments"
                + (beyond == 0
                        ? ""
                        : "; " + Numbers.count(beyond) + " far out " + (beyond == 1 ? "lies" : "lie")
                                + " on the frame");
    }

    /** A stratified sample of the rows, in drawing order. */
    private static int[] sample(Matrix scores, Labels labels, int maxPoints, RunContext run) {
        int n = labels.size();
        List<Integer> drawn = new ArrayList<>();
        for (int label = Labels.NOISE; label < labels.segments(); label++) {
            int own = label;
            int[] members =
                    IntStream.range(0, n).filter(i -> labels.at(i) == own).toArray();
            int[] rows = Arrays.stream(
                            CanonicalRows.of(scores.select(members), run).order())
                    .map(i -> members[i])
                    .toArray();
            int wanted = (int) Math.round((double) maxPoints * rows.length / n);
            wanted = n <= maxPoints ? rows.length : Math.min(rows.length, Math.max(MIN_POINTS_PER_SEGMENT, wanted));
            int[] order = run.random(label + 3).permutation(rows.length);
            for (int i = 0; i < wanted; i++) {
                drawn.add(rows[order[i]]);
            }
        }
        return inDrawingOrder(drawn, labels, run);
    }

    /** Noise first, then the points of all large segments in random order, then each small segment. */
    private static int[] inDrawingOrder(List<Integer> drawn, Labels labels, RunContext run) {
        int[] order = run.random(1).permutation(drawn.size());
        return Arrays.stream(order)
                .mapToObj(drawn::get)
                .sorted(Comparator.comparingInt(i -> layer(labels, i)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int layer(Labels labels, int row) {
        int label = labels.at(row);
        if (label == Labels.NOISE) {
            return 0;
        }
        return labels.sizeOf(label) >= SMALL_SEGMENT * labels.size() ? 1 : 2 + label;
    }

    private static List<Centroid> centroids(Matrix scores, Labels labels) {
        double[][] sums = new double[labels.segments()][2];
        for (int i = 0; i < labels.size(); i++) {
            if (labels.at(i) != Labels.NOISE) {
                sums[labels.at(i)][0] += scores.at(i, 0);
                sums[labels.at(i)][1] += scores.at(i, 1);
            }
        }
        List<Centroid> centroids = new ArrayList<>();
        for (int s = 0; s < sums.length; s++) {
            int size = labels.sizeOf(s);
            centroids.add(new Centroid(s, labels.nameOf(s), size, sums[s][0] / size, sums[s][1] / size));
        }
        return centroids;
    }

    private static Frame frame(Matrix scores, RunContext run) {
        double[] horizontal = range(scores, 0, run);
        double[] vertical = range(scores, 1, run);
        return new Frame(horizontal[0], horizontal[1], vertical[0], vertical[1]);
    }

    /** The range of all values, or with outliers that of the central ones with a margin. */
    private static double[] range(Matrix scores, int column, RunContext run) {
        double[] sorted = new double[scores.rows()];
        Arrays.setAll(sorted, i -> scores.at(i, column));
        KeySort.sort(sorted, run);
        int tail = (int) (sorted.length * TAIL);
        double low = sorted[tail];
        double high = sorted[sorted.length - 1 - tail];
        double margin = 0.15 * (high - low);
        double from = Math.max(sorted[0], low - margin);
        double to = Math.min(sorted[sorted.length - 1], high + margin);
        double edge = from < to ? 0.03 * (to - from) : 1;
        return new double[] {from - edge, to + edge};
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> {
            List<Legend.Entry> entries = new ArrayList<>();
            for (Centroid centroid : spec.centroids()) {
                entries.add(Legend.Entry.ofPoints(
                        Subtitles.nameAndSize(Subtitles.shortName(centroid.name()), centroid.size()),
                        centroid.label()));
            }
            if (Arrays.stream(spec.label()).anyMatch(label -> label == Labels.NOISE)) {
                entries.add(Legend.Entry.ofPoints(Labels.NOISE_NAME, Labels.NOISE));
            }
            Rectangle2D plot = Legend.drawBelow(pen, area, entries);
            new ScatterBody(spec, pen).draw(plot);
        };
    }
}
