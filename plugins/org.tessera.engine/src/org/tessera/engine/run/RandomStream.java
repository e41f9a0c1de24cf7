package org.tessera.engine.run;

import java.util.SplittableRandom;

/**
 * A reproducible stream of pseudo-random numbers, determined by a seed and a stream index. Streams of one seed are
 * statistically independent. Not thread safe.
 */
public final class RandomStream {

    private final SplittableRandom random;

    private RandomStream(long mixedSeed) {
        random = new SplittableRandom(mixedSeed);
    }

    /**
     * Creates a stream.
     *
     * @param seed the user's seed
     * @param index the stream's index, e.g. the number of the restart
     * @return a new stream at its start
     */
    public static RandomStream of(long seed, long index) {
        return new RandomStream(mix(seed) ^ mix(index * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Draws a whole number.
     *
     * @param bound exclusive upper bound, at least 1
     * @return uniform in 0 to bound - 1
     */
    public int nextInt(int bound) {
        return random.nextInt(bound);
    }

    /** @return uniform in [0, 1) */
    public double nextDouble() {
        return random.nextDouble();
    }

    /** @return standard normal, by the polar method of Marsaglia */
    public double nextGaussian() {
        double u;
        double s;
        do {
            u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        return u * Math.sqrt(-2 * Math.log(s) / s);
    }

    /**
     * Draws a permutation by the Fisher-Yates shuffle.
     *
     * @param n number of items
     * @return a permutation of 0 to n - 1, each with the same probability
     */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
