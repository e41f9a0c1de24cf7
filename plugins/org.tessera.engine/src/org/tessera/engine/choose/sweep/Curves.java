package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.select.Leaderboard;

/** The curves of a search: its trials in their order, with what the leaderboard measured. */
final class Curves {

    private final List<Tried> tried;
    private final Leaderboard board;
    /** The stability of each trial; empty if it was not measured. */
    private final List<Consistency> stability;

    Curves(List<Tried> tried, Leaderboard board, List<Consistency> stability) {
        this.tried = tried;
        this.board = board;
        this.stability = stability;
    }

    /** A point per trial. */
    List<CurvePoint> points() {
        List<Leaderboard.Entry> entries = board.entries().stream()
                .sorted(Comparator.comparingInt(Leaderboard.Entry::index))
                .toList();
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            points.add(
                    point(tried.get(i), entries.get(i), stability.isEmpty() ? Consistency.UNKNOWN : stability.get(i)));
        }
        for (String algorithm :
                points.stream().map(CurvePoint::algorithm).distinct().toList()) {
            markKnee(points, algorithm);
        }
        return List.copyOf(points);
    }

    private static CurvePoint point(Tried tried, Leaderboard.Entry entry, Consistency stability) {
        return new CurvePoint(
                tried.trial().algorithm(),
                tried.title(),
                tried.trial().segments(),
                entry.shape().segments(),
                entry.shape().noiseShare(),
                value(entry, Silhouette.METRIC),
                value(entry, DaviesBouldin.METRIC),
                value(entry, CalinskiHarabasz.METRIC),
                value(entry, WithinSumOfSquares.METRIC),
                false,
                tried.bic(),
                stability);
    }

    private static double value(Leaderboard.Entry entry, Metric metric) {
        return entry.value(metric.info().id());
    }

    /** Only an algorithm that is asked for numbers of segments has a curve over them. */
    private static void markKnee(List<CurvePoint> points, String algorithm) {
        List<CurvePoint> curve = points.stream()
                .filter(p -> p.algorithm().equals(algorithm) && p.asked() > 0)
                .toList();
        Knee.of(
                        curve.stream().mapToDouble(CurvePoint::asked).toArray(),
                        curve.stream().mapToDouble(CurvePoint::inertia).toArray())
                .ifPresent(knee -> points.set(
                        points.indexOf(curve.get(knee)), curve.get(knee).atKnee()));
    }
}
