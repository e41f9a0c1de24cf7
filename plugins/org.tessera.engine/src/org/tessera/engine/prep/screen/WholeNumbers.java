package org.tessera.engine.prep.screen;

/** Whole numbers among doubles. */
final class WholeNumbers {

    /** Largest number up to which every whole number is a double of its own. */
    static final double MAX_EXACT = 0x1p53;

    private WholeNumbers() {}

    /** Whether all numbers are whole and small enough to be exact. O(n), ends at the first that is not. */
    static boolean all(double[] values) {
        for (double v : values) {
            if (v != Math.rint(v) || Math.abs(v) > MAX_EXACT) {
                return false;
            }
        }
        return true;
    }

    /** Whether all numbers are whole; large ones may stand for others nearby. O(n), ends at the first that is not. */
    static boolean allOfAnySize(double[] values) {
        for (double v : values) {
            if (v != Math.rint(v)) {
                return false;
            }
        }
        return true;
    }

    /** Number of distinct ones among ascending numbers. */
    static int distinct(double[] sorted) {
        int distinct = sorted.length == 0 ? 0 : 1;
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return distinct;
    }
}
