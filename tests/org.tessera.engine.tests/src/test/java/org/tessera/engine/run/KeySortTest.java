package org.tessera.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySortTest {

    private static long[] random(int n) {
        RandomStream random = RandomStream.of(n, 0);
        long[] keys = new long[n];
        Arrays.setAll(keys, i -> ((long) random.nextInt(1 << 30) << 33) - random.nextInt(1 << 30));
        return keys;
    }

    private static KeySort with(long[] keys, RunContext run) {
        KeySort sort = new KeySort(keys.length, run);
        for (int i = 0; i < keys.length; i++) {
            sort.set(i, keys[i]);
        }
        return sort;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1 << 16, (1 << 16) + 1, 3 << 16, 300_001})
    void sorts_as_the_jdk_does_with_any_number_of_threads(int n) {
        long[] keys = random(n);
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        for (int threads : new int[] {1, 3}) {
            KeySort sort = with(keys, RunContext.of(1).withThreads(threads));
            sort.sort(0, n);
            for (int i = 0; i < n; i++) {
                assertEquals(sorted[i], sort.at(i));
            }
        }
    }

    @Test
    void leaves_what_is_outside_of_the_range() {
        long[] keys = random(200_000);
        long[] sorted = keys.clone();
        Arrays.sort(sorted, 5, 150_000);
        KeySort sort = with(keys, RunContext.of(1));
        sort.sort(5, 150_000);
        for (int i = 0; i < keys.length; i++) {
            assertEquals(sorted[i], sort.at(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 1 << 16, 300_001})
    void sorts_doubles_as_the_jdk_does(int n) {
        RandomStream random = RandomStream.of(n, 1);
        double[] special = {-0.0, 0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.MIN_VALUE
        };
        double[] numbers = new double[n];
        Arrays.setAll(
                numbers,
                i -> i % 5 == 0
                        ? special[random.nextInt(special.length)]
                        : Math.scalb(random.nextGaussian(), random.nextInt(200) - 100));
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        KeySort.sort(numbers, RunContext.of(1));
        assertArrayEquals(sorted, numbers); // distinguishes -0 and 0
    }

    @Test
    void the_keys_of_doubles_are_in_their_order() {
        double[] ascending = {
            Double.NEGATIVE_INFINITY,
            -1,
            -Double.MIN_VALUE,
            -0.0,
            0.0,
            Double.MIN_VALUE,
            1,
            Double.MAX_VALUE,
            Double.NaN
        };
        for (int i = 1; i < ascending.length; i++) {
            assertTrue(KeySort.key(ascending[i - 1]) < KeySort.key(ascending[i]), ascending[i] + " comes too early");
        }
    }

    /** For 600,000 keys: 10 chunks, then 4 rounds of merges, in each of which every key is merged once. */
    @Test
    void checks_for_cancellation_before_every_chunk() {
        AtomicInteger checks = new AtomicInteger();
        RunContext run = RunContext.of(1).withThreads(1).withCancel(() -> checks.incrementAndGet() > 30);
        KeySort sort = with(random(600_000), run);
        assertThrows(RunCanceledException.class, () -> sort.sort(0, 600_000));
        assertEquals(31, checks.get());
    }
}
