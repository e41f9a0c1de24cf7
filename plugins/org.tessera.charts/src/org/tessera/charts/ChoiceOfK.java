package org.tessera.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.SearchPoint;

/**
 * Curves to choose the number of segments by: silhouette, inertia with its knee, and stability over the band that the same
 * algorithms reach without segments, each against the number of segments with a line per algorithm.
 */
public final class ChoiceOfK {

    private ChoiceOfK() {}

    /**
     * The specification of the chart.
     *
     * @param title the chart's title
     * @param subtitle how to read the chart, or why there is nothing to show
     * @param algorithms the algorithms, in the order of their colors
     * @param panels a panel per measure, from top to bottom
     */
    public record Spec(String title, String subtitle, List<String> algorithms, List<Panel> panels)
            implements ChartSpec {

        /** Copies the lists. */
        public Spec {
            algorithms = List.copyOf(algorithms);
            panels = List.copyOf(panels);
        }

        @Override
        public boolean isEmpty() {
            return panels.isEmpty();
        }
    }

    /**
     * A measure against the number of segments.
     *
     * @param name the measure
     * @param lines the line of each algorithm
     * @param band what is reached without segments; empty if that is not known
     */
    public record Panel(String name, List<Line> lines, List<Range> band) {

        /** Copies the lists. */
        public Panel {
            lines = List.copyOf(lines);
            band = List.copyOf(band);
        }
    }

    /**
     * The line of an algorithm.
     *
     * @param segments numbers of segments, ascending
     * @param values a value per number; NaN for none
     * @param knee index of the knee, -1 if the line has none
     */
    public record Line(int[] segments, double[] values, int knee) {}

    /**
     * The values of all algorithms without segments.
     *
     * @param segments number of segments
     * @param low the lowest
     * @param high the highest
     */
    public record Range(int segments, double low, double high) {}

    /**
     * The curves of a search.
     *
     * @param search what was tried; algorithms that find the number of segments have no curve
     * @return the specification, without panels if there is no curve
     */
    public static Spec spec(List<SearchPoint> search) {
        List<SearchPoint> points = search.stream().filter(p -> p.segments() > 0).toList();
        List<String> algorithms =
                points.stream().map(SearchPoint::algorithm).distinct().toList();
        if (algorithms.isEmpty()) {
            return new Spec(
                    "No choice of k",
                    "This segmentation was not searched for: take a model of Auto Segmentation, which tries several numbers"
                            + " of segments.",
                    List.of(),
                    List.of());
        }
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel("Silhouette", lines(points, algorithms, SearchPoint::silhouette, false), List.of()));
        panels.add(new Panel(
                "Inertia, as share of the first", lines(points, algorithms, SearchPoint::inertia, true), List.of()));
        if (points.stream().anyMatch(p -> !Double.isNaN(p.stability()))) {
            panels.add(new Panel("Stability", lines(points, algorithms, SearchPoint::stability, false), band(points)));
        }
        return new Spec(
                title(points),
                "High silhouette, the knee of the inertia (ring), and stability above the gray band, which is reached"
                        + " without segments.",
                algorithms,
                panels);
    }

    /** Where the silhouette is highest. */
    private static String title(List<SearchPoint> points) {
        SearchPoint best = null;
        for (SearchPoint point : points) {
            boolean known = !Double.isNaN(point.silhouette());
            best = known && (best == null || point.silhouette() > best.silhouette()) ? point : best;
        }
        return best == null
                ? "Choice of k"
                : "Silhouette is highest at " + Numbers.count(best.segments(), "segment") + " (" + best.algorithm()
                        + ")";
    }

    private static List<Line> lines(
            List<SearchPoint> points, List<String> algorithms, ToDoubleFunction<SearchPoint> value, boolean inertia) {
        return algorithms.stream()
                .map(algorithm -> line(
                        points.stream()
                                .filter(p -> p.algorithm().equals(algorithm))
                                .toList(),
                        value,
                        inertia))
                .toList();
    }

    private static Line line(List<SearchPoint> points, ToDoubleFunction<SearchPoint> value, boolean inertia) {
        double[] values = points.stream().mapToDouble(value).toArray();
        int knee = -1;
        for (int i = 0; inertia && i < values.length; i++) {
            knee = points.get(i).knee() ? i : knee;
        }
        double first = values[0];
        if (inertia && first > 0) {
            Arrays.setAll(values, i -> values[i] / first);
        }
        return new Line(points.stream().mapToInt(SearchPoint::segments).toArray(), values, knee);
    }

    private static List<Range> band(List<SearchPoint> points) {
        List<Range> band = new ArrayList<>();
        for (int k : points.stream()
                .mapToInt(SearchPoint::segments)
                .distinct()
                .sorted()
                .toArray()) {
            double[] values = points.stream()
                    .filter(p -> p.segments() == k)
                    .mapToDouble(SearchPoint::nullStability)
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            if (values.length > 0) {
                band.add(new Range(k, values[0], values[values.length - 1]));
            }
        }
        return band;
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> new ChoiceOfKBody(spec, pen).draw(area);
    }
}
