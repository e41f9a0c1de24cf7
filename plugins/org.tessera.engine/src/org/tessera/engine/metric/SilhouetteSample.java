package org.tessera.engine.metric;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * A sample of the rows, stratified by group in proportion to size, at least {@value #FEWEST} per group. Rows are chosen
 * by a seeded hash of their values and of how many equal rows came before, so that the order of the rows does not
 * matter: the same customers are chosen however the table is sorted. O(n log n).
 */
final class SilhouetteSample {

    private static final int FEWEST = 10;

    private SilhouetteSample() {}

    /** The most rows that can be compared with all n for the price of an exact silhouette of the limit's rows. */
    static int size(int n, MetricOptions options) {
        double pairs = 0.5 * options.exactUpTo() * options.exactUpTo();
        return (int) Math.min(n, Math.max(options.sampleRows(), pairs / n));
    }

    /** Ascending positions in the order of {@link Groups#sorted()}. */
    static int[] draw(Matrix x, int[] order, int[] starts, int size, RunContext run) {
        int n = order.length;
        long[] keys = keys(x, order, run);
        int[] chosen = new int[n];
        int count = 0;
        for (int g = 0; g + 1 < starts.length; g++) {
            int groupSize = starts[g + 1] - starts[g];
            int wanted = (int) Math.round((double) size * groupSize / n);
            wanted = Math.min(groupSize, Math.max(FEWEST, wanted));
            long[] sorted = pack(keys, starts[g], starts[g + 1]);
            KeySort.sort(sorted, run);
            int mask = mask(groupSize);
            for (int i = 0; i < wanted; i++) {
                chosen[count++] = starts[g] + (int) (sorted[i] & mask);
            }
        }
        int[] sample = Arrays.copyOf(chosen, count);
        Arrays.sort(sample);
        return sample;
    }

    private static long[] keys(Matrix x, int[] order, RunContext run) {
        long seed = run.seed();
        CancellationCheck cancellation = new CancellationCheck(run);
        int d = x.columns();
        long[] content = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            cancellation.step();
            long hash = seed;
            for (int j = order[i] * d; j < (order[i] + 1) * d; j++) {
                hash = mix(hash * 31 + Double.doubleToLongBits(x.values()[j] + 0.0));
            }
            content[i] = hash;
        }
        long[] sorted = pack(content, 0, content.length);
        KeySort.sort(sorted, run);
        int mask = mask(content.length);
        long[] keys = new long[content.length];
        long before = 0;
        int occurrence = 0;
        for (long packed : sorted) {
            long hash = packed & ~(long) mask;
            occurrence = hash == before ? occurrence + 1 : 0;
            before = hash;
            keys[(int) (packed & mask)] = mix(hash ^ mix(seed + occurrence));
        }
        return keys;
    }

    /** The high bits of a key above the position within the range. */
    private static long[] pack(long[] keys, int from, int to) {
        long mask = mask(to - from);
        long[] packed = new long[to - from];
        for (int i = from; i < to; i++) {
            packed[i - from] = (keys[i] & ~mask) | (i - from);
        }
        return packed;
    }

    private static int mask(int count) {
        return count <= 1 ? 0 : -1 >>> Integer.numberOfLeadingZeros(count - 1);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
