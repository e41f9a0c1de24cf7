package org.tessera.knime.prep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.DroppedColumn;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparedRows;
import org.tessera.knime.kit.NodeTexts;

/** The warnings of the Preprocessor: what it excluded, filled or merged, how much and where, and how to change it. */
final class PreparationWarnings {

    private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");

    private PreparationWarnings() {}

    /** @return the warnings in a fixed order; those without an occasion are empty */
    static String[] of(Preparation preparation, PreparedRows rows, int customers) {
        return new String[] {
            ReadingWarnings.read(preparation),
            ReadingWarnings.missing(preparation),
            ReadingWarnings.unread(preparation),
            dropped(preparation),
            filled(rows),
            leftOut(rows, customers),
            grouped(preparation),
            alike(preparation)
        };
    }

    private static String dropped(Preparation preparation) {
        if (preparation.dropped().isEmpty()) {
            return "";
        }
        boolean ids = preparation.dropped().stream().anyMatch(d -> d.reason() == DroppedColumn.Reason.ID);
        return NodeTexts.count(preparation.dropped().size(), "column") + " left out: "
                + NodeTexts.first(preparation.droppedInWords(), "; ") + ". Deselect what is not needed"
                + (ids ? ", or turn off '" + PreprocessorParameters.LEAVE_OUT_IDS + "' to keep ids." : ".");
    }

    private static String filled(PreparedRows rows) {
        if (rows.filled().isEmpty()) {
            return "";
        }
        int cells = rows.filled().values().stream().mapToInt(Integer::intValue).sum();
        return NodeTexts.count(cells, "missing cell") + " filled: " + NodeTexts.first(mostFirst(rows.filled()))
                + ". How they are filled is set by '" + PreprocessorParameters.MISSING_NUMBERS + "' and '"
                + PreprocessorParameters.MISSING_CATEGORIES + "'.";
    }

    private static String leftOut(PreparedRows rows, int customers) {
        return NodeTexts.leftOut(
                rows.leftOut(),
                customers,
                "a number is missing",
                "Set '" + PreprocessorParameters.MISSING_NUMBERS + "' to the median to keep them.");
    }

    private static String grouped(Preparation preparation) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var column : preparation.columns()) {
            if (column instanceof Categories c && !c.grouped().isEmpty()) {
                counts.put(c.column(), c.grouped().size());
            }
        }
        if (counts.isEmpty()) {
            return "";
        }
        int categories = counts.values().stream().mapToInt(Integer::intValue).sum();
        return NodeTexts.count(categories, "rare category", "rare categories") + " merged into \"(other)\": "
                + NodeTexts.first(mostFirst(counts)) + ". Lower '" + PreprocessorParameters.RARE_BELOW + "' or raise '"
                + PreprocessorParameters.MAX_CATEGORIES + "' to keep them separate.";
    }

    private static String alike(Preparation preparation) {
        List<String> columns = new ArrayList<>();
        for (var column : preparation.columns()) {
            if (column instanceof Categories c) {
                firstAlike(c).ifPresent(pair -> columns.add("'" + c.column() + "' (" + pair + ")"));
            }
        }
        return columns.isEmpty()
                ? ""
                : NodeTexts.count(columns.size(), "column")
                        + " with categories that differ only in blanks or case: " + NodeTexts.first(columns, ", ")
                        + ". If they mean the same, unify them first, for example with the String Cleaner node.";
    }

    private static Optional<String> firstAlike(Categories column) {
        Map<String, String> seen = new HashMap<>();
        for (List<String> levels : List.of(column.levels(), column.grouped())) {
            for (String level : levels) {
                String bare = BLANKS.matcher(level).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
                String other = seen.putIfAbsent(bare, level);
                if (other != null) {
                    return Optional.of("\"" + other + "\", \"" + level + "\"");
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, Integer> mostFirst(Map<String, Integer> counts) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }
}
