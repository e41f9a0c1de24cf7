package org.tessera.bench.verdict;

import java.util.stream.IntStream;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.run.RandomStream;

/** How often the planted number of segments is found. */
final class Counting {

    static final int LEAST = 2;
    static final int MOST = 6;
    /** The first random stream of planted tables. */
    private static final long STREAM = 1 << 20;

    private Counting() {}

    /**
     * Counts segments with few null samples, which do not matter for the count.
     *
     * @return the number of tables, of {@code tables} for each number of segments, in which it was found
     */
    static long found(int rows, boolean factor, int tables) {
        return IntStream.rangeClosed(LEAST, MOST)
                .mapToLong(k -> IntStream.range(Cell.FIRST_SEED, Cell.FIRST_SEED + tables)
                        .filter(t -> k == count(table(rows, k, factor, t), t))
                        .count())
                .sum();
    }

    private static CustomerTable table(int rows, int k, boolean factor, int t) {
        Draw draw = new Draw(rows, RandomStream.of(t, STREAM + 2L * k + (factor ? 1 : 0)));
        Planted.counted(draw, k, factor);
        return draw.table();
    }

    private static int count(CustomerTable table, long seed) {
        VerdictOptions options = VerdictOptions.defaults().withNullSamples(VerdictOptions.MIN_NULL_SAMPLES);
        return Judged.verdict(table, Judged.preparation(), options, seed)
                .segments()
                .orElse(0);
    }
}
