package org.tessera.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a computation is going to take, known from its options and the size of its data before it begins. An order of
 * magnitude: memory is that of the large arrays at their peak, time that of a usual run.
 *
 * @param work what is done on how many rows, the subject of a sentence, such as "Average linkage of 30,000 rows"
 * @param bytes memory beside its input, at least 0
 * @param seconds time, at least 0
 * @param cheaper what takes less, each a remedy as in {@link SegmentationException}, the best first
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
     * Refuses what does not fit into the memory that is free now.
     *
     * @throws SegmentationException with estimate, limit and what takes less, if it does not fit
     */
    public void requireMemory() {
        requireMemory(Budget.current(bytes));
    }

    /**
     * Refuses what does not fit into the memory, before it begins.
     *
     * @param budget what there is
     * @throws SegmentationException with estimate, limit and what takes less, if it does not fit
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
     * What to tell the user before a long run.
     *
     * @param budget what there is
     * @return a sentence with the estimate and what takes less, or "" if the run is not long
     */
    public String warning(Budget budget) {
        if (seconds <= budget.seconds()) {
            return "";
        }
        String remedy = cheaper.isEmpty() ? "" : ". If that is too long, " + cheaper.get(0);
        return work + " takes about " + duration(seconds) + " by estimate" + remedy + ".";
    }

    /**
     * A span of time in words.
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
