package org.tessera.engine.match;

import java.util.List;

/**
 * What became of earlier segments. Immutable by contract: the array is shared and must not be changed.
 *
 * @param migration how many customers went from where to where
 * @param transitions what happened, in the order of the earlier segments, then those that appeared
 * @param identities per present segment the earlier segment that it continues, each at most once, or
 *     {@link OptimalAssignment#NONE}
 */
public record Matching(Migration migration, List<Transition> transitions, int[] identities) {

    /** Copies the list. */
    public Matching {
        transitions = List.copyOf(transitions);
    }
}
