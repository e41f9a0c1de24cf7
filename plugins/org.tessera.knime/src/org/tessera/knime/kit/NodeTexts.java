package org.tessera.knime.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.tessera.engine.prep.PreparedRows;

/** Texts of nodes: descriptions, which are HTML files, and the counts and lists in messages. */
public final class NodeTexts {

    /** Maximum number of items named in a sentence; the others are counted. */
    private static final int MAX_NAMED = 5;

    /** Characters of a value that are quoted. */
    private static final int MAX_QUOTED = 30;

    private NodeTexts() {}

    /**
     * The description of a node.
     *
     * @param name the file's name without its ending
     * @return simple HTML
     */
    public static String text(String name) {
        return resource("/org/tessera/knime/descriptions/" + name + ".html");
    }

    /**
     * A text file of the bundle.
     *
     * @param path its path from the root of the sources
     * @return its text
     */
    public static String resource(String path) {
        try (InputStream in = NodeTexts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read", e);
        }
    }

    /**
     * States that rows were left out.
     *
     * @param count number of rows left out
     * @param all number of all rows
     * @param reason why
     * @param remedy the remedy, a sentence
     * @return two sentences, or "" if the count is 0
     */
    public static String leftOut(long count, long all, String reason, String remedy) {
        return count == 0
                ? ""
                : String.format(
                        Locale.ENGLISH, "%s of %,d left out because %s. %s", count(count, "row"), all, reason, remedy);
    }

    /**
     * States that nothing is known of customers.
     *
     * @param unknown the customers
     * @param all number of all rows
     * @param remedy the remedy, a sentence
     * @return sentences, or "" if there is none
     */
    public static String nothingKnown(PreparedRows.Unknown unknown, long all, String remedy) {
        if (unknown.count() == 0) {
            return "";
        }
        String first = unknown.first().stream()
                .map(row -> String.format(Locale.ENGLISH, "%,d", row + 1))
                .collect(Collectors.joining(", "));
        int more = unknown.count() - unknown.first().size();
        return String.format(
                Locale.ENGLISH,
                "Nothing known of %s of %,d: every used column is missing in row %s%s. They stay in the table without"
                        + " features and get no segment. %s",
                count(unknown.count(), "customer"),
                all,
                first,
                more > 0 ? " and " + count(more, "other") : "",
                remedy);
    }

    /**
     * Shows warnings at a node.
     *
     * @param out the node's output
     * @param warnings the warnings; empty ones are skipped
     */
    public static void warn(ExecuteOutput out, String... warnings) {
        warn(out, Arrays.stream(warnings), " ");
    }

    /**
     * Shows warnings at a node, one per line.
     *
     * @param out the node's output
     * @param warnings the warnings; empty ones are skipped
     */
    public static void warnInLines(ExecuteOutput out, List<String> warnings) {
        warn(out, warnings.stream(), "\n");
    }

    private static void warn(ExecuteOutput out, Stream<String> warnings, String separator) {
        String text = warnings.filter(w -> !w.isEmpty()).collect(Collectors.joining(separator));
        if (!text.isEmpty()) {
            out.setWarningMessage(text);
        }
    }

    /**
     * Counts per column in another order.
     *
     * @param counts one count per column
     * @return the same with the largest first, equal ones in the order they had
     */
    public static Map<String, Integer> mostFirst(Map<String, Integer> counts) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /**
     * A complete list of counts per column.
     *
     * @param counts one count per column, the most important first
     * @return such as "'Income' 381, 'Age' 20, 'Home' 3"
     */
    public static String all(Map<String, Integer> counts) {
        return String.join(", ", inWords(counts));
    }

    private static List<String> inWords(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(e -> "'" + e.getKey() + "' " + String.format(Locale.ENGLISH, "%,d", e.getValue()))
                .toList();
    }

    /**
     * A list of items, cut to a short length.
     *
     * @param things the items, the most important first
     * @param separator the separator between items
     * @return the first five items and the number of the others
     */
    public static String first(List<String> things, String separator) {
        String shown = things.stream().limit(MAX_NAMED).collect(Collectors.joining(separator));
        return things.size() <= MAX_NAMED ? shown : shown + " and " + count(things.size() - MAX_NAMED, "other");
    }

    /**
     * A value of the data in quotes, cut to a short length.
     *
     * @param text the value
     * @return such as "call us", in quotes
     */
    public static String quoted(String text) {
        int end = text.codePointCount(0, text.length()) <= MAX_QUOTED
                ? text.length()
                : text.offsetByCodePoints(0, MAX_QUOTED);
        return "\"" + text.substring(0, end) + (end < text.length() ? "..." : "") + "\"";
    }

    /**
     * A list of counts per column, cut to a short length.
     *
     * @param counts one count per column, the most important first
     * @return such as "'Income' 381, 'Age' 20, 'Home' 3 and 4 others"
     */
    public static String first(Map<String, Integer> counts) {
        return first(inWords(counts), ", ");
    }

    /**
     * A count with its noun.
     *
     * @param count the count
     * @param thing the noun in the singular
     * @return such as "1 row" or "1,204 rows"
     */
    public static String count(long count, String thing) {
        return count(count, thing, thing + "s");
    }

    /**
     * A count with its noun.
     *
     * @param count the count
     * @param one the noun in the singular
     * @param many the noun in the plural
     * @return such as "1 category" or "1,204 categories"
     */
    public static String count(long count, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? one : many);
    }
}
