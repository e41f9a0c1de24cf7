package org.tessera.engine.prep.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Recognizes values that may stand for a missing one, such as 99999 or 1900-01-01: exact values in at least 3 rows and
 * 1 % of the rows with a value, at an end of the range, that
 *
 * <ul>
 *   <li>lie as far from all others as those are wide, or
 *   <li>are written as such values are and stand out: numbers from 99 on with no digit but 9, or default dates of
 *       systems, that are three times as frequent as any other value, or -1, -9, -99, -999 and so on below numbers
 *       without a sign.
 * </ul>
 *
 * <p>At least 5 different other values are needed; by values that are not written so, 20, and these are in half of the
 * rows at most, as the last step of a scale may be far from the others, too. 0 is never one. The largest of skewed amounts
 * are not, as they hardly occur three times.
 */
public final class Sentinels {

    private static final int MIN_ROWS = 3;
    private static final double MIN_SHARE = 0.01;
    private static final double MAX_SHARE = 0.5;
    private static final int MIN_OTHERS = 5;
    private static final int MIN_OTHERS_OF_ANY = 20;
    private static final int TIMES_AS_FREQUENT = 3;
    private static final double LARGEST = 1e15;

    /** Dates that systems store for none or for an open end, in days since 1970-01-01. */
    private static final Set<Double> DATES = Stream.of(
                    "0001-01-01",
                    "1753-01-01",
                    "1899-12-30",
                    "1899-12-31",
                    "1900-01-01",
                    "1970-01-01",
                    "2099-12-31",
                    "2999-12-31",
                    "9999-01-01",
                    "9999-12-31")
            .map(date -> (double) LocalDate.parse(date).toEpochDay())
            .collect(Collectors.toUnmodifiableSet());

    /**
     * A value that may stand for a missing one.
     *
     * @param value the value, in the unit of its column
     * @param rows number of rows with it
     * @param share their share of the rows with a value
     */
    public record Sentinel(double value, int rows, double share) {}

    private final double[] values;
    private final int[] counts;
    private final int total;
    private final boolean dates;
    private int first;
    private int last;

    private Sentinels(double[] sorted, boolean dates) {
        this.dates = dates;
        total = sorted.length;
        double[] distinct = new double[total];
        int[] frequencies = new int[total];
        int size = 0;
        for (double value : sorted) {
            if (size == 0 || value != distinct[size - 1]) {
                distinct[size++] = value;
            }
            frequencies[size - 1]++;
        }
        values = Arrays.copyOf(distinct, size);
        counts = Arrays.copyOf(frequencies, size);
        last = size - 1;
    }

    /**
     * Looks for them. O(n), and O(n log n) where the smallest or the largest value is frequent enough.
     *
     * @param column finite numbers or dates
     * @param run cancel
     * @return the values, ascending; empty for most columns, for times of day and durations
     */
    public static List<Sentinel> of(NumericColumn column, RunContext run) {
        boolean dates = column.quantity().isDate();
        if ((!dates && column.quantity() != Quantity.NUMBER) || !hasFrequentEnd(column)) {
            return List.of();
        }
        double[] sorted = Arrays.stream(column.values())
                .filter(v -> !Double.isNaN(v))
                .map(v -> v + 0.0)
                .toArray();
        KeySort.sort(sorted, run);
        return new Sentinels(sorted, dates).find();
    }

    /** Whether the smallest or the largest number, other than 0, is in enough rows. */
    private static boolean hasFrequentEnd(NumericColumn column) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : column.values()) {
            min = v < min ? v : min;
            max = v > max ? v : max;
        }
        int smallest = 0;
        int largest = 0;
        for (double v : column.values()) {
            smallest += v == min ? 1 : 0;
            largest += v == max ? 1 : 0;
        }
        int known = column.size() - column.missing();
        return max > min && (isFrequent(smallest, known) || isFrequent(largest, known));
    }

    private static boolean isFrequent(int rows, int known) {
        return rows >= MIN_ROWS && rows >= MIN_SHARE * known;
    }

    private List<Sentinel> find() {
        List<Integer> marked = new ArrayList<>();
        while (first < last && isMarkedLow(values[first])) {
            marked.add(first++);
        }
        while (first < last && isMarkedHigh(values[last])) {
            marked.add(last--);
        }
        TreeSet<Integer> found = new TreeSet<>();
        for (int v : marked) {
            if (isFrequent(counts[v], total) && (isFar(v) || standsOut(v)) && last - first + 1 >= MIN_OTHERS) {
                found.add(v);
            }
        }
        addUnmarked(found);
        return found.stream()
                .map(v -> new Sentinel(values[v], counts[v], counts[v] / (double) total))
                .toList();
    }

    /** Adds the outermost values that are not written as such, but are far from the others. */
    private void addUnmarked(Set<Integer> found) {
        if (last - first < MIN_OTHERS_OF_ANY) {
            return;
        }
        if (mayStandForMissing(last) && values[last] - values[last - 1] >= values[last - 1] - values[first]) {
            found.add(last--);
        }
        if (mayStandForMissing(first) && values[first + 1] - values[first] >= values[last] - values[first + 1]) {
            found.add(first);
        }
    }

    private boolean mayStandForMissing(int v) {
        return isFrequent(counts[v], total)
                && counts[v] <= MAX_SHARE * total
                && (dates || values[v] != 0)
                && last - first >= MIN_OTHERS_OF_ANY;
    }

    /** Whether a value lies at least as far from the others as these are wide. */
    private boolean isFar(int v) {
        double gap = v < first ? values[first] - values[v] : values[v] - values[last];
        return gap >= values[last] - values[first];
    }

    private boolean standsOut(int v) {
        if (!dates && v < first) {
            return values[first] >= 0;
        }
        int most = 0;
        for (int other = first; other <= last; other++) {
            most = Math.max(most, counts[other]);
        }
        return counts[v] >= (double) TIMES_AS_FREQUENT * most;
    }

    private boolean isMarkedLow(double value) {
        return dates ? DATES.contains(value) : value == -1 || value == -9 || (value < 0 && isNines(-value));
    }

    private boolean isMarkedHigh(double value) {
        return dates ? DATES.contains(value) : isNines(value);
    }

    /** Whether a number has two digits or more before the point, and all digits are 9. */
    private static boolean isNines(double value) {
        if (value < 99 || value >= LARGEST) {
            return false;
        }
        String digits = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        return digits.chars().allMatch(c -> c == '9' || c == '.');
    }
}
