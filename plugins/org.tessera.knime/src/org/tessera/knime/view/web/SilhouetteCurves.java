package org.tessera.knime.view.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tessera.charts.SilhouettePlot;
import org.tessera.engine.data.Labels;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.SegmentSilhouette;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.run.RunContext;

/**
 * Silhouettes per group.
 *
 * @param undefined why there are none, or ""
 * @param distance the distance they were computed with, "Euclidean" or "Manhattan"
 * @param overall mean of all customers, -1 to 1
 * @param standardError standard error of the mean of a sample, NaN if exact
 * @param sampled number of customers in the sample, 0 if exact
 * @param groups a curve per group; without values where silhouettes are not defined
 */
record SilhouetteCurves(
        String undefined, String distance, double overall, double standardError, int sampled, List<Curve> groups) {

    private static final int POINTS = 48;

    /**
     * The silhouettes of a group.
     *
     * @param size number of its customers
     * @param mean their mean silhouette, NaN if not defined
     * @param below share of its customers that are nearer to another segment, 0 to 1
     * @param values silhouettes in descending order, evenly spaced among its customers
     * @param apart whether it falls apart, as the Scorer judges
     */
    record Curve(int size, double mean, double below, double[] values, boolean apart) {}

    /** Summarizes silhouettes of the labels without empty segments, computed with a distance. */
    static SilhouetteCurves of(
            Subject subject, Labels labels, Silhouette.Result silhouette, Distance distance, RunContext run) {
        List<SilhouettePlot.Band> bands = SilhouettePlot.bands(silhouette, labels, run);
        Set<Integer> loose = loose(silhouette, labels);
        List<Curve> curves = IntStream.range(0, subject.groups())
                .map(group -> group < subject.shown() ? group : Labels.NOISE)
                .mapToObj(label -> curve(bands, label, loose.contains(label)))
                .toList();
        return new SilhouetteCurves(
                silhouette.undefined(),
                distance == Distance.MANHATTAN ? "Manhattan" : "Euclidean",
                silhouette.overall(),
                silhouette.standardError(),
                silhouette.sampledRows(),
                curves);
    }

    /** The labels of the segments that fall apart; silhouettes know only those that have customers. */
    private static Set<Integer> loose(Silhouette.Result silhouette, Labels labels) {
        if (!silhouette.undefined().isEmpty()) {
            return Set.of();
        }
        int[] present = IntStream.range(0, labels.segments())
                .filter(label -> labels.sizeOf(label) > 0)
                .toArray();
        return SegmentSilhouette.of(silhouette, labels.dense()).stream()
                .filter(segment -> segment.label() != Labels.NOISE && segment.fallsApart())
                .map(segment -> present[segment.label()])
                .collect(Collectors.toSet());
    }

    private static Curve curve(List<SilhouettePlot.Band> bands, int label, boolean apart) {
        Optional<SilhouettePlot.Band> band =
                bands.stream().filter(b -> b.label() == label).findFirst();
        if (band.isEmpty() || band.get().sorted().length == 0) {
            return new Curve(0, Double.NaN, Double.NaN, new double[0], false);
        }
        double[] sorted = band.get().sorted();
        double below = (double) Arrays.stream(sorted).filter(s -> s < 0).count() / sorted.length;
        return new Curve(band.get().size(), band.get().mean(), below, thin(sorted), apart);
    }

    private static double[] thin(double[] sorted) {
        if (sorted.length <= POINTS) {
            return sorted;
        }
        double[] thinned = new double[POINTS];
        Arrays.setAll(thinned, i -> sorted[(int) Math.round((double) i * (sorted.length - 1) / (POINTS - 1))]);
        return thinned;
    }
}
