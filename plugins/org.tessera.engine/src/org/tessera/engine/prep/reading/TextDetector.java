package org.tessera.engine.prep.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.prep.reading.NumberTally.Candidate;
import org.tessera.engine.prep.reading.ReadingAccount.Texts;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Decides whether a column of texts holds numbers, dates or times of day. It is read where that is beyond doubt:
 *
 * <ul>
 *   <li>All values but the known signs of a missing one read in the same format; or at least 95 % of them do, and there
 *       are at most five different others, which are missing then.
 *   <li>The decimal sign, or the order of day and month, is the only one possible for the column as a whole. "1,204" and
 *       "03/04/2012" prove neither; "1,204.50" and "15/03/2012" do.
 *   <li>The century of years of two digits, and where the year stands, is known, see {@link ShortYearTally}.
 *   <li>Years and months, "2021-03", cannot be years and quarters or two years: one month is later than April and not the
 *       next year's last digits.
 *   <li>Times of day cannot be durations, see {@link TimeTally}.
 *   <li>All numbers have the same unit, and a letter beside them is one of a magnitude, see {@link Magnitude}.
 *   <li>The values are not codes. Digits with leading zeros, more than 15 digits and telephone numbers are none in the
 *       whole column. Whole numbers without decoration are codes if there are at most {@value #FEW_CODES} different
 *       ones, or if all have the same length of at least {@value #CODE_DIGITS} digits, such as postal codes; the usual
 *       readers of files would have made numbers of them. Where other texts or signs of a missing value explain why it
 *       did not, they are codes only up to {@value #FEW_NUMBERS} different ones and from
 *       {@value #EXPLAINED_CODE_DIGITS} digits on.
 * </ul>
 *
 * <p>A column of which half the values read, but that is not beyond doubt, is named; one of which fewer do is a column
 * of categories. The result does not depend on the order of the rows, except for the row that an account names.
 */
public final class TextDetector {

    /** Largest share of values that do not read in a column that is read. */
    private static final double MAX_UNREAD_SHARE = 0.05;

    /** Operations to take one text apart: about a microsecond. */
    static final long OPERATIONS_PER_TEXT = 4_000;

    private static final int MAX_UNREAD_TEXTS = 5;
    private static final double NAMED_SHARE = 0.5;
    private static final int FEW_CODES = 20;
    private static final int FEW_NUMBERS = 5;
    private static final int CODE_DIGITS = 4;
    private static final int EXPLAINED_CODE_DIGITS = 8;
    /** Digits in groups, all of one length, from which they are taken for telephone or account numbers. */
    private static final int SPACED_CODE_DIGITS = 7;

    private final NumberTally numbers = new NumberTally();
    private final DateTally dates = new DateTally();
    private final TimeTally times = new TimeTally();
    /** A date with a year of two digits, "" without one. */
    private String shortDate = "";

    private final CompactDates.Tally compact = new CompactDates.Tally();

    private TextDetector() {}

    /**
     * Looks for numbers or dates in a column of texts. O(n) and the length of the distinct texts.
     *
     * @param column the texts
     * @param run cancel
     * @return how it is read, or why it is not although at least half of its values read; empty for categories
     */
    public static Optional<ColumnReading> detect(CategoryColumn column, RunContext run) {
        TextDetector detector = of(column, run);
        if (detector.isCompact()) {
            Candidate candidate = new Candidate(TextFormat.COMPACT_DATE, Outcome.READ);
            Optional<ColumnReading> found = named(column, candidate, run).filter(ColumnReading::isRead);
            if (found.isPresent()) {
                return found;
            }
        }
        int others = Math.max(detector.times.rows(), detector.numbers.rows());
        if (detector.dates.rows() >= Math.max(1, others)) {
            Candidate candidate = detector.dates.candidate();
            return candidate.outcome() == Outcome.SHORT_YEARS
                    ? detector.shortYears(column, candidate.pattern(), run)
                    : named(column, candidate, run);
        }
        if (detector.times.rows() >= Math.max(1, detector.numbers.rows())) {
            return named(column, detector.times.candidate(), run);
        }
        if (detector.numbers.rows() == 0 || detector.numbers.hasCodes()) {
            return Optional.empty();
        }
        Candidate numbers = detector.numbers.candidate();
        if (numbers.outcome() == Outcome.MAGNITUDES && detector.numbers.levels() <= FEW_CODES) {
            return Optional.empty();
        }
        Optional<ColumnReading> found = named(column, numbers, run);
        return detector.numbers.isDigitsOnly() ? found.flatMap(detector::unlessCodes) : found;
    }

    /**
     * The pattern in which a column of texts holds what is known to be numbers or dates, such as the new texts of a
     * column that held numbers before: codes are not considered. O(n) and the length of the distinct texts.
     *
     * @param column the texts
     * @param quantity what the column is known to hold
     * @param run cancel
     * @return the pattern, empty if no text reads, if they read in two ways, or with a unit that is no currency
     */
    public static Optional<TextPattern> expected(CategoryColumn column, Quantity quantity, RunContext run) {
        TextDetector detector = of(column, run);
        Optional<Candidate> candidate = switch (quantity) {
            case NUMBER -> detector.numbers.rows() == 0 ? Optional.empty() : Optional.of(detector.numbers.candidate());
            case DATE, DATE_TIME ->
                detector.dates.rows() == 0 ? Optional.empty() : Optional.of(detector.dates.candidate());
            case TIME ->
                detector.times.rows() == 0
                        ? Optional.empty()
                        : Optional.of(new Candidate(TextFormat.TIME_OF_DAY, Outcome.READ));
            case DURATION -> Optional.empty();
        };
        return candidate
                .filter(c -> c.outcome() == Outcome.READ)
                .map(Candidate::pattern)
                .filter(p -> p.unit().isEmpty() || Units.isCurrency(p.unit()));
    }

    /**
     * Whether a column holds no text but signs of a missing value. O(n) and the number of levels.
     *
     * @param column the texts
     * @return true if every entry is missing or stands for a missing value
     */
    public static boolean isMissing(CategoryColumn column) {
        boolean[] missing = new boolean[column.levels().size()];
        for (int l = 0; l < missing.length; l++) {
            missing[l] = TextPattern.isMissing(column.levels().get(l));
        }
        return Arrays.stream(column.codes()).allMatch(code -> code == CategoryColumn.MISSING || missing[code]);
    }

    private static TextDetector of(CategoryColumn column, RunContext run) {
        int[] counts = new int[column.levels().size()];
        for (int code : column.codes()) {
            if (code != CategoryColumn.MISSING) {
                counts[code]++;
            }
        }
        TextDetector detector = new TextDetector();
        CancellationCheck cancellation = new CancellationCheck(run, OPERATIONS_PER_TEXT);
        for (int l = 0; l < counts.length; l++) {
            cancellation.step();
            String text = PlainText.of(column.levels().get(l));
            if (counts[l] > 0 && !MissingMarkers.contains(text)) {
                detector.add(text, counts[l]);
            }
        }
        return detector;
    }

    private void add(String text, int count) {
        DateText date = DateText.of(text);
        dates.add(date, count);
        shortDate = date.order().hasShortYear() ? ReadingAccount.sample(shortDate, text) : shortDate;
        boolean isDate = date.order() != DateText.Order.NONE;
        TimeText time = isDate ? TimeText.NOT : TimeText.of(text);
        times.add(time, count);
        NumberText number = isDate || !Double.isNaN(time.hours()) ? NumberText.NOT : NumberText.of(text);
        numbers.add(number, count);
        if (number.style() == NumberText.Style.BARE) {
            compact.add(number.point(), count);
        }
    }

    private boolean isCompact() {
        return compact.rows() > NAMED_SHARE * numbers.rows() && compact.isBeyondDoubt();
    }

    /** The column in a pattern if at least half of its values read. */
    private static Optional<ColumnReading> named(CategoryColumn column, Candidate candidate, RunContext run) {
        ReadingAccount account = candidate.pattern().read(column, run).account();
        if (account.share() < NAMED_SHARE) {
            return Optional.empty();
        }
        boolean tooMany = account.unread().rows() > MAX_UNREAD_SHARE * account.values()
                || account.unread().distinct() > MAX_UNREAD_TEXTS;
        Outcome outcome = candidate.outcome() == Outcome.READ && tooMany ? Outcome.PARTLY : candidate.outcome();
        return Optional.of(new ColumnReading(column.name(), candidate.pattern(), outcome, account));
    }

    /** Names a column of dates with a year of two digits, if at least half of the values are; none needs a century. */
    private Optional<ColumnReading> shortYears(CategoryColumn column, TextPattern pattern, RunContext run) {
        ReadingAccount none = pattern.read(column, run).account();
        Texts others = new Texts(none.values() - dates.rows(), 0, List.of());
        ReadingAccount account = new ReadingAccount(none.values(), dates.rows(), none.missing(), others, -1, shortDate);
        return account.share() < NAMED_SHARE
                ? Optional.empty()
                : Optional.of(new ColumnReading(column.name(), pattern, Outcome.SHORT_YEARS, account));
    }

    /** The reading of a column of nothing but digits: named or empty if they are codes. */
    private Optional<ColumnReading> unlessCodes(ColumnReading reading) {
        ReadingAccount account = reading.account();
        boolean others = account.unread().rows() > 0;
        boolean explained = others || account.missing().rows() > 0;
        boolean few = numbers.levels() <= (explained ? FEW_NUMBERS : FEW_CODES);
        if (few) {
            return explained && !others ? Optional.of(as(reading, Outcome.CODES)) : Optional.empty();
        }
        if (!reading.isRead()) {
            return numbers.levels() <= FEW_CODES ? Optional.empty() : Optional.of(reading);
        }
        boolean codes = numbers.isOfOneLength(explained ? EXPLAINED_CODE_DIGITS : CODE_DIGITS, SPACED_CODE_DIGITS);
        return Optional.of(codes ? as(reading, Outcome.CODES) : reading);
    }

    private static ColumnReading as(ColumnReading reading, Outcome outcome) {
        return new ColumnReading(reading.column(), reading.pattern(), outcome, reading.account());
    }
}
