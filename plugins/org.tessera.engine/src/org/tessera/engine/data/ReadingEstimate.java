package org.tessera.engine.data;

import java.util.List;
import org.tessera.engine.run.Estimate;

/** Estimates of time and memory for reading a table into arrays. */
public final class ReadingEstimate {

    private static final double NANOSECONDS_PER_CELL = 100;

    private ReadingEstimate() {}

    /**
     * Reading a feature matrix, from which incomplete rows are removed by a copy.
     *
     * @param size the rows and features to be read
     * @return the estimate, 16 n d + 8 n bytes
     */
    public static Estimate features(DataSize size) {
        return size.estimate(
                "Reading",
                2 * size.matrixBytes() + 8.0 * size.rows(),
                cells(size),
                List.of(DataSize.SAMPLE_ROWS, DataSize.FEWER_FEATURES));
    }

    /**
     * Reading source columns.
     *
     * @param size the rows and columns to be read
     * @return the estimate, 8 bytes per cell
     */
    public static Estimate columns(DataSize size) {
        return new Estimate(
                "Reading " + size.inWords("column"),
                size.matrixBytes(),
                cells(size),
                List.of(DataSize.SAMPLE_ROWS, "select fewer columns"));
    }

    private static double cells(DataSize size) {
        return size.secondsOnOneThread(NANOSECONDS_PER_CELL, (double) size.rows() * size.columns());
    }
}
