package org.tessera.workbench.csv;

import java.io.InterruptedIOException;

/** Gives the blocks of a file one after the other. */
interface BlockSource {

    /**
     * Gives the next block.
     *
     * @param used the block given before, which may be filled again for a later one; {@code null} at first
     * @return the next one, if that was not the last
     * @throws InterruptedIOException if the thread was interrupted while it waited
     */
    CsvBlock next(CsvBlock used) throws InterruptedIOException;
}
