package org.tessera.engine.cluster.dbscan;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.DensityModel;

/** What DBSCAN says of a result that is no segmentation: fewer than two segments, or most rows noise. */
public final class DbscanWarnings {

    /** Share of core rows at the radius that is recommended where most rows are noise. */
    private static final double MANY = 0.9;

    private DbscanWarnings() {}

    /**
     * The warnings of a result.
     *
     * @param model the model
     * @param labels its labels
     * @param graph the k-distance graph, asked for only if there is something to say
     * @return sentences, none for two or more segments that hold at least half of the rows
     */
    public static List<String> of(DensityModel model, Labels labels, Supplier<KDistance> graph) {
        int n = labels.size();
        boolean mostlyNoise = 2L * labels.noise() > n;
        if (labels.segments() == 0) {
            return List.of(allNoise(model, n, graph));
        }
        if (mostlyNoise) {
            return List.of(String.format(
                    Locale.ROOT,
                    "%s of %s are noise at the radius %.4g with %d minimum points. %s.",
                    Numbers.count(labels.noise(), "row"),
                    Numbers.count(n, "row"),
                    model.eps(),
                    model.minPoints(),
                    widen(model, graph)));
        }
        double[] curve = labels.segments() == 1 ? graph.get().curve() : new double[1];
        if (labels.segments() > 1 || curve[curve.length - 1] == 0) {
            return List.of();
        }
        return List.of(oneSegment(model, labels, curve));
    }

    private static String allNoise(DensityModel model, int n, Supplier<KDistance> graph) {
        String all = n == 1 ? "The only row is noise" : "All " + Numbers.count(n, "row") + " are noise";
        String minPoints = Numbers.count(model.minPoints(), "row");
        if (model.minPoints() > n) {
            return String.format(
                    Locale.ROOT,
                    "%s: a segment needs %s within the radius, but the input has only %s in all. Lower"
                            + " 'Minimum points (minPts)'.",
                    all,
                    minPoints,
                    Numbers.count(n, "row"));
        }
        return String.format(
                Locale.ROOT,
                "%s: none has %s (itself included) %s the radius %.4g. %s.",
                all,
                minPoints,
                model.inclusive() ? "within" : "nearer than",
                model.eps(),
                widen(model, graph));
    }

    /** A radius that makes more rows core rows. */
    private static String widen(DensityModel model, Supplier<KDistance> graph) {
        double[] curve = graph.get().curve();
        double many = curve[(int) (MANY * (curve.length - 1))];
        String lower = "lower 'Minimum points (minPts)'";
        return many > model.eps()
                ? String.format(
                        Locale.ROOT,
                        "Raise 'Radius (eps)', for example to %.4g, at which %.0f %% of the rows have enough"
                                + " neighbors, or %s",
                        many * (1 + 1e-3),
                        100 * MANY,
                        lower)
                : "Raise 'Radius (eps)' or " + lower;
    }

    private static String oneSegment(DensityModel model, Labels labels, double[] curve) {
        double half = curve[curve.length / 2];
        double smaller = half > 0 && half < model.eps() ? half : model.eps() / 2;
        return String.format(
                Locale.ROOT,
                "DBSCAN found one segment of %s and %s at the radius %.4g with %d minimum points: no gap of density"
                        + " divides the customers. To look for denser groups, set 'Radius (eps)' to Manual and lower"
                        + " it, for example to %.4g, or lower 'Minimum points (minPts)'; k-means and Gaussian mixtures"
                        + " divide customers without gaps.",
                Numbers.count(labels.sizeOf(0), "row"),
                Numbers.count(labels.noise(), "noise row"),
                model.eps(),
                model.minPoints(),
                smaller);
    }
}
