package org.tessera.workbench.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Goes through the records of a file, which a thread of its own splits some blocks ahead. The first block, and so a small
 * file altogether, is split by the reader.
 */
final class CsvRecords implements Closeable {
    private static final int BLOCKS = 3;

    private final CsvSplitter splitter;
    private final int blockSize;
    private final BlockingQueue<List<CsvRow>> blocks = new ArrayBlockingQueue<>(BLOCKS);
    private Thread thread;
    private volatile Throwable problem;
    private List<CsvRow> block;
    private int index;

    CsvRecords(CsvSplitter splitter, int blockSize) {
        this.splitter = splitter;
        this.blockSize = blockSize;
        block = split();
    }

    /** Returns the next record; null at the end of the file. What goes wrong while splitting is thrown in its place. */
    CsvRow next() throws IOException {
        if (index == block.size() && !block.isEmpty()) {
            block = nextBlock();
            index = 0;
        }
        if (!block.isEmpty()) {
            return block.get(index++);
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

    private List<CsvRow> nextBlock() throws InterruptedIOException {
        if (thread == null) {
            thread = new Thread(this::splitAll, "csv-splitter");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            return blocks.take();
        } catch (InterruptedException e) {
            throw (InterruptedIOException) new InterruptedIOException("Reading was stopped").initCause(e);
        }
    }

    private void splitAll() {
        try {
            List<CsvRow> rows;
            do {
                rows = split();
                blocks.put(rows);
            } while (!rows.isEmpty());
        } catch (InterruptedException e) {
            // closed: nobody waits for the rest
        }
    }

    /** The records of the next block; none at the end of the file. */
    private List<CsvRow> split() {
        List<CsvRow> rows = new ArrayList<>();
        try {
            int size = 0;
            while (size < blockSize && problem == null) {
                CsvRow row = splitter.next();
                if (row == null) {
                    return rows;
                }
                rows.add(row);
                size += row.size();
            }
        } catch (IOException | RuntimeException | Error e) {
            problem = e;
        }
        return rows;
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
