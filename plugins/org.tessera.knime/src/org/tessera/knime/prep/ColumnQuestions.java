package org.tessera.knime.prep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.reading.UnixTimes;
import org.tessera.engine.prep.screen.CodedNumbers;
import org.tessera.engine.prep.screen.Sentinels;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.NodeTexts;

/**
 * What the Preprocessor asks about columns, because only the user can know: whether numbers are codes or times, whether
 * values stand for missing ones, whether alike categories are one, whether the file was read in the wrong character set.
 */
final class ColumnQuestions {

    /** Stands for a byte that is no character in the encoding of the file. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Smallest number of features of one column that is mentioned. */
    private static final int MANY_FEATURES = 20;

    private ColumnQuestions() {}

    /** @return the questions in a fixed order; those without an occasion are empty */
    static List<String> of(Preparation preparation, CustomerTable customers, RunContext run) {
        return List.of(
                codes(preparation, customers),
                unixTimes(customers),
                missing(preparation, customers, run),
                Spellings.alike(preparation),
                unreadable(customers),
                sameName(preparation, customers),
                manyFeatures(preparation));
    }

    /** The numbers that are used and not set as categories. */
    private static List<NumericColumn> usedNumbers(Preparation preparation, CustomerTable customers) {
        Set<String> used = new HashSet<>(preparation.sourceColumns());
        used.removeAll(preparation.options().category().codeColumns());
        return customers.columns().stream()
                .filter(c -> used.contains(c.name()))
                .filter(NumericColumn.class::isInstance)
                .map(NumericColumn.class::cast)
                .toList();
    }

    private static String codes(Preparation preparation, CustomerTable customers) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        for (NumericColumn numbers : usedNumbers(preparation, customers)) {
            CodedNumbers.count(numbers).ifPresent(values -> codes.put(numbers.name(), values));
        }
        return codes.isEmpty()
                ? ""
                : "Codes? Different whole numbers: " + NodeTexts.all(codes)
                        + ". If they are codes of categories, select " + (codes.size() == 1 ? "it" : "them") + " in '"
                        + PreprocessorParameters.CODES + "'.";
    }

    private static String unixTimes(CustomerTable customers) {
        List<String> columns = new ArrayList<>();
        for (Column column : customers.columns()) {
            if (column instanceof NumericColumn numbers) {
                UnixTimes.earliest(numbers)
                        .ifPresent(days -> columns.add("'" + column.name() + "' (the earliest would be "
                                + Quantity.DATE_TIME.text(days) + " UTC)"));
            }
        }
        return columns.isEmpty()
                ? ""
                : "Times? Whole numbers as of Unix seconds or milliseconds: " + String.join(", ", columns)
                        + ". If they are times, convert " + (columns.size() == 1 ? "it" : "them")
                        + " with the UNIX Timestamp to Date&Time node to see them as dates.";
    }

    private static String missing(Preparation preparation, CustomerTable customers, RunContext run) {
        List<String> columns = new ArrayList<>();
        for (NumericColumn numbers : usedNumbers(preparation, preparation.readTexts(customers, run))) {
            List<String> values = Sentinels.of(numbers, run).stream()
                    .map(s -> numbers.quantity().text(s.value()) + " in " + Numbers.percent(s.share()))
                    .toList();
            if (!values.isEmpty()) {
                columns.add("'" + numbers.name() + "' " + String.join(" and ", values) + " of the rows");
            }
        }
        return columns.isEmpty()
                ? ""
                : "Missing? Values far from all others, or such as often stand for a missing one: "
                        + String.join(", ", columns)
                        + ". If they do, make them missing first, for example with the Rule Engine or Expression node,"
                        + " as they distort the segments.";
    }

    private static String unreadable(CustomerTable customers) {
        List<String> columns = new ArrayList<>();
        for (Column column : customers.columns()) {
            if (column.name().indexOf(REPLACEMENT) >= 0) {
                columns.add("'" + column.name() + "' (its name)");
            } else if (column instanceof CategoryColumn categories) {
                categories.levels().stream()
                        .filter(level -> level.indexOf(REPLACEMENT) >= 0)
                        .findFirst()
                        .ifPresent(level -> columns.add("'" + column.name() + "' (\"" + level + "\")"));
            }
        }
        return columns.isEmpty()
                ? ""
                : "Wrong character set? " + NodeTexts.count(columns.size(), "column")
                        + " with the sign " + REPLACEMENT + " for letters that could not be read: "
                        + String.join(", ", columns) + ". Different categories may have become one: read the file again"
                        + " with its encoding, such as UTF-8, ISO-8859-1 or windows-1252.";
    }

    private static String sameName(Preparation preparation, CustomerTable customers) {
        List<String> columns = new ArrayList<>();
        boolean own = preparation.options().category().missing() == CategoryMissing.OWN_CATEGORY;
        for (var fitted : preparation.columns()) {
            if (fitted instanceof Categories c) {
                String merged = c.otherLevel();
                if (!merged.equals(Categories.OTHER)) {
                    columns.add("'" + c.column() + "' has a category \"" + Categories.OTHER
                            + "\" of its own, so the rare ones are merged into \"" + merged + "\"");
                }
                if (own && c.missing() > 0 && has(customers, c.column(), Categories.MISSING_LEVEL)) {
                    columns.add("'" + c.column() + "' has texts \"" + Categories.MISSING_LEVEL
                            + "\", which count as missing");
                }
            }
        }
        return columns.isEmpty() ? "" : "Names that Tessera gives, too: " + String.join("; ", columns) + ".";
    }

    private static boolean has(CustomerTable customers, String column, String level) {
        return customers.column(column).orElseThrow() instanceof CategoryColumn categories
                && categories.levels().contains(level);
    }

    private static String manyFeatures(Preparation preparation) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Feature feature : preparation.features()) {
            counts.merge(feature.source(), 1, Integer::sum);
        }
        int all = preparation.features().size();
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= MANY_FEATURES && counts.size() > 1 && 2 * e.getValue() > all)
                .findFirst()
                .map(e -> "'" + e.getKey() + "' makes " + e.getValue() + " of the " + all
                        + " features. Deselect it if it says little about customers, or raise '"
                        + PreprocessorParameters.RARE_BELOW + "' to merge its small categories.")
                .orElse("");
    }
}
