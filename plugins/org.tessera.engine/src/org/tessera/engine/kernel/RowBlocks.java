package org.tessera.engine.kernel;

/**
 * A partition of rows into at most 64 consecutive blocks of about equal size, at least 512 rows each where there are
 * so many. It depends on the number of rows only, so partial sums of the blocks, added in the order of the blocks, do
 * not depend on the number of threads.
 *
 * @param rows number of rows n
 * @param count number of blocks, at least 1
 */
public record RowBlocks(int rows, int count) {

    private static final int MAX_BLOCKS = 64;
    private static final int MIN_ROWS = 512;

    /**
     * Divides rows into blocks.
     *
     * @param rows number of rows n
     * @return the blocks
     */
    public static RowBlocks of(int rows) {
        return new RowBlocks(rows, Math.max(1, Math.min(MAX_BLOCKS, (rows + MIN_ROWS - 1) / MIN_ROWS)));
    }

    /**
     * Limits the number of blocks.
     *
     * @param blocks maximum number of blocks; less than 1 counts as 1
     * @return the same rows in at most so many blocks
     */
    public RowBlocks atMost(long blocks) {
        return new RowBlocks(rows, (int) Math.max(1, Math.min(count, blocks)));
    }

    /**
     * The first row of a block.
     *
     * @param block number of the block
     * @return its row number
     */
    public int start(int block) {
        return (int) ((long) rows * block / count);
    }

    /**
     * The end of a block.
     *
     * @param block number of the block
     * @return the row number after its last row
     */
    public int end(int block) {
        return start(block + 1);
    }
}
