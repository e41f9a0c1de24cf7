package org.tessera.engine.select;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.select.column.ColumnLikeness;

/**
 * Checks segmentations against guards. A value on a limit passes, and so does an estimated silhouette that is below its
 * limit by no more than its standard error.
 */
public final class GuardCheck {

    /** Difference of two silhouettes that is rounding, as of customers that are equally far from two segments. */
    private static final double ROUNDING = 1e-12;

    private final Guards guards;
    private final StabilityRule stability;

    /**
     * A check.
     *
     * @param guards the limits
     * @param stability the limits of stability
     */
    public GuardCheck(Guards guards, StabilityRule stability) {
        this.guards = guards;
        this.stability = stability;
    }

    /**
     * The guards that a segmentation does not pass. O(1).
     *
     * @param measures what is known of it
     * @param consistency how consistently it is found again; what is not known passes
     * @return a miss per guard, empty if it passes all of them
     */
    public List<Miss> misses(Measures measures, Consistency consistency) {
        List<Miss> misses = new ArrayList<>();
        Shape shape = measures.shape();
        smallest(shape, misses);
        largest(shape, misses);
        noise(shape, misses);
        worst(measures.worst(), misses);
        column(measures.likeness(), misses);
        misses.addAll(stability.misses(consistency));
        return misses;
    }

    private void smallest(Shape shape, List<Miss> misses) {
        double limit = guards.minimumShare();
        if (shape.smallestShare() < limit) {
            Digits.Pair words = Digits.percents(shape.smallestShare(), limit);
            misses.add(new Miss(
                    (limit - shape.smallestShare()) / limit,
                    "smallest segment",
                    "holds " + words.first() + " of the customers (" + of(shape.smallest(), shape)
                            + "), below the limit of " + words.second(),
                    "lower the limit of the smallest segment below " + words.first()));
        }
    }

    private void largest(Shape shape, List<Miss> misses) {
        double limit = guards.maximumShare();
        if (shape.largestShare() > limit) {
            Digits.Pair words = Digits.percents(shape.largestShare(), limit);
            misses.add(new Miss(
                    (shape.largestShare() - limit) / (1 - limit),
                    "largest segment",
                    "holds " + words.first() + " of the customers (" + of(shape.largest(), shape)
                            + "), above the limit of " + words.second(),
                    "raise the limit of the largest segment above " + words.first()));
        }
    }

    private void noise(Shape shape, List<Miss> misses) {
        double limit = guards.maximumNoise();
        if (shape.noiseShare() > limit) {
            Digits.Pair words = Digits.percents(shape.noiseShare(), limit);
            misses.add(new Miss(
                    (shape.noiseShare() - limit) / (1 - limit),
                    "noise",
                    "is " + words.first() + " of the customers (" + of(shape.noise(), shape) + "), above the limit of "
                            + words.second(),
                    "raise the limit of noise above " + words.first()));
        }
    }

    private void worst(WorstSegment worst, List<Miss> misses) {
        double limit = guards.minimumSilhouette();
        if (worst.silhouette() + Math.max(worst.standardError(), ROUNDING) < limit) {
            Digits.Pair words = Digits.values(worst.silhouette(), limit);
            misses.add(new Miss(
                    (limit - worst.silhouette()) / (limit + 1),
                    "worst segment",
                    "(" + worst.name() + ") has a mean silhouette of " + words.first()
                            + error(worst) + ", below the limit of " + words.second()
                            + (worst.silhouette() < 0
                                    ? ", so that its customers are on average nearer to another one"
                                    : ""),
                    "lower the limit of the worst segment's silhouette below " + words.first()));
        }
    }

    private static String error(WorstSegment worst) {
        return worst.standardError() == 0 ? "" : " (standard error " + Numbers.value(worst.standardError(), 2) + ")";
    }

    private void column(ColumnLikeness likeness, List<Miss> misses) {
        if (guards.distinctFromColumns() && likeness.isEqual()) {
            double by = (likeness.adjustedRand() - ColumnLikeness.EQUAL) / (1 - ColumnLikeness.EQUAL);
            misses.add(new Miss(
                    Math.max(Double.MIN_NORMAL, by),
                    "segments",
                    "say no more than " + likeness.inWords() + ", which tells the segment of "
                            + Numbers.percent(likeness.told()) + " of the customers (adjusted Rand index "
                            + Numbers.value(likeness.adjustedRand(), 3) + ", limit "
                            + Numbers.value(ColumnLikeness.EQUAL, 2) + ")",
                    "leave " + likeness.names() + " out of the features, or switch off the comparison with columns"));
        }
    }

    private static String of(int rows, Shape shape) {
        return Numbers.count(rows) + " of " + Numbers.count(shape.customers());
    }
}
