package org.tessera.engine.metric;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * A sample of the rows, stratified by group with proportional allocation, at least {@value #MIN_PER_GROUP} rows per group.
 * Rows are selected by a seeded hash of their values and of the number of equal rows before them, so that the sample does
 * not depend on the order of the table. O(n log n).
 */
final class SilhouetteSample {

    private static final int MIN_PER_GROUP = 10;

    private SilhouetteSample() {}

    /** Number of rows whose comparison with all n rows costs as much as an exact silhouette of the limit's rows. */
    static int size(int n, MetricOptions options) {
        double pairs = 0.5 * options.exactUpTo() * options.exactUpTo();
        return (int) Math.min(n, Math.max(options.sampleRows(), pairs / n));
    }

    /** The sample as ascending indices into {@link Groups#sorted()}. */
    static int[] draw(Matrix x, int[] order, int[] starts, int size, RunContext run) {
        int n = order.length;
        long[] keys = keys(x, order, run);
        int[] selected = new int[n];
        int count = 0;
        for (int g = 0; g + 1 < starts.length; g++) {
            int groupSize = starts[g + 1] - starts[g];
            int allocated = (int) Math.round((double) size * groupSize / n);
            allocated = Math.min(groupSize, Math.max(MIN_PER_GROUP, allocated));
            long[] sorted = pack(keys, starts[g], starts[g + 1]);
            KeySort.sort(sorted, run);
            int mask = mask(groupSize);
            for (int i = 0; i < allocated; i++) {
                selected[count++] = starts[g] + (int) (sorted[i] & mask);
            }
        }
        int[] sample = Arrays.copyOf(selected, count);
        Arrays.sort(sample);
        return sample;
    }

    /** A hash per included row of its values and of its occurrence among equal rows. */
    private static long[] keys(Matrix x, int[] order, RunContext run) {
        long seed = run.seed();
        CancellationCheck cancellation = new CancellationCheck(run);
        int d = x.columns();
        long[] hashes = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            cancellation.step();
            long hash = seed;
            for (int j = order[i] * d; j < (order[i] + 1) * d; j++) {
                hash = mix(hash * 31 + Double.doubleToLongBits(x.values()[j] + 0.0));
            }
            hashes[i] = hash;
        }
        long[] sorted = pack(hashes, 0, hashes.length);
        KeySort.sort(sorted, run);
        int mask = mask(hashes.length);
        long[] keys = new long[hashes.length];
        long previous = 0;
        int occurrence = 0;
        for (long packed : sorted) {
            long hash = packed & ~(long) mask;
            occurrence = hash == previous ? occurrence + 1 : 0;
            previous = hash;
            keys[(int) (packed & mask)] = mix(hash ^ mix(seed + occurrence));
        }
        return keys;
    }

    /** The high bits of each key, with its index within the range in the low bits. */
    private static long[] pack(long[] keys, int from, int to) {
        long mask = mask(to - from);
        long[] packed = new long[to - from];
        for (int i = from; i < to; i++) {
            packed[i - from] = (keys[i] & ~mask) | (i - from);
        }
        return packed;
    }

    /** A mask of the bits that indices below a count need. */
    private static int mask(int count) {
        return count <= 1 ? 0 : -1 >>> Integer.numberOfLeadingZeros(count - 1);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
