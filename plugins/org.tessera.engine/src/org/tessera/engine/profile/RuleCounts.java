package org.tessera.engine.profile;

/** Numbers of customers in a segment and of others per code of a column. */
final class RuleCounts {

    private final int[] in;
    private final int[] out;

    /** No customers yet, for codes up to a number of terms. */
    RuleCounts(int terms) {
        in = new int[terms + 2];
        out = new int[terms + 2];
    }

    void add(int code, boolean inside) {
        (inside ? in : out)[code + 1]++;
    }

    /** Number of customers in the segment of a code. */
    int in(int code) {
        return in[code + 1];
    }

    /** Number of other customers of a code. */
    int out(int code) {
        return out[code + 1];
    }

    /** Number of customers in the segment with a value. */
    int knownIn() {
        return sum(in);
    }

    /** Number of other customers with a value. */
    int knownOut() {
        return sum(out);
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int code = 1; code < counts.length; code++) {
            sum += counts[code];
        }
        return sum;
    }

    /** Whether a value is missing. */
    boolean hasMissing() {
        return in[0] + out[0] > 0;
    }

    /**
     * How far a column and the segment depend on each other: Pearson's chi-squared of codes against the segment, less its
     * expectation under independence and divided by its standard deviation there. O(t).
     */
    double association() {
        double allIn = knownIn() + in[0];
        double allOut = knownOut() + out[0];
        double chi = 0;
        int codes = 0;
        for (int code = 0; code < in.length; code++) {
            double both = in[code] + out[code];
            if (both > 0) {
                double more = in[code] * allOut - out[code] * allIn;
                chi += more * more / (both * allIn * allOut);
                codes++;
            }
        }
        return codes < 2 ? 0 : (chi - (codes - 1)) / Math.sqrt(2.0 * (codes - 1));
    }
}
