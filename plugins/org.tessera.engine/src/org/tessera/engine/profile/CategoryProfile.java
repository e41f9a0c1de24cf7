package org.tessera.engine.profile;

import java.util.List;

/**
 * The distribution of a categorical column in a segment, against all clustered customers.
 *
 * @param column the column's name
 * @param count number of the segment's customers with a value
 * @param missingShare share of the segment's customers without a value
 * @param overallMissingShare share of all clustered customers without a value
 * @param missingInterval 95 % confidence interval of the effect of missing entries
 * @param levels the categories that are most frequent overall and those by which a segment stands out, by decreasing
 *     frequency (ties by name), the same in every segment
 * @param rank rank by absolute effect among the segment's columns, 1 for the largest
 */
public record CategoryProfile(
        String column,
        int count,
        double missingShare,
        double overallMissingShare,
        Interval missingInterval,
        List<LevelShare> levels,
        int rank)
        implements ColumnProfile {

    /** Copies the levels. */
    public CategoryProfile {
        levels = List.copyOf(levels);
    }

    /**
     * The share of a category in a segment.
     *
     * @param level the category
     * @param count number of the segment's customers in this category
     * @param share their share of the segment's customers with a value, 0 to 1; NaN if there is none
     * @param overallShare share of the category among all clustered customers with a value, 0 to 1
     * @param effectInterval the 95 % confidence interval of the effect
     */
    public record LevelShare(String level, int count, double share, double overallShare, Interval effectInterval) {

        /** @return the lift, share divided by overall share; NaN without a value or if the category does not occur */
        public double lift() {
            return overallShare > 0 ? share / overallShare : Double.NaN;
        }

        /** @return the difference of the shares divided by the overall standard deviation, 0 if not defined */
        public double effect() {
            double effect = (share - overallShare) / Math.sqrt(overallShare * (1 - overallShare));
            return Double.isFinite(effect) ? effect : 0;
        }
    }

    /** The category with the largest absolute effect, ties to one more frequent than overall; null without a value. */
    LevelShare strongest() {
        LevelShare strongest = null;
        for (LevelShare level : levels) {
            double gain = strongest == null ? 1 : Math.abs(level.effect()) - Math.abs(strongest.effect());
            boolean positive = strongest != null && level.effect() > 0 && strongest.effect() < 0;
            if (gain > 1e-9 || (positive && gain > -1e-9)) {
                strongest = level;
            }
        }
        return strongest;
    }

    @Override
    public double effect() {
        LevelShare strongest = strongest();
        return strongest == null ? 0 : strongest.effect();
    }
}
