package org.tessera.workbench.csv;

import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Splits a file in a thread of its own, some blocks ahead of the thread that reads their values: the same blocks in the
 * same order. The first block is split by the reader, and a small file altogether.
 */
final class BlocksAhead implements BlockSource, AutoCloseable {
    private static final int BLOCKS = 4;

    private final CsvSplitter splitter;
    private final BlockingQueue<CsvBlock> empty = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<CsvBlock> full = new ArrayBlockingQueue<>(BLOCKS);
    private Thread thread;

    BlocksAhead(CsvSplitter splitter) {
        this.splitter = splitter;
    }

    @Override
    public CsvBlock next(CsvBlock used) throws InterruptedIOException {
        if (used == null) {
            return first();
        }
        try {
            empty.put(used);
            return full.take();
        } catch (InterruptedException e) {
            throw (InterruptedIOException) new InterruptedIOException("Reading was stopped").initCause(e);
        }
    }

    private CsvBlock first() {
        CsvBlock block = splitter.next(null);
        if (!block.isLast()) {
            for (int i = 1; i < BLOCKS; i++) {
                empty.add(splitter.newBlock());
            }
            thread = new Thread(this::split, "csv-splitter");
            thread.setDaemon(true);
            thread.start();
        }
        return block;
    }

    private void split() {
        try {
            CsvBlock block;
            do {
                block = empty.take();
                splitter.fill(block);
                full.put(block);
            } while (!block.isLast());
        } catch (InterruptedException e) {
            // closed: nobody waits for the rest
        }
    }

    /** Ends the splitting; when this returns, nothing reads the file any more. */
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
