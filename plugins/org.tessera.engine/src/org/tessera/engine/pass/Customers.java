package org.tessera.engine.pass;

import java.util.List;
import org.tessera.engine.run.RunContext;

/** Customers that need not fit into memory, and can be read as often as needed, a pass at a time. */
public interface Customers {

    /** The most customers of a block that a summary gets at once. */
    int BLOCK_ROWS = 4096;

    /** @return the columns, in order, the same for every block */
    List<ColumnKind> columns();

    /**
     * Reads all customers once.
     *
     * @param <S> the summary
     * @param purpose what the pass is for, for users, such as "Pass 3 of at most 12: segments of all customers"
     * @param empty makes the summaries of the parts
     * @param run progress, cancel
     * @return the summary of all customers; the empty one if there are none
     * @throws org.tessera.engine.run.SegmentationException as a summary throws it
     */
    <S extends Summary<S>> S pass(String purpose, EmptySummary<S> empty, RunContext run);

    /** @return how many passes were made */
    int passes();
}
