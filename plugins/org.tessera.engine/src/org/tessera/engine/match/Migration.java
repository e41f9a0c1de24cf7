package org.tessera.engine.match;

import java.util.Arrays;
import org.tessera.engine.data.Labels;

/**
 * How many customers of each earlier segment are in each present one. Rows are the earlier segments, then earlier noise,
 * then customers without an earlier segment (new ones); columns are the present segments, then present noise. Immutable
 * by contract: the array is shared and must not be changed.
 *
 * @param counts (k + 2) x (l + 1) customers, for k earlier and l present segments
 */
public record Migration(int[][] counts) {

    /** The earlier segment of a customer who had none. */
    public static final int NEW = -2;

    /** Checks the shape. */
    public Migration {
        if (counts.length < 2
                || Arrays.stream(counts).anyMatch(row -> row.length != counts[0].length || row.length == 0)) {
            throw new IllegalArgumentException("A matrix of " + counts.length + " rows is no migration matrix");
        }
    }

    /**
     * Counts customers. O(n + k l).
     *
     * @param earlier per customer the earlier segment, 0 to k - 1, {@link Labels#NOISE} or {@link #NEW}
     * @param segments number k of earlier segments
     * @param present the present segments of the same customers
     * @return the matrix
     * @throws IllegalArgumentException if the lengths differ or an earlier segment is outside -2 to k - 1
     */
    public static Migration of(int[] earlier, int segments, Labels present) {
        if (earlier.length != present.size()) {
            throw new IllegalArgumentException(
                    earlier.length + " earlier segments for " + present.size() + " customers");
        }
        int[][] counts = new int[segments + 2][present.segments() + 1];
        for (int i = 0; i < earlier.length; i++) {
            if (earlier[i] < NEW || earlier[i] >= segments) {
                throw new IllegalArgumentException(
                        "Earlier segment " + earlier[i] + " of row " + i + " is outside -2 to " + (segments - 1));
            }
            int row = earlier[i] >= 0 ? earlier[i] : segments - 1 - earlier[i];
            int column = present.at(i) == Labels.NOISE ? present.segments() : present.at(i);
            counts[row][column]++;
        }
        return new Migration(counts);
    }

    /** @return the number of earlier segments, noise not counted */
    public int earlierSegments() {
        return counts.length - 2;
    }

    /** @return the number of present segments, noise not counted */
    public int presentSegments() {
        return counts[0].length - 1;
    }

    /**
     * The customers of an earlier segment that are found today.
     *
     * @param earlier 0 to k - 1; k for noise, k + 1 for new customers
     * @return at least 0
     */
    public int ofEarlier(int earlier) {
        return Arrays.stream(counts[earlier]).sum();
    }

    /**
     * The customers of a present segment.
     *
     * @param present 0 to l - 1; l for noise
     * @return at least 0
     */
    public int ofPresent(int present) {
        return Arrays.stream(counts).mapToInt(row -> row[present]).sum();
    }

    /** @return all customers */
    public int total() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** @return the customers who had an earlier segment or were noise */
    public int known() {
        return total() - ofEarlier(counts.length - 1);
    }

    /**
     * The share of an earlier segment's customers that are in a present one.
     *
     * @param earlier an earlier segment
     * @param present a present segment
     * @return 0 to 1; 0 if none of the earlier segment is found
     */
    public double overlap(int earlier, int present) {
        int all = ofEarlier(earlier);
        return all == 0 ? 0 : counts[earlier][present] / (double) all;
    }
}
