package org.tessera.knime.prep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.prep.reading.ReadingAccount;
import org.tessera.knime.kit.NodeTexts;

/** The warnings about texts that are numbers, dates or times: which columns are read, what is missing, what only looks so. */
final class ReadingWarnings {

    private ReadingWarnings() {}

    /** The columns that are read, and as what. */
    static String read(Preparation preparation) {
        List<ColumnReading> read = chosen(preparation, true);
        return lines(
                NodeTexts.count(read.size(), "column") + " read from " + (read.size() == 1 ? "its" : "their")
                        + " written form. Turn off '" + PreprocessorParameters.READ_TEXTS + "' to use "
                        + (read.size() == 1 ? "it" : "them") + " as written",
                read.stream()
                        .map(r -> "'" + r.column() + "' as " + format(r) + ", such as " + sample(r))
                        .toList());
    }

    private static String format(ColumnReading reading) {
        String unit = reading.pattern().unit();
        return reading.pattern().format().words() + (unit.isEmpty() ? "" : " and \"" + unit + "\"");
    }

    /** A text that reads, and what a date or time reads as. */
    private static String sample(ColumnReading reading) {
        String text = NodeTexts.quoted(reading.account().sample());
        return reading.sampleValue().map(value -> text + " (" + value + ")").orElse(text);
    }

    /** The cells that are missing values in columns that are read. */
    static String missing(Preparation preparation) {
        int rows = 0;
        List<String> columns = new ArrayList<>();
        for (ColumnReading reading : chosen(preparation, true)) {
            ReadingAccount account = reading.account();
            int count = account.missing().rows() + account.unread().rows();
            rows += count;
            if (count > 0) {
                columns.add("'" + reading.column() + "' " + Numbers.count(count) + " (" + texts(account) + row(account)
                        + ")");
            }
        }
        return lines(
                NodeTexts.count(rows, "cell") + " in columns that are read " + (rows == 1 ? "counts" : "count")
                        + " as missing. How they are filled is set by '" + PreprocessorParameters.MISSING_NUMBERS
                        + "'; correct them if they are values",
                columns);
    }

    /** Where the first text is that does not read, " in row 7" or "". */
    private static String row(ReadingAccount account) {
        return account.firstUnread() < 0
                ? ""
                : ", the first that is no sign of a missing value in row " + Numbers.count(account.firstUnread() + 1L);
    }

    private static String texts(ReadingAccount account) {
        List<String> texts = new ArrayList<>(account.missing().examples());
        texts.addAll(account.unread().examples());
        int distinct = account.missing().distinct() + account.unread().distinct();
        String shown = texts.stream().map(NodeTexts::quoted).collect(Collectors.joining(", "));
        return texts.size() == distinct ? shown : Numbers.count(distinct) + " different ones, mostly " + shown;
    }

    /** The columns that look like numbers or dates and are not read, why, and what to do. */
    static String unread(Preparation preparation) {
        List<ColumnReading> left = chosen(preparation, false);
        return lines(
                NodeTexts.count(left.size(), "column looks", "columns look") + " like numbers, dates or times, but "
                        + (left.size() == 1 ? "is" : "are") + " not read",
                left.stream()
                        .map(r -> "'" + r.column() + "': " + share(r) + reason(r) + ". " + remedy(r))
                        .toList());
    }

    private static String share(ColumnReading reading) {
        return Numbers.percent(reading.account().share()) + " of its values read as " + format(reading) + ", such as "
                + NodeTexts.quoted(reading.account().sample());
    }

    private static String reason(ColumnReading reading) {
        ReadingAccount account = reading.account();
        String other = account.firstUnread() < 0
                ? ""
                : ", row " + Numbers.count(account.firstUnread() + 1L) + " holds "
                        + NodeTexts.quoted(account.unread().examples().get(0));
        return switch (reading.outcome()) {
            case READ -> throw new IllegalStateException(reading.column() + " is read");
            case PARTLY -> other;
            case AMBIGUOUS ->
                reading.pattern().format().isDate()
                        ? ", but do so both ways, with the day or the month first"
                        : ", but do so both ways, with a decimal point or a decimal comma";
            case SEVERAL_UNITS -> ", but there are several units" + other;
            case SOME_OFFSETS -> ", but some have an offset from UTC and some have none" + other;
            case SHORT_YEARS -> ", but the century or the order of day, month and year is open";
            case DURATIONS -> ", but may be durations" + other;
            case MAGNITUDES -> ", but the letter may stand for millions, billions or something else";
            case CODES -> ", but may be codes";
        };
    }

    private static String remedy(ColumnReading reading) {
        return switch (reading.outcome()) {
            case SEVERAL_UNITS -> "Convert them to one unit to use them as numbers.";
            case MAGNITUDES -> "Write them as plain numbers to use them as such.";
            case DURATIONS -> "Use the String to Date&Time or the String to Duration node.";
            default ->
                reading.pattern().format().isNumber()
                        ? "Set the decimal separator in the CSV Reader or use the String to Number node to use them as"
                                + " numbers."
                        : "Use the String to Date&Time node to use them as dates or times.";
        };
    }

    /** A sentence with one column, or a headline and a line for each of several; "" without any. */
    private static String lines(String headline, List<String> columns) {
        return switch (columns.size()) {
            case 0 -> "";
            case 1 -> headline + ": " + columns.get(0) + (columns.get(0).endsWith(".") ? "" : ".");
            default -> headline + ":\n" + String.join("\n", columns);
        };
    }

    private static List<ColumnReading> chosen(Preparation preparation, boolean read) {
        return preparation.readings().stream().filter(r -> r.isRead() == read).toList();
    }
}
