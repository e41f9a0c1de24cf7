package org.tessera.engine.apply;

import org.tessera.engine.data.Labels;

/**
 * Segments of new rows. Immutable by contract: the arrays are shared and must not be changed.
 *
 * @param segments per row its segment 0 to k - 1, {@link Labels#NOISE}, or {@link #NONE}
 * @param runnersUp per row the next best segment, or {@link #NONE}
 * @param confidences per row how clear its segment is, 0 (as near to the next) to 1; NaN for a row without a segment
 */
public record Assignment(int[] segments, int[] runnersUp, double[] confidences) {

    /** No segment: a feature is not finite, or so large that no distance or density can be computed. */
    public static final int NONE = -2;

    /** Checks that the lengths agree. */
    public Assignment {
        if (segments.length != runnersUp.length || segments.length != confidences.length) {
            throw new IllegalArgumentException(segments.length + " segments, but " + runnersUp.length
                    + " runners-up and " + confidences.length + " confidences");
        }
    }

    /** @return the number of rows n */
    public int size() {
        return segments.length;
    }

    /** @return the number of rows without a segment; noise is none of them */
    public int none() {
        return count(NONE);
    }

    /**
     * The number of rows of a segment.
     *
     * @param segment 0 to k - 1, {@link Labels#NOISE}, or {@link #NONE}
     * @return how many rows have it
     */
    public int count(int segment) {
        int count = 0;
        for (int label : segments) {
            count += label == segment ? 1 : 0;
        }
        return count;
    }

    /**
     * The number of rows that got the segment they had.
     *
     * @param labels the segments they had, of the same rows
     * @return how many are the same
     * @throws IllegalArgumentException if the lengths differ
     */
    public int same(Labels labels) {
        if (labels.size() != segments.length) {
            throw new IllegalArgumentException(labels.size() + " labels for " + segments.length + " rows");
        }
        int same = 0;
        for (int i = 0; i < segments.length; i++) {
            same += labels.at(i) == segments[i] ? 1 : 0;
        }
        return same;
    }
}
