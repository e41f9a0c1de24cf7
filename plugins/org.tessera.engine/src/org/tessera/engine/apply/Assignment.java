package org.tessera.engine.apply;

import org.tessera.engine.data.Labels;

/**
 * The segments of new rows. Immutable by contract: the arrays are shared and must not be changed.
 *
 * @param segments per row the segment 0 to k - 1, {@link Labels#NOISE}, or {@link #NONE}
 * @param runnersUp per row the second best segment, for noise the nearest one; {@link #NONE} without a segment, and
 *     where there is no other
 * @param confidences per row the confidence of its segment, 0 to 1; NaN without a segment. Of a mixture it is the
 *     probability of the segment, otherwise 0 says that the runner-up is as near
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

    /**
     * The same rows in segments that the clustering gave them, which may be others than those of the rule of assignment. Where
     * they differ, the assigned segment is the runner-up, and the confidence is NaN. O(n).
     *
     * @param labels the segments of the same rows
     * @return the rows in these segments
     * @throws IllegalArgumentException if the lengths differ
     */
    public Assignment withSegments(Labels labels) {
        checkSize(labels);
        Assignment given = new Assignment(segments.clone(), runnersUp.clone(), confidences.clone());
        for (int i = 0; i < segments.length; i++) {
            if (labels.at(i) != segments[i]) {
                int other = segments[i] == Labels.NOISE ? runnersUp[i] : segments[i];
                given.segments[i] = labels.at(i);
                given.runnersUp[i] = other == labels.at(i) ? NONE : other;
                given.confidences[i] = Double.NaN;
            }
        }
        return given;
    }

    private void checkSize(Labels labels) {
        if (labels.size() != segments.length) {
            throw new IllegalArgumentException(labels.size() + " labels for " + segments.length + " rows");
        }
    }

    /** @return the number of rows without a segment, noise not counted */
    public int none() {
        return count(NONE);
    }

    /**
     * The number of rows of a segment. O(n).
     *
     * @param segment 0 to k - 1, {@link Labels#NOISE}, or {@link #NONE}
     * @return the number of its rows
     */
    public int count(int segment) {
        int count = 0;
        for (int label : segments) {
            count += label == segment ? 1 : 0;
        }
        return count;
    }

    /**
     * The number of rows whose segment equals their earlier label. O(n).
     *
     * @param labels earlier labels of the same rows
     * @return the number of equal ones
     * @throws IllegalArgumentException if the lengths differ
     */
    public int unchanged(Labels labels) {
        checkSize(labels);
        int equal = 0;
        for (int i = 0; i < segments.length; i++) {
            equal += labels.at(i) == segments[i] ? 1 : 0;
        }
        return equal;
    }
}
