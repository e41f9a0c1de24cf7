package org.tessera.knime.prep;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.DroppedColumn;
import org.tessera.engine.prep.DroppedColumn.Reason;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparedRows;
import org.tessera.knime.kit.NodeTexts;

/**
 * The warnings of the Preprocessor: what it excluded, filled or merged, how much and where, and how to change it. They
 * are the account of what was done to the customers, and name every column.
 */
final class PreparationWarnings {

    private static final Map<Reason, String> OPTIONS = options();

    private PreparationWarnings() {}

    private static Map<Reason, String> options() {
        Map<Reason, String> options = new EnumMap<>(Reason.class);
        options.put(Reason.ID, PreprocessorParameters.LEAVE_OUT_IDS);
        options.put(Reason.TEXT, PreprocessorParameters.LEAVE_OUT_TEXTS);
        options.put(Reason.DETERMINED, PreprocessorParameters.LEAVE_OUT_DETERMINED);
        return options;
    }

    /** @return the warnings in a fixed order; those without an occasion are empty */
    static String[] of(Preparation preparation, PreparedRows rows, int customers) {
        return new String[] {
            ReadingWarnings.read(preparation),
            ReadingWarnings.missing(preparation),
            ReadingWarnings.unread(preparation),
            dropped(preparation),
            filled(rows),
            leftOut(rows, customers),
            NodeTexts.nothingKnown(
                    rows.unknown(),
                    customers,
                    "Turn on '" + PreprocessorParameters.CLUSTER_UNKNOWN + "' to fill and cluster them."),
            grouped(preparation),
        };
    }

    private static String dropped(Preparation preparation) {
        if (preparation.dropped().isEmpty()) {
            return "";
        }
        return NodeTexts.count(preparation.dropped().size(), "column") + " left out: "
                + String.join("; ", preparation.droppedInWords()) + ". " + howToKeep(preparation);
    }

    private static String howToKeep(Preparation preparation) {
        Set<Reason> reasons =
                preparation.dropped().stream().map(DroppedColumn::reason).collect(Collectors.toSet());
        List<String> options = new ArrayList<>();
        OPTIONS.forEach((reason, option) -> {
            if (reasons.contains(reason)) {
                options.add("'" + option + "'");
            }
        });
        return reasons.stream().noneMatch(Reason::isChoice)
                ? "Deselect what is not needed."
                : "To use one that can tell customers apart, select it in '" + PreprocessorParameters.KEEP + "'"
                        + (options.isEmpty() ? "" : " or turn off " + String.join(" and ", options)) + ".";
    }

    private static String filled(PreparedRows rows) {
        if (rows.filled().isEmpty()) {
            return "";
        }
        int cells = rows.filled().values().stream().mapToInt(Integer::intValue).sum();
        return NodeTexts.count(cells, "missing cell") + " filled: " + NodeTexts.all(NodeTexts.mostFirst(rows.filled()))
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
        int categories = 0;
        Map<String, Map<String, Integer>> countsByLevel = new TreeMap<>();
        for (var column : preparation.columns()) {
            if (column instanceof Categories c && !c.grouped().isEmpty()) {
                categories += c.grouped().size();
                countsByLevel
                        .computeIfAbsent(c.otherLevel(), level -> new LinkedHashMap<>())
                        .put(c.column(), c.grouped().size());
            }
        }
        if (categories == 0) {
            return "";
        }
        String merged = countsByLevel.entrySet().stream()
                .map(e -> "into \"" + e.getKey() + "\": " + NodeTexts.all(NodeTexts.mostFirst(e.getValue())))
                .collect(Collectors.joining("; "));
        return NodeTexts.count(categories, "rare category", "rare categories") + " merged " + merged + ". Lower '"
                + PreprocessorParameters.RARE_BELOW
                + "' or raise '"
                + PreprocessorParameters.MAX_CATEGORIES + "' to keep them separate.";
    }
}
