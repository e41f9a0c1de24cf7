package org.tessera.engine.select;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.MetricRange;

/**
 * How stability takes part in a selection. Segmentations are ranked by the gain over what the same algorithm reaches on
 * tables without segments, not by stability itself, which is highest for few segments whether or not there are any; see Ben-
 * David, von Luxburg and Pál (2006), <a href="https://doi.org/10.1007/11776420_4">doi:10.1007/11776420_4</a>.
 *
 * @param decides whether the gain in stability decides, in place of the metric
 * @param minimumJaccard smallest bootstrap Jaccard index of every segment, 0 to 1; 0 asks for nothing
 * @param aboveNull whether halves have to agree more than without segments
 */
public record StabilityRule(boolean decides, double minimumJaccard, boolean aboveNull) {

    /** Stability takes no part. */
    public static final StabilityRule NONE = new StabilityRule(false, 0, false);

    /** Default smallest Jaccard index: below it a segment counts as dissolved (Hennig 2007). */
    public static final double MINIMUM_JACCARD = 0.5;

    /** What decides in words. */
    static final String GAIN = "gain in stability";

    private static final double WIDTH = 1 - Agreement.LOWEST_ADJUSTED_RAND;

    static final MetricRange GAIN_RANGE = MetricRange.higherIsBetter(-WIDTH, WIDTH);

    /** Checks the bounds. */
    public StabilityRule {
        if (!(minimumJaccard >= 0 && minimumJaccard <= 1)) {
            throw new IllegalArgumentException(
                    "Smallest Jaccard index of a segment " + minimumJaccard + " is outside 0 to 1");
        }
    }

    /** The limits that a segmentation does not keep; none for what is not known. */
    List<Miss> misses(Consistency consistency) {
        List<Miss> misses = new ArrayList<>();
        double worst = consistency.worstJaccard();
        if (worst < minimumJaccard) {
            Digits.Pair words = Digits.values(worst, minimumJaccard);
            misses.add(new Miss(
                    (minimumJaccard - worst) / minimumJaccard,
                    "least stable segment",
                    "has a Jaccard index of " + words.first() + " in resamples, below the limit of " + words.second(),
                    "lower the limit of the least stable segment's Jaccard index below " + words.first()));
        }
        if (aboveNull && consistency.gain() <= 0) {
            double least = consistency.adjustedRand() - consistency.gain();
            Digits.Pair words = Digits.values(consistency.adjustedRand(), least);
            misses.add(new Miss(
                    Math.max(Double.MIN_NORMAL, -consistency.gain() / WIDTH),
                    "stability",
                    "is " + words.first() + ", no more than " + words.second()
                            + ", which its algorithm reaches without segments",
                    "switch off the comparison with tables without segments"));
        }
        return misses;
    }
}
