package org.tessera.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readers that fail in each way there is on the input "bad" are found with what is needed to mend them. */
@Timeout(120)
class FuzzTest {

    private static final String BAD = "bad";

    @TempDir
    private Path findings;

    private volatile boolean released;

    /** Long enough for a machine that is busy with others. */
    private static final Duration LONG = Duration.ofSeconds(100);

    private Duration whole = LONG;

    private Fuzz.Limits limits() {
        return new Fuzz.Limits(Duration.ofMillis(300), whole, 8 << 20, findings);
    }

    private String message(Fuzz.Target onBad) throws IOException {
        return error(onBad).getMessage();
    }

    private AssertionError error(Fuzz.Target onBad) throws IOException {
        Fuzz.Target target = input -> {
            if (new String(input, StandardCharsets.UTF_8).equals(BAD)) {
                onBad.read(input);
            }
        };
        try (Fuzz fuzz = new Fuzz("letters", target, limits())) {
            assertEquals("", fuzz.tryOut(bytes("good"), "before"));
            AssertionError error =
                    assertThrows(AssertionError.class, () -> fuzz.tryOut(bytes(BAD), "change 7 of seed 3"));
            String start = "letters on 3 bytes, change 7 of seed 3, " + found() + ": ";
            assertTrue(error.getMessage().startsWith(start), error::getMessage);
            return error;
        }
    }

    /** The only file among the findings, which holds the input. */
    private Path found() throws IOException {
        try (Stream<Path> files = Files.walk(findings)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertEquals(1, found.size());
            assertEquals(findings.resolve("letters"), found.get(0).getParent());
            assertArrayEquals(bytes(BAD), Files.readAllBytes(found.get(0)));
            return found.get(0);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void runsInCircles() {
        while (!released) {
            Thread.onSpinWait();
        }
    }

    @Test
    void finds_a_reader_that_runs_in_circles_and_shows_where() throws IOException {
        try {
            String message = message(input -> runsInCircles());
            assertTrue(message.contains(": has not come back after "), message);
            assertTrue(message.contains(" of processor time, it is in\n"), message);
            assertTrue(message.contains("FuzzTest.runsInCircles(FuzzTest.java:"), message);
        } finally {
            released = true;
        }
    }

    @Test
    void finds_a_reader_that_waits_for_ever() throws IOException {
        whole = Duration.ofSeconds(2);
        CountDownLatch never = new CountDownLatch(1);
        String message = message(input -> never.await());
        never.countDown();
        assertTrue(message.contains(": has not come back after "), message);
        assertTrue(message.contains("CountDownLatch.await"), message);
    }

    @Test
    void finds_exceptions_and_errors_with_their_causes() throws IOException {
        for (Throwable thrown : List.of(
                new IllegalStateException("why"),
                new AssertionError("why"),
                new StackOverflowError("why"),
                new OutOfMemoryError("why"),
                new LinkageError("why"))) {
            AssertionError error = error(input -> {
                if (thrown instanceof Error e) {
                    throw e;
                }
                throw (Exception) thrown;
            });
            assertTrue(error.getMessage().endsWith(": " + thrown), error::getMessage);
            assertSame(thrown, error.getCause());
        }
    }

    @Test
    void finds_endless_recursion_and_arrays_beyond_the_memory() throws IOException {
        assertTrue(message(FuzzTest::deeper).contains("StackOverflowError"));
        assertTrue(message(input -> assertEquals(0, new long[Integer.MAX_VALUE][1 << 20].length))
                .contains("OutOfMemoryError"));
    }

    private static void deeper(byte[] input) {
        deeper(input.clone());
    }

    @Test
    void finds_a_reader_that_takes_much_memory_or_time_but_comes_back() throws IOException {
        assertTrue(message(input -> assertEquals(16 << 20, new byte[16 << 20].length))
                .endsWith(": used 16 MB"));
        String slow = message(input -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long end = threads.getCurrentThreadCpuTime() + 400_000_000;
            while (threads.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
        });
        assertTrue(slow.contains(" of processor time"), slow);
    }

    @Test
    void takes_refusals_with_a_reason_only() throws IOException {
        Fuzz.Target refusing = input -> {
            throw new IOException(new String(input, StandardCharsets.UTF_8));
        };
        try (Fuzz fuzz = new Fuzz("letters", refusing, limits())) {
            assertEquals("a reason", fuzz.tryOut(bytes("a reason"), "test"));
        }
        for (String reason : List.of("", " ")) {
            assertTrue(message(input -> {
                        throw new IOException(reason);
                    })
                    .endsWith(": refused without a reason"));
        }
        assertTrue(message(input -> {
                    throw new IOException((String) null);
                })
                .endsWith(": refused without a reason"));
    }

    @Test
    void goes_on_with_the_next_input_after_a_finding() throws IOException {
        Fuzz.Target target = input -> {
            if (input.length == 0) {
                throw new IllegalStateException("empty");
            }
        };
        try (Fuzz fuzz = new Fuzz("letters", target, limits())) {
            assertThrows(AssertionError.class, () -> fuzz.tryOut(new byte[0], "test"));
            assertEquals("", fuzz.tryOut(bytes("good"), "test"));
        }
    }
}
