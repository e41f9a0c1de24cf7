package org.tessera.engine.prep.reading;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.prep.reading.ReadingAccount.Texts;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Dates written as whole numbers of eight digits, such as 20221115, from 1900 to 2100. A column holds them beyond doubt
 * if as many different whole numbers, drawn from its range, would all be dates by chance with a probability below one in
 * a million: five of different years, a dozen of one year, and no number of consecutive ones within a month. A 0 among them
 * stands for a missing date, and 29991231 and 99991231 are dates, too.
 */
public final class CompactDates {

    private static final int FIRST = 19_000_101;
    private static final int LAST = 21_001_231;
    private static final int YEAR = 10_000;
    private static final int MONTH = 100;
    private static final int DIGITS = 8;
    /** Dates that stand for an open end. */
    private static final Set<Integer> OPEN_ENDS = Set.of(29_991_231, 99_991_231);
    /** Largest share of numbers that are no dates in a column that is named. */
    private static final double MAX_OTHERS = 0.5;

    private static final double MAX_CHANCE = 1e-6;

    private CompactDates() {}

    /** Days since 1970-01-01, NaN for a text that is no such number. */
    static double days(String text) {
        if (text.length() != DIGITS) {
            return Double.NaN;
        }
        int number = 0;
        for (int i = 0; i < DIGITS; i++) {
            char c = text.charAt(i);
            if (!DigitGroups.isDigit(c)) {
                return Double.NaN;
            }
            number = number * 10 + (c - '0');
        }
        return days(number);
    }

    /** Days since 1970-01-01, NaN for a number that is no such date. */
    static double days(double number) {
        int n = (int) number;
        if (n != number || !((n >= FIRST && n <= LAST) || OPEN_ENDS.contains(n))) {
            return Double.NaN;
        }
        return DateText.midnight(n / YEAR, n / MONTH % MONTH, n % MONTH);
    }

    /** Whether a text is a zero of one digit or more. */
    static boolean isZero(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '0');
    }

    /** The different dates of a column, and whether they are dates by chance. */
    static final class Tally {
        private final Set<Integer> days = new HashSet<>();
        private int min = LAST;
        private int max = FIRST;
        private int rows;

        /** Counts rows with a number; others than dates are ignored. */
        void add(double number, int count) {
            double day = days(number);
            if (!Double.isNaN(day)) {
                rows += count;
            }
            if (number >= FIRST && number <= LAST && !Double.isNaN(day)) {
                days.add((int) day);
                min = Math.min(min, (int) number);
                max = Math.max(max, (int) number);
            }
        }

        int rows() {
            return rows;
        }

        boolean isBeyondDoubt() {
            double dates = days(max) - days(min) + 1;
            return !days.isEmpty() && StrictMath.pow(dates / (max - min + 1.0), days.size()) < MAX_CHANCE;
        }
    }

    /**
     * Looks for dates in a numeric column. O(n).
     *
     * @param column the numbers
     * @param run cancel
     * @return read if all numbers but 0 are dates beyond doubt, named if at least half are, otherwise empty
     */
    public static Optional<ColumnReading> detect(NumericColumn column, RunContext run) {
        if (column.quantity() != Quantity.NUMBER) {
            return Optional.empty();
        }
        Tally tally = new Tally();
        int present = 0;
        CancellationCheck cancellation = new CancellationCheck(run);
        for (double value : column.values()) {
            cancellation.step();
            present += Double.isNaN(value) || value == 0 ? 0 : 1;
            tally.add(value, 1);
        }
        int others = present - tally.rows();
        if (others > MAX_OTHERS * present || !tally.isBeyondDoubt()) {
            return Optional.empty();
        }
        TextPattern pattern = TextPattern.of(TextFormat.COMPACT_DATE);
        return Optional.of(new ColumnReading(
                column.name(),
                pattern,
                others == 0 ? Outcome.READ : Outcome.PARTLY,
                read(column, run).account()));
    }

    /**
     * Reads numbers as dates. O(n).
     *
     * @param column the numbers
     * @param run cancel
     * @return the dates; a number that is none is missing, and 0 stands for that
     */
    public static ReadColumn read(NumericColumn column, RunContext run) {
        double[] values = new double[column.size()];
        Set<Double> others = new LinkedHashSet<>();
        int present = 0;
        int zeros = 0;
        int read = 0;
        int first = -1;
        double sample = Double.POSITIVE_INFINITY;
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < values.length; i++) {
            cancellation.step();
            double number = column.values()[i];
            values[i] = days(number);
            zeros += number == 0 ? 1 : 0;
            present += Double.isNaN(number) || number == 0 ? 0 : 1;
            read += Double.isNaN(values[i]) ? 0 : 1;
            sample = Double.isNaN(values[i]) ? sample : Math.min(sample, number);
            if (!Double.isNaN(number) && number != 0 && Double.isNaN(values[i])) {
                others.add(number);
                first = first < 0 ? i : first;
            }
        }
        Texts unread = new Texts(
                present - read,
                others.size(),
                others.stream()
                        .limit(ReadingAccount.MAX_TEXTS)
                        .map(Quantity.NUMBER::text)
                        .toList());
        Texts missing = zeros == 0 ? Texts.NONE : new Texts(zeros, 1, List.of("0"));
        return new ReadColumn(
                new NumericColumn(column.name(), values, false, Quantity.DATE),
                new ReadingAccount(
                        present, read, missing, unread, first, read == 0 ? "" : String.valueOf((int) sample)));
    }
}
