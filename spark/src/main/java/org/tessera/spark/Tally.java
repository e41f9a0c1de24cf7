package org.tessera.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.drift.DriftCounts;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.prep.NoveltyReport;
import org.tessera.engine.prep.PreparedRows;

/** Counts of the customers that were assigned. Tallies of parts are merged in any order. Not thread safe. */
final class Tally implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Most examples of what is new in a column: the first in alphabetical order, whatever part they are in. */
    private static final int MAX_EXAMPLES = 3;

    private long rows;
    private long leftOut;
    private long unknown;
    private long unseenRows;
    private long outOfRangeRows;
    private long notFinite;
    private long[] segments = {};
    private List<long[]> drift = new ArrayList<>();
    private final TreeMap<String, Examples> unseen = new TreeMap<>();
    private final TreeMap<String, Examples> unread = new TreeMap<>();
    private final TreeMap<String, Reach> outOfRange = new TreeMap<>();
    private final TreeMap<String, Boolean> filled = new TreeMap<>();

    /** How often something is new in a column, and examples of it. */
    private static final class Examples implements Serializable {

        private static final long serialVersionUID = 1L;
        private long count;
        private final TreeSet<String> first = new TreeSet<>();

        void add(long more, Iterable<String> examples) {
            count += more;
            for (String example : examples) {
                first.add(example);
                if (first.size() > MAX_EXAMPLES) {
                    first.pollLast();
                }
            }
        }
    }

    /** How far numbers are out of range, in words of training and now. */
    private record Reach(String training, double lowest, double highest) implements Serializable {

        Reach and(Reach other) {
            return new Reach(training, Math.min(lowest, other.lowest), Math.max(highest, other.highest));
        }
    }

    /** Counts a block by its preparation. */
    void add(PreparedRows prepared) {
        NoveltyReport novelties = prepared.novelties();
        leftOut += prepared.leftOut();
        unknown += prepared.unknown().count();
        for (int i = 0; i < prepared.features().rows(); i++) {
            unseenRows += novelties.hasUnseen(i) ? 1 : 0;
            outOfRangeRows += novelties.isOutOfRange(i) ? 1 : 0;
        }
        novelties
                .unseen()
                .forEach(u -> unseen.computeIfAbsent(u.column().name(), c -> new Examples())
                        .add(u.rows(), u.categories()));
        novelties
                .unread()
                .forEach(u -> unread.computeIfAbsent(u.column(), c -> new Examples())
                        .add(u.account().unread().rows(), u.account().unread().examples()));
        for (NoveltyReport.OutOfRange column : novelties.outOfRange()) {
            String training = column.column().quantity().text(column.min()) + " to "
                    + column.column().quantity().text(column.max());
            outOfRange.merge(
                    column.column().name(), new Reach(training, column.lowest(), column.highest()), Reach::and);
        }
    }

    /** Counts a block by its own columns, before anything is left out. */
    void add(CustomerTable customers) {
        rows += customers.rows();
        for (Column column : customers.columns()) {
            filled.merge(column.name(), column.missing() < column.size(), Boolean::logicalOr);
        }
    }

    /** Counts customers left out for another reason than their preparation. */
    void leaveOut(int customers) {
        leftOut += customers;
    }

    /** Counts a block by its segments. */
    void add(Assignment assignment, int count) {
        long[] more = new long[count + 1];
        for (int s = 0; s < count; s++) {
            more[s] = assignment.count(s);
        }
        more[count] = assignment.count(Labels.NOISE);
        segments = sum(segments, more);
        notFinite += assignment.none();
    }

    /** Counts a block in the bins of the baseline. */
    void add(DriftCounts counts) {
        addDrift(counts.toList().stream()
                .map(bins -> Arrays.stream(bins).asLongStream().toArray())
                .toList());
    }

    private void addDrift(List<long[]> more) {
        if (drift.isEmpty()) {
            drift = more;
            return;
        }
        for (int c = 0; c < more.size(); c++) {
            long[] sums = drift.get(c);
            long[] others = more.get(c);
            Arrays.setAll(sums, b -> sums[b] + others[b]);
        }
    }

    private static long[] sum(long[] a, long... b) {
        long[] sums = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sums[i] += b[i];
        }
        return sums;
    }

    /** Adds what another part has counted. */
    void merge(Tally other) {
        rows += other.rows;
        leftOut += other.leftOut;
        unknown += other.unknown;
        unseenRows += other.unseenRows;
        outOfRangeRows += other.outOfRangeRows;
        notFinite += other.notFinite;
        segments = sum(segments, other.segments);
        if (!other.drift.isEmpty()) {
            addDrift(other.drift.stream().map(long[]::clone).toList());
        }
        mergeExamples(unseen, other.unseen);
        mergeExamples(unread, other.unread);
        other.outOfRange.forEach((column, reach) -> outOfRange.merge(column, reach, Reach::and));
        other.filled.forEach((column, is) -> filled.merge(column, is, Boolean::logicalOr));
    }

    private static void mergeExamples(Map<String, Examples> into, Map<String, Examples> more) {
        more.forEach((column, examples) ->
                into.computeIfAbsent(column, c -> new Examples()).add(examples.count, examples.first));
    }

    /** @return the number of customers */
    long rows() {
        return rows;
    }

    /** @return customers per segment, those of noise last; empty if there are no customers */
    long[] segments() {
        return segments.clone();
    }

    /** @return whether nothing has been counted */
    boolean isEmpty() {
        return rows == 0;
    }

    /** Whether there are no more customers than drift can be tested of. */
    boolean canTestDrift() {
        return rows <= DriftCounts.MAX_CUSTOMERS;
    }

    /** Adds the customers of the bins of a baseline to counts. */
    void addTo(DriftCounts counts) {
        if (!drift.isEmpty()) {
            counts.add(drift.stream()
                    .map(bins -> Arrays.stream(bins).mapToInt(Math::toIntExact).toArray())
                    .toList());
        }
    }

    /** What is odd about the customers, a sentence each. */
    List<String> warnings(AssignOptions options, boolean drift) {
        List<String> warnings = new ArrayList<>();
        List<String> empty = filled.entrySet().stream()
                .filter(e -> !e.getValue())
                .map(Map.Entry::getKey)
                .toList();
        if (!empty.isEmpty()) {
            warnings.add("No value at all in " + names(empty)
                    + ": every customer counts as one with a missing value there.");
        }
        if (leftOut > 0) {
            warnings.add(customers(leftOut) + " without a segment: a number is missing.");
        }
        if (unknown > 0) {
            warnings.add(customers(unknown) + " without a segment: nothing is known of them.");
        }
        unread.forEach((column, e) -> warnings.add("Column '" + column + "': " + number(e.count)
                + " texts do not read as in training and count as missing, such as " + names(e.first) + "."));
        if (unseenRows > 0) {
            warnings.add(customers(unseenRows) + " with a category not seen in training"
                    + (options.unseen() == AssignOptions.Unseen.ASSIGN ? "" : ", without a segment") + ".");
            unseen.forEach((column, e) -> warnings.add("Column '" + column + "': " + number(e.count)
                    + " categories not seen in training, such as " + names(e.first) + "."));
        }
        if (outOfRangeRows > 0 && options.outOfRange() != AssignOptions.OutOfRange.IGNORE) {
            warnings.add(customers(outOfRangeRows) + " with a number outside the range of training"
                    + (options.outOfRange() == AssignOptions.OutOfRange.FLAG ? "" : ", without a segment") + ".");
            outOfRange.forEach((column, reach) -> warnings.add("Column '" + column + "': " + reach.lowest() + " to "
                    + reach.highest() + " instead of " + reach.training() + "."));
        }
        if (notFinite > 0) {
            warnings.add(customers(notFinite) + " without a segment: a number is too large.");
        }
        if (drift && !canTestDrift()) {
            warnings.add("No table of drift: it is tested of at most " + number(DriftCounts.MAX_CUSTOMERS)
                    + " customers, but there are " + number(rows) + ": test a part of them.");
        }
        return warnings;
    }

    private static String names(Iterable<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(name -> quoted.add("'" + name + "'"));
        return String.join(", ", quoted);
    }

    private static String customers(long count) {
        return count == 1 ? "1 customer" : number(count) + " customers";
    }

    private static String number(long count) {
        return Numbers.count(count);
    }
}
