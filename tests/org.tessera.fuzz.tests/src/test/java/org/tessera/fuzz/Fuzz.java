package org.tessera.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Feeds a reader with its corpus and with changed inputs. A reader either takes them or refuses them with an IOException
 * that says why; it may need neither much memory nor long.
 *
 * <p>Inputs that were found are files of {@code src/test/corpus/<reader>} and tried first in every run. New ones are left
 * in {@code target/fuzz/<reader>}: mend the reader, then move them to the corpus.
 */
final class Fuzz {

    /** Seconds per reader; 0 for a fixed number of inputs. */
    private static final long SECONDS = Long.getLong("tessera.fuzz.seconds", 0);

    private static final long SEED = Long.getLong("tessera.fuzz.seed", 1);
    private static final int INPUTS = 1_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final long MOST_SECONDS = 20;

    private final String reader;
    private final List<byte[]> corpus;
    private final Target target;

    /** What is done with an input. */
    interface Target {

        /** Reads; an IOException is a refusal, everything else that is thrown an error. */
        void read(byte[] input) throws Exception;
    }

    private Fuzz(String reader, List<byte[]> corpus, Target target) {
        this.reader = reader;
        this.corpus = corpus;
        this.target = target;
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
        new Fuzz(reader, corpus, target).run(good.size());
    }

    private void run(int good) throws IOException {
        for (int i = 0; i < corpus.size(); i++) {
            String refusal = tryOut(corpus.get(i));
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
            refused += tryOut(input).isEmpty() ? 0 : 1;
            count++;
        }
        if (refused == 0) {
            throw new AssertionError("None of " + count + " damaged inputs was refused: the changes do nothing");
        }
        System.out.println(reader + ": " + count + " inputs, " + refused + " of them refused");
    }

    /** @return the reason why the input is refused, or "" */
    private String tryOut(byte[] input) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long cpu = threads.getCurrentThreadCpuTime();
        String refusal = "";
        try {
            target.read(input);
        } catch (IOException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw found(input, "refused without a reason", e);
            }
            refusal = e.getMessage();
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw found(input, e.toString(), e);
        }
        long used = threads.getCurrentThreadAllocatedBytes() - bytes;
        if (used > MOST_BYTES) {
            throw found(input, "used " + (used >> 20) + " MB", null);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(threads.getCurrentThreadCpuTime() - cpu);
        if (seconds > MOST_SECONDS) {
            throw found(input, "took " + seconds + " seconds of processor time", null);
        }
        return refusal;
    }

    private AssertionError found(byte[] input, String what, Throwable cause) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "fuzz", reader));
        String name = HexFormat.of().toHexDigits(Arrays.hashCode(input));
        Path file = Files.write(folder.resolve(name), input);
        return new AssertionError(reader + " on " + input.length + " bytes, " + file + ": " + what, cause);
    }
}
