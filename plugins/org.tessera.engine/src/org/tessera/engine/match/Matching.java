package org.tessera.engine.match;

import java.util.List;
import org.tessera.engine.data.Labels;

/**
 * What became of earlier segments. Immutable by contract: the array is shared and must not be changed.
 *
 * @param migration how many customers went from where to where
 * @param transitions what happened, in the order of the earlier segments, then those that appeared
 * @param identities per present segment the earlier segment that it continues, each at most once, or
 *     {@link OptimalAssignment#NONE}
 */
public record Matching(Migration migration, List<Transition> transitions, int[] identities) {

    /** What a segment continues that continues no earlier one. */
    public static final int NOTHING = -3;

    /** Copies the list. */
    public Matching {
        transitions = List.copyOf(transitions);
    }

    /**
     * What a present segment continues; noise continues noise.
     *
     * @param present a present segment, or {@link Labels#NOISE}
     * @return an earlier segment, {@link Labels#NOISE} for noise, or {@link #NOTHING}
     */
    public int continued(int present) {
        if (present == Labels.NOISE) {
            return Labels.NOISE;
        }
        return identities[present] == OptimalAssignment.NONE ? NOTHING : identities[present];
    }

    /**
     * The present segment that continues an earlier one. O(l).
     *
     * @param earlier an earlier segment
     * @return the present segment, or {@link OptimalAssignment#NONE}
     */
    public int continuedBy(int earlier) {
        for (int present = 0; present < identities.length; present++) {
            if (identities[present] == earlier) {
                return present;
            }
        }
        return OptimalAssignment.NONE;
    }

    /**
     * Whether a customer moved.
     *
     * @param earlier the earlier segment, {@link Labels#NOISE}, or {@link Migration#NEW}
     * @param present the present segment, or {@link Labels#NOISE}
     * @return whether the present segment does not continue the earlier one; false for new customers
     */
    public boolean isMove(int earlier, int present) {
        return earlier != Migration.NEW && earlier != continued(present);
    }
}
