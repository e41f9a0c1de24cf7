package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Fits the levels of a categorical column: counts the categories, imputes missing entries, merges rare categories into
 * one level, and sorts. Levels are ordered by UTF-16 code unit, or numerically if all of them are numbers.
 */
final class CategoryLevels {

    private CategoryLevels() {}

    static Categories fit(CategoryColumn column, CategoryOptions options, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        return fit(
                column.name(),
                counts(column, cancellation),
                new Others(column.size(), column.missing(), 0),
                options,
                cancellation);
    }

    /**
     * Rows beside those of the categories that are counted by name.
     *
     * @param rows number of all rows
     * @param missing rows with a missing entry
     * @param unnamed rows of categories that were not counted by name
     */
    record Others(int rows, int missing, int unnamed) {}

    /** Fits the levels of categories that were counted, in any order. */
    static Categories fit(
            String column, Map<String, Integer> counted, Others others, CategoryOptions options, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        Map<String, Integer> counts = new TreeMap<>(cancelable(order(counted.keySet(), cancellation), cancellation));
        counts.putAll(counted);
        return fit(column, new LinkedHashMap<>(counts), others, options, cancellation);
    }

    private static Categories fit(
            String column,
            Map<String, Integer> counts,
            Others others,
            CategoryOptions options,
            CancellationCheck cancellation) {
        int n = others.rows();
        int missing = others.missing();
        String mostFrequent = mostFrequent(counts);
        boolean ownCategory = options.missing() == CategoryMissing.OWN_CATEGORY;
        if (missing > 0 && !ownCategory) {
            counts.merge(mostFrequent, missing, Integer::sum);
        }
        Integer sameName = ownCategory && missing > 0 ? counts.remove(Categories.MISSING_LEVEL) : null;
        int missingCount = ownCategory ? missing + (sameName == null ? 0 : sameName) : 0;
        int maxLevels = options.maxLevels() - (missingCount > 0 ? 1 : 0) - (others.unnamed() > 0 ? 1 : 0);
        Set<String> grouped = grouped(counts, options.rareBelow() * n, maxLevels, cancellation);
        Map<String, Integer> kept = new LinkedHashMap<>();
        int other = others.unnamed();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            cancellation.step();
            if (grouped.contains(entry.getKey())) {
                other += entry.getValue();
            } else {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        String otherName = freeName(Categories.OTHER, kept.keySet());
        if (other > 0) {
            kept.put(otherName, other);
        }
        if (missingCount > 0) {
            kept.put(Categories.MISSING_LEVEL, missingCount);
        }
        List<String> levels = List.copyOf(kept.keySet());
        double[] shares =
                kept.values().stream().mapToDouble(c -> c / (double) n).toArray();
        int otherIndex = other > 0 ? levels.indexOf(otherName) : -1;
        return new Categories(
                column,
                missing,
                levels,
                shares,
                List.copyOf(grouped),
                otherIndex < 0 ? OptionalInt.empty() : OptionalInt.of(otherIndex),
                fill(levels, mostFrequent, ownCategory, otherIndex));
    }

    /** Index of the level that replaces missing entries; entries with the text "(missing)" count as missing. */
    private static OptionalInt fill(List<String> levels, String mostFrequent, boolean ownCategory, int other) {
        int index = levels.indexOf(ownCategory ? Categories.MISSING_LEVEL : mostFrequent);
        if (ownCategory) {
            return index >= 0 ? OptionalInt.of(index) : OptionalInt.empty();
        }
        return OptionalInt.of(index >= 0 ? index : other);
    }

    /** The category of the most rows, the first of them in the order of the levels; null if there is none. */
    private static String mostFrequent(Map<String, Integer> counts) {
        String mostFrequent = null;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (mostFrequent == null || entry.getValue() > counts.get(mostFrequent)) {
                mostFrequent = entry.getKey();
            }
        }
        return mostFrequent;
    }

    /** The name, or the first unused one of name 2, name 3 and so on. */
    private static String freeName(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; taken.contains(name); i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    /** Rows per category that occurs, in the order of the levels. */
    private static Map<String, Integer> counts(CategoryColumn column, CancellationCheck cancellation) {
        int[] byCode = new int[column.levels().size()];
        for (int code : column.codes()) {
            if (code != CategoryColumn.MISSING) {
                byCode[code]++;
            }
        }
        List<String> present = new ArrayList<>();
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] > 0) {
                present.add(column.levels().get(code));
            }
        }
        Map<String, Integer> counts = new TreeMap<>(cancelable(order(present, cancellation), cancellation));
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] > 0) {
                counts.merge(column.levels().get(code), byCode[code], Integer::sum);
            }
        }
        return new LinkedHashMap<>(counts);
    }

    /** The same order, with a check for cancellation in every comparison. */
    private static Comparator<String> cancelable(Comparator<String> order, CancellationCheck cancellation) {
        return (a, b) -> {
            cancellation.step();
            return order.compare(a, b);
        };
    }

    private static Comparator<String> order(Collection<String> levels, CancellationCheck cancellation) {
        boolean numbers = levels.stream().allMatch(level -> {
            cancellation.step();
            return isNumber(level);
        });
        if (numbers) {
            return Comparator.comparingDouble(Double::parseDouble).thenComparing(Comparator.naturalOrder());
        }
        return Comparator.naturalOrder();
    }

    /** Whether a level is a number in decimal notation, with or without leading zeros. */
    static boolean isNumber(String level) {
        if (level.isEmpty() || level.length() > 30 || !level.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            return false;
        }
        try {
            return Double.isFinite(Double.parseDouble(level));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Levels with fewer rows than the threshold, and the rarest ones above the limit; a single one is not merged. */
    private static Set<String> grouped(
            Map<String, Integer> counts, double minCount, int maxLevels, CancellationCheck cancellation) {
        List<String> byCount = new ArrayList<>(counts.keySet());
        byCount.sort(cancelable(Comparator.comparingInt(counts::get), cancellation));
        int rare = 0;
        while (rare < byCount.size() && counts.get(byCount.get(rare)) < minCount) {
            rare++;
        }
        if (byCount.size() - rare + (rare > 1 ? 1 : rare) > maxLevels) {
            rare = Math.min(byCount.size(), byCount.size() - maxLevels + 1);
        }
        Set<String> grouped = new TreeSet<>();
        for (int i = 0; i < rare && rare > 1; i++) {
            cancellation.step();
            grouped.add(byCount.get(i));
        }
        return grouped;
    }
}
