package org.tessera.engine.match;

import java.util.List;

/**
 * What became of earlier segments. The names are MONIC's: a segment survives, is split, absorbed by another (merged),
 * disappears or emerges.
 *
 * @param kind what happened
 * @param earlier the earlier segments, increasing; empty if the segment appeared
 * @param present the present segments, that with most of the customers first; empty if the segment vanished
 * @param overlap the share of the earlier segments' customers that are in the present ones, 0 to 1; NaN if the segment
 *     appeared
 * @param chance the probability of so many common customers if earlier and present segments were independent, corrected
 *     for all pairs (Bonferroni), the largest of the pairs; NaN if the segment appeared or vanished
 * @param size how the share of all customers changed
 * @param growth the present share of all customers divided by the earlier one; NaN if the segment appeared or vanished
 * @param shift the distance between the earlier and the present mean, in units of the features; NaN where it is not known
 */
public record Transition(
        Kind kind,
        List<Integer> earlier,
        List<Integer> present,
        double overlap,
        double chance,
        Size size,
        double growth,
        double shift) {

    /** What happened to segments. */
    public enum Kind {
        /** One segment became one. */
        SURVIVES,
        /** One became several. */
        SPLITS,
        /** Several became one. */
        MERGES,
        /** One is new. */
        APPEARS,
        /** One is gone. */
        VANISHES
    }

    /** How a share of all customers changed. */
    public enum Size {
        /** Not by more than chance, or not by much. */
        SAME,
        /** It is larger. */
        GROWS,
        /** It is smaller. */
        SHRINKS
    }

    /** Copies the lists. */
    public Transition {
        earlier = List.copyOf(earlier);
        present = List.copyOf(present);
    }
}
