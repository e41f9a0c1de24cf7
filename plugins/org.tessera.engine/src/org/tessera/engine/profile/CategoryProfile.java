package org.tessera.engine.profile;

import java.util.List;

/**
 * A column of categories in a segment.
 *
 * @param column the column's name
 * @param count the segment's customers with a value
 * @param missingShare the share of the segment's customers without a value
 * @param levels the most frequent categories overall, the most frequent first (ties by name): the same list in every
 *     segment
 * @param rank place by absolute effect among the segment's columns
 */
public record CategoryProfile(String column, int count, double missingShare, List<LevelShare> levels, int rank)
        implements ColumnProfile {

    /** Copies the levels. */
    public CategoryProfile {
        levels = List.copyOf(levels);
    }

    /**
     * One category in a segment.
     *
     * @param level the category
     * @param count the segment's customers of this category
     * @param share their share of the segment's customers with a value, 0 to 1; NaN if there is none
     * @param overallShare the share of all clustered customers with a value, 0 to 1
     */
    public record LevelShare(String level, int count, double share, double overallShare) {

        /** @return share divided by overall share; NaN if there is no value or the category has no customer */
        public double lift() {
            return overallShare > 0 ? share / overallShare : Double.NaN;
        }

        /** @return difference of the shares in overall standard deviations, 0 if not defined */
        public double effect() {
            double effect = (share - overallShare) / Math.sqrt(overallShare * (1 - overallShare));
            return Double.isFinite(effect) ? effect : 0;
        }
    }

    /**
     * The category that differs most; of equals one that is more frequent in the segment than overall.
     *
     * @return the category, or null if the column has no value
     */
    public LevelShare strongest() {
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
