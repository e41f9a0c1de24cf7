package org.tessera.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How time and memory of Tessera grow with rows and columns: sizes rise in steps of four as long as a run stays within
 * the bound, and a line through the logarithms of the larger half gives the exponent.
 */
final class Growth {

    static final int COLUMNS = 10;
    static final int ROWS = 16_000;
    static final double BOUND_SECONDS = 6;

    private static final int FIRST = 4_000;
    private static final int MOST = 1_024_000;
    private static final int STEP = 4;
    private static final int[] WIDTHS = {5, 10, 20, 40};
    private static final int REPEATS = 3;

    private final Child child;
    private final DataFolder data;
    private final int cores;

    Growth(Child child, DataFolder data, int cores) {
        this.child = child;
        this.data = data;
        this.cores = cores;
    }

    /** What grows. */
    record Subject(String id, String title, String algorithm, String variant, String linkage, double eps) {

        Request request(int n, int d) {
            return new Request(
                    algorithm, variant, linkage, n, d, Clouds.COUNT, 20, eps, 2 * d, REPEATS, 0, null, null, null);
        }
    }

    /**
     * One size.
     *
     * @param size rows or columns
     * @param seconds the fastest repetition
     * @param megabytes peak beyond the data
     */
    record Point(int size, double seconds, double megabytes) {}

    /**
     * What one subject has given.
     *
     * @param subject the subject
     * @param byRows points against the rows at {@link #COLUMNS} columns
     * @param byColumns points against the columns at {@link #ROWS} rows
     */
    record Curve(Subject subject, List<Point> byRows, List<Point> byColumns) {}

    static List<Subject> subjects() {
        return List.of(
                new Subject("growth-kmeans", "K-means, k = 8, 20 iterations", "kmeans", "", "", 0),
                new Subject("growth-mixture-full", "Gaussian mixture, full, 20 iterations", "mixture", "full", "", 0),
                new Subject("growth-mixture-diag", "Gaussian mixture, diagonal", "mixture", "diag", "", 0),
                new Subject("growth-dbscan", "DBSCAN, eps 0.35 sqrt(d)", "dbscan", "", "", 0.35),
                new Subject("growth-ward", "Ward", "hierarchy", "", "ward", 0),
                new Subject("growth-average", "Average linkage", "hierarchy", "", "average", 0),
                new Subject("growth-complete", "Complete linkage", "hierarchy", "", "complete", 0),
                new Subject("growth-single", "Single linkage", "hierarchy", "", "single", 0),
                new Subject("growth-centroid", "Centroid linkage", "hierarchy", "", "centroid", 0),
                new Subject("growth-silhouette", "Silhouette, exact", "silhouette", "", "", 0),
                new Subject("growth-davies-bouldin", "Davies-Bouldin", "davies-bouldin", "", "", 0),
                new Subject("growth-calinski-harabasz", "Calinski-Harabasz", "calinski-harabasz", "", "", 0));
    }

    Curve run(Subject subject) throws IOException {
        List<Point> byRows = new ArrayList<>();
        for (int n = FIRST; n <= MOST && fits(subject, n, byRows); n *= STEP) {
            byRows.add(point(subject, n, COLUMNS, n));
        }
        List<Point> byColumns = new ArrayList<>();
        for (int d : WIDTHS) {
            byColumns.add(point(subject, ROWS, d, d));
        }
        return new Curve(subject, byRows, byColumns);
    }

    /** Whether the next size stays within the bound if the time grows as in the last step, at first as the square. */
    private static boolean fits(Subject subject, int n, List<Point> before) {
        boolean pairs = subject.linkage().equals("average") || subject.linkage().equals("complete");
        if (pairs && Double.BYTES / 2.0 * n * n > Child.HEAP) {
            return false;
        }
        if (before.isEmpty()) {
            return true;
        }
        double last = before.get(before.size() - 1).seconds();
        double growth = before.size() < 2
                ? STEP * STEP
                : last / before.get(before.size() - 2).seconds();
        return last * growth <= BOUND_SECONDS;
    }

    private Point point(Subject subject, int n, int d, int size) throws IOException {
        Request plain = subject.request(n, d);
        Request scaled = new Request(
                plain.algorithm(),
                plain.variant(),
                plain.linkage(),
                n,
                d,
                plain.k(),
                plain.iterations(),
                subject.eps() * Math.sqrt(d),
                plain.minPoints(),
                REPEATS,
                cores,
                null,
                null,
                null);
        Request request = data.complete(scaled, cores);
        Answer usual = child.java(
                TesseraSide.class, Child.USUAL, request.with(subject.variant(), REPEATS, data.out("growth")));
        Answer frugal =
                child.java(TesseraSide.class, Child.FRUGAL, request.with(subject.variant(), 1, data.out("frugal")));
        double fastest = Double.POSITIVE_INFINITY;
        for (double seconds : usual.seconds()) {
            fastest = Math.min(fastest, seconds);
        }
        return new Point(size, fastest, frugal.peak() / 1e6);
    }

    /** The slope of logarithms by least squares over the last points, at least two and about half of them. */
    static double exponent(List<Point> points, boolean ofMemory) {
        List<Point> large = points.subList(Math.min(points.size() - 1, (points.size() - 1) / 2), points.size());
        if (large.size() < 2) {
            return Double.NaN;
        }
        double meanX = 0;
        double meanY = 0;
        for (Point p : large) {
            meanX += Math.log(p.size()) / large.size();
            meanY += y(p, ofMemory) / large.size();
        }
        double xy = 0;
        double xx = 0;
        for (Point p : large) {
            double dx = Math.log(p.size()) - meanX;
            xy += dx * (y(p, ofMemory) - meanY);
            xx += dx * dx;
        }
        return xy / xx;
    }

    private static double y(Point point, boolean ofMemory) {
        return Math.log(ofMemory ? Math.max(point.megabytes(), 0.01) : point.seconds());
    }

    /** A line of the table. */
    static String line(Curve curve) {
        return "| "
                + String.join(
                        " | ",
                        curve.subject().title(),
                        cells(curve.byRows()),
                        exponents(curve.byRows()),
                        cells(curve.byColumns()),
                        exponents(curve.byColumns()))
                + " |";
    }

    private static String cells(List<Point> points) {
        List<String> cells = new ArrayList<>();
        for (Point p : points) {
            cells.add(String.format(
                    Locale.ROOT, "%,d: %s s, %.1f MB", p.size(), Timing.seconds(p.seconds()), p.megabytes()));
        }
        return String.join("<br>", cells);
    }

    private static String exponents(List<Point> points) {
        return Page.number("%.2f", exponent(points, false)) + " | " + Page.number("%.2f", exponent(points, true));
    }
}
