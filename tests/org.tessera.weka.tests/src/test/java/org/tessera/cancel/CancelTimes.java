package org.tessera.cancel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

/**
 * Measures how long every algorithm goes on after a cancel at a random moment, by the clock, and prints a table for
 * docs/cancel.md, which tells the command.
 */
public final class CancelTimes {

    private static final int ROWS = 1_000_000;
    private static final int CANCELS = 10;
    private static final double LONGEST_RUN = 3;
    private static final int TRIES = 5;
    private static final double EARLIER = 0.7;

    private CancelTimes() {}

    /**
     * Prints the table.
     *
     * @param args a part of the names of the works to measure; none for all
     */
    public static void main(String[] args) {
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors%n%n| work | runs for s | cancels | median ms | worst ms |%n|---|---|---|---|---|%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        for (Work work : Works.of(ROWS)) {
            if (args.length == 0 || work.name().contains(args[0])) {
                System.out.println(line(work));
            }
        }
    }

    private static String line(Work work) {
        double seconds = seconds(work, LONGEST_RUN);
        List<Double> millis = millis(work, seconds, CANCELS);
        if (millis.isEmpty()) {
            return String.format(Locale.ROOT, "| %s | %.1f | 0 | | |", work, seconds);
        }
        Collections.sort(millis);
        return String.format(
                Locale.ROOT,
                "| %s | %s%.1f | %d | %.0f | %.0f |",
                work,
                seconds < LONGEST_RUN ? "" : "more than ",
                seconds,
                millis.size(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() - 1));
    }

    /** How long a work takes; it is canceled when it takes longer than a limit. */
    static double seconds(Work work, double most) {
        long start = System.nanoTime();
        long end = start + (long) (most * 1e9);
        try {
            work.run().accept(RunContext.of(1).withCancel(() -> System.nanoTime() > end));
        } catch (RunCanceledException e) {
            return most;
        }
        return Math.min(most, (System.nanoTime() - start) / 1e9);
    }

    /**
     * The time until a work returns, of so many cancels at random moments of its run. A run that is done before its cancel,
     * as compiled code is faster than at first, does not count, and the next cancels come earlier.
     */
    static List<Double> millis(Work work, double seconds, int cancels) {
        Random random = new Random(work.name().hashCode());
        List<Double> millis = new ArrayList<>();
        ScheduledExecutorService user = Executors.newSingleThreadScheduledExecutor();
        try {
            double span = seconds;
            for (int i = 0; i < TRIES * cancels && millis.size() < cancels; i++) {
                AtomicLong canceled = new AtomicLong();
                long start = System.nanoTime();
                long after = (long) (random.nextDouble() * span * 1e9);
                user.schedule(() -> canceled.set(System.nanoTime()), after, TimeUnit.NANOSECONDS);
                try {
                    work.run().accept(RunContext.of(1).withCancel(() -> canceled.get() != 0));
                    span = Math.min(span, (System.nanoTime() - start) / 1e9) * EARLIER;
                } catch (RunCanceledException e) {
                    millis.add((System.nanoTime() - canceled.get()) / 1e6);
                }
            }
        } finally {
            user.shutdownNow();
        }
        return millis;
    }
}
