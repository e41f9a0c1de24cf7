package org.tessera.knime.prep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.prep.reading.ReadingAccount;
import org.tessera.knime.kit.NodeTexts;

/** The warnings about texts that are numbers or dates: which columns are read, what is missing, what only looks so. */
final class ReadingWarnings {

    private ReadingWarnings() {}

    /** The columns that are read, and as what. */
    static String read(Preparation preparation) {
        List<ColumnReading> read = chosen(preparation, true);
        if (read.isEmpty()) {
            return "";
        }
        List<String> columns = read.stream().map(ReadingWarnings::format).toList();
        return NodeTexts.count(read.size(), "column") + " read from " + (read.size() == 1 ? "its" : "their")
                + " written form: " + NodeTexts.first(columns, ", ") + ". Turn off '"
                + PreprocessorParameters.READ_TEXTS + "' to use "
                + (read.size() == 1 ? "it" : "them") + " as written.";
    }

    private static String format(ColumnReading reading) {
        String unit = reading.pattern().unit();
        return "'" + reading.column() + "' as " + reading.pattern().format().words()
                + (unit.isEmpty() ? "" : " and \"" + unit + "\"");
    }

    /** The texts that are missing values in columns that are read. */
    static String missing(Preparation preparation) {
        int rows = 0;
        List<String> columns = new ArrayList<>();
        for (ColumnReading reading : chosen(preparation, true)) {
            ReadingAccount account = reading.account();
            int count = account.missing().rows() + account.unread().rows();
            rows += count;
            if (count > 0) {
                List<String> texts = new ArrayList<>(account.missing().examples());
                texts.addAll(account.unread().examples());
                columns.add("'" + reading.column() + "' " + Numbers.count(count) + " (" + quoted(texts) + row(account)
                        + ")");
            }
        }
        return rows == 0
                ? ""
                : NodeTexts.count(rows, "text") + " in columns that are read "
                        + (rows == 1 ? "counts" : "count") + " as missing: " + NodeTexts.first(columns, "; ")
                        + ". Correct them if they are values.";
    }

    /** Where the first text is that does not read, " in row 7" or "". */
    private static String row(ReadingAccount account) {
        return account.firstUnread() < 0
                ? ""
                : ", the first that is no sign of a missing value in row " + Numbers.count(account.firstUnread() + 1L);
    }

    private static String quoted(List<String> texts) {
        return texts.stream()
                .limit(ReadingAccount.MAX_TEXTS)
                .map(NodeTexts::quoted)
                .collect(Collectors.joining(", "));
    }

    /** The columns that look like numbers or dates and are not read, and why. */
    static String unread(Preparation preparation) {
        List<ColumnReading> left = chosen(preparation, false);
        if (left.isEmpty()) {
            return "";
        }
        boolean dates = left.stream().anyMatch(r -> r.pattern().format().isDate());
        boolean numbers = left.stream().anyMatch(r -> !r.pattern().format().isDate());
        List<String> remedies = new ArrayList<>();
        if (numbers) {
            remedies.add("numbers: set the decimal separator in the CSV Reader or use the String to Number node");
        }
        if (dates) {
            remedies.add("dates: use the String to Date&Time node");
        }
        return NodeTexts.count(left.size(), "column looks", "columns look") + " like numbers or dates, but "
                + (left.size() == 1 ? "is" : "are") + " not read: "
                + NodeTexts.first(left.stream().map(ReadingWarnings::reason).toList(), "; ") + ". To use "
                + (left.size() == 1 ? "it" : "them") + " as " + String.join("; as ", remedies) + ".";
    }

    private static String reason(ColumnReading reading) {
        ReadingAccount account = reading.account();
        boolean dates = reading.pattern().format().isDate();
        String share = Numbers.percent(account.read() / (double) account.values()) + " of its values read as "
                + reading.pattern().format().words();
        String why = switch (reading.outcome()) {
            case READ -> throw new IllegalStateException(reading.column() + " is read");
            case PARTLY ->
                share + ", row " + Numbers.count(account.firstUnread() + 1L) + " holds "
                        + NodeTexts.quoted(account.unread().examples().get(0));
            case AMBIGUOUS ->
                dates
                        ? "reads as dates both ways, with the day or the month first"
                        : "reads as numbers both ways, with a decimal point or a decimal comma";
            case SEVERAL_UNITS -> "numbers of different units";
            case SOME_OFFSETS -> "times with and without an offset from UTC";
            case SHORT_YEARS -> "dates with years of two digits";
            case CODES -> "whole numbers that may be codes";
        };
        return "'" + reading.column() + "' (" + why + ")";
    }

    private static List<ColumnReading> chosen(Preparation preparation, boolean read) {
        return preparation.readings().stream().filter(r -> r.isRead() == read).toList();
    }
}
