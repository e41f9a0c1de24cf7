package org.tessera.engine.data;

import java.util.List;
import org.tessera.engine.run.Estimate;

/** What reading a table into arrays takes. */
public final class ReadingEstimate {

    private static final double CELL = 100;

    private ReadingEstimate() {}

    /**
     * A matrix of all rows, where rows may turn out to be incomplete.
     *
     * @param size the rows and features to be read
     * @return 16 n d bytes
     */
    public static Estimate features(DataSize size) {
        return size.estimate(
                "Reading",
                2 * size.matrixBytes() + 8.0 * size.rows(),
                cells(size),
                List.of(DataSize.SAMPLE_ROWS, DataSize.FEWER_FEATURES));
    }

    /**
     * Customers' own columns.
     *
     * @param size the rows and columns to be read
     * @return 8 bytes per cell
     */
    public static Estimate columns(DataSize size) {
        return new Estimate(
                "Reading " + size.inWords("column"),
                size.matrixBytes(),
                cells(size),
                List.of(DataSize.SAMPLE_ROWS, "select fewer columns"));
    }

    private static double cells(DataSize size) {
        return size.secondsOnOneThread(CELL, (double) size.rows() * size.columns());
    }
}
