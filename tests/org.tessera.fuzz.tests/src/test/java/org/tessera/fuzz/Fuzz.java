package org.tessera.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Feeds a reader with its corpus and with changed inputs. A reader either takes them or refuses them with an IOException
 * that says why; it may need neither much memory nor long. It runs in a thread of its own and is watched, so that one that
 * does not come back is found too: the test fails at once and shows where the reader is. Such a thread cannot be ended and
 * goes on until all tests are done.
 *
 * <p>Inputs that were found are files of {@code src/test/corpus/<reader>} and tried first in every run. New ones are left
 * in {@code target/fuzz/<reader>}: mend the reader, then move them to the corpus.
 */
final class Fuzz implements AutoCloseable {

    /** Seconds per reader; 0 for a fixed number of inputs. */
    private static final long SECONDS = Long.getLong("tessera.fuzz.seconds", 0);

    private static final long SEED = Long.getLong("tessera.fuzz.seed", 1);
    private static final int INPUTS = 1_000;
    private static final int FRAMES = 40;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String reader;
    private final Target target;
    private final Limits limits;
    private final ExecutorService service;
    private volatile Thread thread;

    /** What is done with an input. */
    interface Target {

        /** Reads; an IOException is a refusal, everything else that is thrown an error. */
        void read(byte[] input) throws Exception;
    }

    /**
     * What a reader may need for one input, and where inputs that were found go.
     *
     * @param busy longest time of the processor
     * @param whole longest time in all: more, because the machine may be busy with others
     * @param bytes most memory allocated
     * @param findings a folder, with a folder per reader
     */
    record Limits(Duration busy, Duration whole, long bytes, Path findings) {

        static final Limits USUAL =
                new Limits(Duration.ofSeconds(20), Duration.ofMinutes(5), 256L << 20, Path.of("target", "fuzz"));
    }

    /** What reading came to; the refusal is null if the input was taken. */
    private record Reading(IOException refusal, long bytes, long nanos) {

        String reason() {
            return refusal == null ? "" : refusal.getMessage();
        }
    }

    Fuzz(String reader, Target target, Limits limits) {
        this.reader = reader;
        this.target = target;
        this.limits = limits;
        service = Executors.newSingleThreadExecutor(reading -> {
            Thread made = new Thread(reading, "fuzz " + reader);
            made.setDaemon(true);
            return made;
        });
    }

    @Override
    public void close() {
        service.shutdownNow();
    }

    /** Runs a reader on good inputs, its corpus and what becomes of them. */
    static void run(String reader, List<byte[]> good, Target target) throws IOException {
        List<byte[]> corpus = new ArrayList<>(good);
        Path folder = Path.of("src", "test", "corpus", reader);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    corpus.add(Files.readAllBytes(file));
                }
            }
        }
        try (Fuzz fuzz = new Fuzz(reader, target, Limits.USUAL)) {
            fuzz.run(corpus, good.size());
        }
    }

    private void run(List<byte[]> corpus, int good) throws IOException {
        for (int i = 0; i < corpus.size(); i++) {
            String refusal = tryOut(corpus.get(i), "number " + i + " of the corpus");
            if (i < good && !refusal.isEmpty()) {
                throw new AssertionError("A good input is refused: " + refusal);
            }
        }
        Mutations mutations = new Mutations(SEED);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int refused = 0;
        int count = 0;
        while (SECONDS == 0 ? count < INPUTS : System.nanoTime() < end) {
            byte[] input = mutations.mutate(
                    corpus.get(mutations.below(corpus.size())), corpus.get(mutations.below(corpus.size())));
            refused += tryOut(input, "change " + count + " of seed " + SEED).isEmpty() ? 0 : 1;
            count++;
        }
        if (refused == 0) {
            throw new AssertionError("None of " + count + " damaged inputs was refused: the changes do nothing");
        }
        System.out.println(reader + ": " + count + " inputs, " + refused + " of them refused");
    }

    /**
     * Feeds the reader with one input.
     *
     * @param input the input
     * @param origin where it comes from, for the message
     * @return the reason why the input is refused, or ""
     * @throws AssertionError if the input is a finding, which is stored
     */
    String tryOut(byte[] input, String origin) throws IOException {
        Reading reading;
        try {
            reading = await(service.submit(() -> read(input)));
        } catch (NoReturnException e) {
            throw found(input, origin, e.getMessage(), null);
        } catch (ExecutionException e) {
            throw found(input, origin, e.getCause().toString(), e.getCause());
        } catch (InterruptedException e) {
            throw new IOException("The tests were interrupted", e);
        }
        if (reading.reason() == null
                || reading.refusal() != null && reading.reason().isBlank()) {
            throw found(input, origin, "refused without a reason", reading.refusal());
        }
        if (reading.bytes() > limits.bytes()) {
            throw found(input, origin, "used " + (reading.bytes() >> 20) + " MB", null);
        }
        if (reading.nanos() > limits.busy().toNanos()) {
            throw found(input, origin, "took " + seconds(reading.nanos()) + " of processor time", null);
        }
        return reading.reason();
    }

    private Reading read(byte[] input) throws Exception {
        thread = Thread.currentThread();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        IOException refusal = null;
        try {
            target.read(input);
        } catch (IOException e) {
            refusal = e;
        }
        return new Reading(
                refusal, THREADS.getCurrentThreadAllocatedBytes() - bytes, THREADS.getCurrentThreadCpuTime() - nanos);
    }

    /** The reader has not come back; the message says after how long, and where it is. */
    private static final class NoReturnException extends Exception {
        private static final long serialVersionUID = 1;

        NoReturnException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Waits for the reader, but not for one that is busy, or waits itself, for too long. */
    private Reading await(Future<Reading> reading) throws ExecutionException, InterruptedException, NoReturnException {
        long start = System.nanoTime();
        long before = 0;
        while (true) {
            try {
                return reading.get(limits.busy().toMillis() / 10 + 1, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = thread == null ? 0 : THREADS.getThreadCpuTime(thread.getId());
                before = before == 0 ? now : before;
                long waited = System.nanoTime() - start;
                if (now - before > limits.busy().toNanos()) {
                    throw new NoReturnException(
                            "has not come back after " + seconds(now - before) + " of processor time" + stack(), e);
                }
                if (waited > limits.whole().toNanos()) {
                    throw new NoReturnException("has not come back after " + seconds(waited) + stack(), e);
                }
            }
        }
    }

    /** Where the reader is. */
    private String stack() {
        StringBuilder text = new StringBuilder(", it is in");
        Arrays.stream(thread.getStackTrace())
                .limit(FRAMES)
                .forEach(frame -> text.append("\n    ").append(frame));
        return text.toString();
    }

    private static String seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) / 1000.0 + " s";
    }

    private AssertionError found(byte[] input, String origin, String what, Throwable cause) throws IOException {
        Path folder = Files.createDirectories(limits.findings().resolve(reader));
        String name = HexFormat.of().toHexDigits(Arrays.hashCode(input));
        Path file = Files.write(folder.resolve(name), input);
        return new AssertionError(
                reader + " on " + input.length + " bytes, " + origin + ", " + file + ": " + what, cause);
    }
}
