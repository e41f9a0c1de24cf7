package org.tessera.cancel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cancels of every algorithm at random moments, by the clock: docs/cancel.md has what an idle machine takes. The bound
 * here is for machines that build several things at once; PromptCancelTest has a sharper one in processor time.
 */
class CancelTimesTest {

    private static final int ROWS = 150_000;
    private static final int CANCELS = 2;
    private static final double LONGEST_RUN = 0.7;
    /** Work that is done so soon the first time may be done before any cancel once it is compiled. */
    private static final double SHORT = 0.2;

    private static final double MOST_MILLIS = 1_000;

    static Stream<Work> works() {
        return Works.of(ROWS).stream();
    }

    @ParameterizedTest
    @MethodSource("works")
    void returns_soon_after_a_cancel(Work work) throws InterruptedException {
        double seconds = CancelTimes.seconds(work, LONGEST_RUN);
        List<Double> millis = CancelTimes.millis(work, seconds * 0.9, CANCELS);
        assertTrue(seconds < SHORT || !millis.isEmpty(), () -> work + " never heard a cancel in " + seconds + " s");
        double longest = shortestOfLongest(work, seconds, millis);
        assertTrue(longest < MOST_MILLIS, () -> work + " went on for " + longest + " ms after a cancel: " + millis);
        assertNoThreadIsLeft();
    }

    /** What takes too long is measured again: work that does not check is as slow every time, a busy machine by chance. */
    private static double shortestOfLongest(Work work, double seconds, List<Double> first) {
        double longest = longest(first);
        for (int again = 0; again < 3 && longest >= MOST_MILLIS; again++) {
            longest = Math.min(longest, longest(CancelTimes.millis(work, seconds * 0.9, CANCELS)));
        }
        return longest;
    }

    private static double longest(List<Double> millis) {
        return millis.stream().mapToDouble(m -> m).max().orElse(0);
    }

    private static void assertNoThreadIsLeft() throws InterruptedException {
        for (int wait = 0; wait < 200 && !wekaThreads().isEmpty(); wait++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), wekaThreads());
    }

    private static List<String> wekaThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("Weka"))
                .toList();
    }
}
