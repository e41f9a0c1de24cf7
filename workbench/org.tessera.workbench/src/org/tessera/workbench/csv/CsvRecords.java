package org.tessera.workbench.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Goes through the records of a file, which a thread of its own splits some blocks ahead. The first block, and so a small
 * file altogether, is split by the reader.
 */
final class CsvRecords implements Closeable {
    private static final int BLOCKS = 3;

    private final CsvSplitter splitter;
    private final BlockingQueue<CsvBlock> blocks = new ArrayBlockingQueue<>(BLOCKS);
    private final Queue<CsvBlock> used = new ArrayBlockingQueue<>(BLOCKS + 2);
    private final CsvRow row = new CsvRow();
    private Thread thread;
    private volatile Throwable problem;
    private CsvBlock block;
    private int index;

    CsvRecords(CsvSplitter splitter) {
        this.splitter = splitter;
        block = split();
    }

    /**
     * Returns the next record, which is good until this is called again; null at the end of the file. What goes wrong
     * while splitting is thrown in its place.
     */
    CsvRow next() throws IOException {
        if (index == block.records() && index > 0) {
            block = nextBlock();
            index = 0;
        }
        if (index < block.records()) {
            row.move(block, index++);
            return row;
        }
        if (problem instanceof IOException e) {
            throw e;
        } else if (problem instanceof RuntimeException e) {
            throw e;
        } else if (problem instanceof Error e) {
            throw e;
        }
        return null;
    }

    /** The lines passed over as comments; known when the end of the file was reached. */
    long comments() {
        return splitter.comments();
    }

    /** The bytes of the file read so far. */
    long consumed() throws IOException {
        return splitter.consumed();
    }

    private CsvBlock nextBlock() throws InterruptedIOException {
        if (thread == null) {
            thread = new Thread(this::splitAll, "csv-splitter");
            thread.setDaemon(true);
            thread.start();
        }
        used.add(block);
        try {
            return blocks.take();
        } catch (InterruptedException e) {
            throw (InterruptedIOException) new InterruptedIOException("Reading was stopped").initCause(e);
        }
    }

    private void splitAll() {
        try {
            CsvBlock next;
            do {
                next = split();
                blocks.put(next);
            } while (next.records() > 0);
        } catch (InterruptedException e) {
            // closed: nobody waits for the rest
        }
    }

    /** The next records; none at the end of the file. */
    private CsvBlock split() {
        CsvBlock next = problem == null ? used.poll() : null;
        if (next == null) {
            next = splitter.newBlock();
        }
        try {
            if (problem == null) {
                splitter.fill(next);
            }
        } catch (IOException | RuntimeException | Error e) {
            problem = e;
        }
        return next;
    }

    /** Ends the splitting and closes the file; when this returns, nothing reads it any more. */
    @Override
    public void close() throws IOException {
        boolean interrupted = false;
        if (thread != null) {
            thread.interrupt();
        }
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        splitter.close();
    }
}
