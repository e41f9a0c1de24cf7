package org.tessera.engine.model;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/** The hash of {@link SegmentationModel#fingerprint}, of a matrix that comes part by part. Not thread safe. */
public final class Fingerprint {

    private long hash;

    /**
     * Starts a hash.
     *
     * @param rows number of all rows
     * @param columns number of columns
     */
    public Fingerprint(int rows, int columns) {
        hash = 0xCBF29CE484222325L ^ ((long) rows << 32 | columns);
    }

    /**
     * Adds rows. O(n d).
     *
     * @param x the next rows; -0.0 counts as 0.0
     * @param run cancel
     */
    public void add(Matrix x, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        for (double value : x.values()) {
            cancellation.step();
            long mixed = Double.doubleToLongBits(value + 0.0) * 0x9E3779B97F4A7C15L;
            hash = (hash ^ (mixed ^ mixed >>> 32)) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 29;
        }
    }

    /** @return the hash of the rows that were added */
    public long value() {
        return hash;
    }
}
