package org.tessera.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The seconds of one side over all rounds. */
final class Timing {

    private final List<Double> cold = new ArrayList<>();
    private final List<Double> warm = new ArrayList<>();

    /** Adds a process: its first repetition is cold, the others are warm; a single one is both. */
    void add(double[] seconds) {
        cold.add(seconds[0]);
        for (int i = Math.min(1, seconds.length - 1); i < seconds.length; i++) {
            warm.add(seconds[i]);
        }
    }

    double cold() {
        return median(cold);
    }

    double warm() {
        return median(warm);
    }

    /** First and warm seconds as they stand in a table. */
    String text() {
        return seconds(cold()) + " | " + seconds(warm());
    }

    static String seconds(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.3f", value) : String.format(Locale.ROOT, "%.1f", value);
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
