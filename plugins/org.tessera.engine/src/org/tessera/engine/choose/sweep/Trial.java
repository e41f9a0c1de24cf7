package org.tessera.engine.choose.sweep;

/**
 * A segmentation that a search tries, or would try.
 *
 * @param algorithm the title of its algorithm, such as "K-Means"
 * @param setting what tells it from the other trials of the algorithm, such as "k = 4" or "radius 3 of 8"
 * @param segments the number of segments asked for, 0 if the algorithm finds it
 * @param seconds its time by estimate, measuring included, on {@link SweepOptions#THREADS} threads
 * @param bytes its memory by estimate, in addition to the rows
 */
public record Trial(String algorithm, String setting, int segments, double seconds, double bytes) {

    /** @return such as "K-Means, k = 4" */
    public String title() {
        return algorithm + ", " + setting;
    }

    /** The same, taking more. */
    Trial with(double moreSeconds, double otherBytes) {
        return new Trial(algorithm, setting, segments, seconds + moreSeconds, Math.max(bytes, otherBytes));
    }
}
