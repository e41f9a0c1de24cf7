package org.tessera.engine.apply.drift;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.model.ColumnBaseline;

/**
 * The largest difference between two samples in the same bins, and the population stability index.
 *
 * @param words what differs most, with both shares; "" if nothing does
 * @param effect the difference of these shares, 0 to 1
 * @param index the index
 */
record Difference(String words, double effect, double index) {

    /** Groups of about equally many training customers by which the index of numbers is taken, as is usual. */
    private static final int GROUPS = 10;

    /** The difference of unordered bins. */
    static Difference of(int[] training, int[] customers, IntFunction<String> names) {
        Difference most = new Difference("", 0, index(training, customers));
        for (int b = 0; b < training.length; b++) {
            int bin = b;
            most = most.orLarger(share(training[b], training), share(customers[b], customers), () -> names.apply(bin));
        }
        return most;
    }

    /** The difference of ordered bins, those of missing entries last. */
    static Difference of(ColumnBaseline.Numbers column, int[] customers) {
        int[] training = column.counts();
        int last = training.length - 1;
        Difference most = new Difference("", 0, index(grouped(training, training), grouped(training, customers)));
        most = most.orLarger(share(training[last], training), share(customers[last], customers), () -> "missing");
        int[] present = Arrays.copyOf(training, last);
        int[] presentNow = Arrays.copyOf(customers, last);
        int below = 0;
        int belowNow = 0;
        for (int b = 0; b < last - 1; b++) {
            below += training[b];
            belowNow += customers[b];
            double before = share(below, present);
            double now = share(belowNow, presentNow);
            String bound = column.quantity().text(column.bounds()[b]);
            most = now > before
                    ? most.orLarger(before, now, () -> upTo(column.quantity()) + bound)
                    : most.orLarger(1 - before, 1 - now, () -> above(column.quantity()) + bound);
        }
        return most;
    }

    private static String above(Quantity quantity) {
        return quantity.isPointInTime() ? "after " : "above ";
    }

    private static String upTo(Quantity quantity) {
        return quantity.isPointInTime() ? "until " : "up to ";
    }

    private interface Name {
        String get();
    }

    private Difference orLarger(double before, double now, Name name) {
        double difference = Math.abs(now - before);
        return difference > effect
                ? new Difference(
                        name.get() + ": " + Numbers.percent(before) + " in training, " + Numbers.percent(now) + " now",
                        difference,
                        index)
                : this;
    }

    private static double share(int count, int... counts) {
        long total = Arrays.stream(counts).asLongStream().sum();
        return total == 0 ? 0 : count / (double) total;
    }

    private static double index(int[] training, int[] customers) {
        return new SegmentShares(training, customers).index();
    }

    /** The counts of the bins added up to groups of a tenth of the training customers or more. */
    private static int[] grouped(int[] training, int[] counts) {
        int last = training.length - 1;
        long total = Arrays.stream(training).asLongStream().sum() - training[last];
        int[] groups = new int[last + 1];
        int group = 0;
        long filled = 0;
        for (int b = 0; b < last; b++) {
            groups[group] += counts[b];
            filled += training[b];
            if (filled * GROUPS >= total * (group + 1)) {
                group++;
            }
        }
        groups[last] = counts[last];
        return groups;
    }
}
