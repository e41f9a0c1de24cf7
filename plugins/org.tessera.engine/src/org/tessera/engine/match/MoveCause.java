package org.tessera.engine.match;

/** Why a customer is in another segment than before: their values changed, or what the segments are. */
public enum MoveCause {
    /** By the earlier model the customer's values of today belong to another segment, the one where the customer is. */
    CUSTOMER,
    /** By the earlier model the customer's values of today still belong to the earlier segment. */
    SEGMENTS,
    /** By the earlier model they belong to a third segment. */
    BOTH;

    /**
     * Decides for a customer who moved.
     *
     * @param earlier the customer's earlier segment, or noise
     * @param assigned the earlier segment that the earlier model gives to the customer's values of today, or noise
     * @param continued the earlier segment that today's segment of the customer continues, noise for noise, or
     *     {@link Matching#NOTHING}
     * @return what changed
     */
    public static MoveCause of(int earlier, int assigned, int continued) {
        if (assigned == earlier) {
            return SEGMENTS;
        }
        return assigned == continued ? CUSTOMER : BOTH;
    }
}
