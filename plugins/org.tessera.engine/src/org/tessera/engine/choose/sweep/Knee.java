package org.tessera.engine.choose.sweep;

import java.util.OptionalInt;

/**
 * The knee of a falling curve: the point farthest below the chord of its ends, both axes scaled to 0 to 1, after Satopää et
 * al. (2011), Finding a "kneedle" in a haystack, <a href="https://doi.org/10.1109/ICDCSW.2011.20">doi:
 * 10.1109/ICDCSW.2011.20</a>. A straight line has none, nor has a curve that runs above its chord or of fewer than three
 * points.
 */
final class Knee {

    /** A point has to be this share of the height of the curve below the chord. */
    private static final double MIN_DEPTH = 1e-9;

    private Knee() {}

    /**
     * Finds the knee. O(n).
     *
     * @param x ascending values
     * @param y the values of the curve
     * @return the index of the knee, the first of equally deep ones; empty if there is none
     */
    static OptionalInt of(double[] x, double[] y) {
        int last = x.length - 1;
        if (last < 2) {
            return OptionalInt.empty();
        }
        double height = Math.abs(y[0] - y[last]);
        double deepest = MIN_DEPTH * height;
        OptionalInt knee = OptionalInt.empty();
        for (int i = 1; i < last; i++) {
            double chord = y[0] + (y[last] - y[0]) * (x[i] - x[0]) / (x[last] - x[0]);
            if (chord - y[i] > deepest) {
                deepest = chord - y[i];
                knee = OptionalInt.of(i);
            }
        }
        return knee;
    }
}
