package org.tessera.engine.cluster;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.run.SegmentationException;

/** Checks of the input of clusterers, in one place so that all messages read alike. */
public final class Inputs {

    private Inputs() {}

    /**
     * Refuses a matrix without rows or columns, and values that are not finite.
     *
     * @param algorithm the algorithm's name for the message
     * @param x the features
     * @throws SegmentationException if there is no row or no column
     * @throws IllegalArgumentException if a value is missing or infinite
     */
    public static void check(String algorithm, Matrix x) {
        if (x.rows() == 0) {
            throw new SegmentationException(
                    algorithm + " got no row to cluster",
                    "check the filters before this step",
                    "fill missing values instead of leaving rows out");
        }
        if (x.columns() == 0) {
            throw new SegmentationException(
                    algorithm + " got " + Numbers.count(x.rows(), "row") + ", but no feature column",
                    "choose at least one numeric column");
        }
        x.requireFinite("The input of " + algorithm);
    }

    /**
     * Refuses more segments than rows.
     *
     * @param option the option's name for the message
     * @param segments number of segments asked for
     * @param rows number of rows
     * @throws SegmentationException if there are more segments than rows
     */
    public static void checkSegments(String option, int segments, int rows) {
        if (segments > rows) {
            throw new SegmentationException(
                    option + " = " + segments + ", but only " + Numbers.count(rows, "row") + " can be clustered",
                    "lower '" + option + "' to " + rows + " or less",
                    "fill missing values so that more rows are complete");
        }
    }

    /**
     * The warning that there are fewer distinct rows than segments asked for, and as many segments as distinct rows.
     *
     * @param option the option's name
     * @param asked number of segments asked for
     * @param distinct number of distinct rows
     * @return a sentence with a remedy
     */
    public static String fewerDistinct(String option, int asked, int distinct) {
        return fewerDistinct(option, asked, distinct, distinct);
    }

    /**
     * The warning that there are fewer distinct rows than segments asked for, and possibly even fewer segments.
     *
     * @param option the option's name
     * @param asked number of segments asked for
     * @param distinct number of distinct rows
     * @param made number of segments made
     * @return a sentence with a remedy
     */
    public static String fewerDistinct(String option, int asked, int distinct, int made) {
        return option + " = " + asked + ", but only " + Numbers.count(distinct, "different row")
                + ": " + Numbers.count(made, "segment") + (made == 1 ? " was" : " were")
                + " made. Lower '" + option + "' or add columns that tell"
                + " customers apart.";
    }
}
