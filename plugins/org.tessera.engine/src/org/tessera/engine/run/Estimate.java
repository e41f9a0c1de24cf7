package org.tessera.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The estimated memory and time of a computation, from its options and the size of its data, before it starts. Accurate
 * to an order of magnitude: memory is the peak of the large arrays, time that of a typical run.
 *
 * @param work the computation and its size, as the subject of a sentence, such as "Average linkage of 30,000 rows"
 * @param bytes memory in addition to the input, at least 0
 * @param seconds time, at least 0
 * @param cheaper alternatives that need less, each a remedy as in {@link SegmentationException}, the best first
 */
public record Estimate(String work, double bytes, double seconds, List<String> cheaper) {

    private static final double GIGABYTE = 1 << 30;
    private static final double MEGABYTE = 1 << 20;
    private static final double KILOBYTE = 1 << 10;

    /** Checks the bounds. */
    public Estimate {
        Objects.requireNonNull(work, "work");
        if (!(bytes >= 0) || !(seconds >= 0)) {
            throw new IllegalArgumentException("An estimate of " + bytes + " bytes and " + seconds + " seconds");
        }
        cheaper = List.copyOf(cheaper);
    }

    /**
     * Checks that the computation fits into the memory that is free now.
     *
     * @throws SegmentationException with estimate, limit and remedies if it does not fit
     */
    public void requireMemory() {
        requireMemory(Budget.current(bytes));
    }

    /**
     * Checks that the computation fits into a budget of memory.
     *
     * @param budget the available memory
     * @throws SegmentationException with estimate, limit and remedies if it does not fit
     */
    public void requireMemory(Budget budget) {
        if (bytes > budget.bytes()) {
            List<String> remedies = new ArrayList<>(cheaper);
            remedies.add("give Java more memory (-Xmx)");
            throw new SegmentationException(
                    work + " needs about " + size(bytes) + " of memory, but only " + size(budget.bytes()) + " is free",
                    remedies.toArray(String[]::new));
        }
    }

    /**
     * The warning before a long run.
     *
     * @param budget the time above which a run counts as long
     * @return a sentence with the estimate and the best alternative, or "" if the run is not long
     */
    public String warning(Budget budget) {
        if (seconds <= budget.seconds()) {
            return "";
        }
        String remedy = cheaper.isEmpty() ? "" : ". If that is too long, " + cheaper.get(0);
        return work + " takes about " + duration(seconds) + " by estimate" + remedy + ".";
    }

    /**
     * Formats a duration.
     *
     * @param seconds at least 0
     * @return such as "1 second", "40 seconds", "12 minutes", "3 hours", "5 days"; two digits at most below 100 days
     */
    public static String duration(double seconds) {
        if (seconds < 90) {
            return count(seconds, "second");
        }
        if (seconds < 90 * 60) {
            return count(seconds / 60, "minute");
        }
        return seconds < 48 * 3600 ? count(seconds / 3600, "hour") : count(seconds / 86_400, "day");
    }

    private static String count(double number, String unit) {
        long rounded = Math.max(1, Math.round(number));
        return String.format(Locale.ROOT, "%,d %s%s", rounded, unit, rounded == 1 ? "" : "s");
    }

    private static String size(double bytes) {
        if (bytes < MEGABYTE) {
            return Math.round(bytes / KILOBYTE) + " kB";
        }
        if (bytes < GIGABYTE) {
            return String.format(Locale.ROOT, "%,d MB", Math.round(bytes / MEGABYTE));
        }
        double gigabytes = bytes / GIGABYTE;
        return String.format(Locale.ROOT, gigabytes < 10 ? "%.1f GB" : "%,.0f GB", gigabytes);
    }
}
