package org.tessera.engine.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tessera.engine.data.Quantity;

/**
 * The adjectives for a column: one pair for all numbers, another where that would be wrong English: dates
 * and durations by their quantity, counts by a word in the name of a column of whole numbers.
 */
enum Wording {
    /** Numbers. */
    AMOUNT("higher", "lower", "high", "low"),
    /** Whole numbers of things. */
    COUNT("more", "fewer", "many", "few"),
    /** Durations. */
    DURATION("longer", "shorter", "long", "short"),
    /** Dates and times of day. */
    POINT_IN_TIME("later", "earlier", "late", "early");

    private static final Set<String> COUNTS =
            Set.of("count", "number", "orders", "invoices", "visits", "items", "purchases", "products", "children");

    /** Words of averages and ratios of counts, which are amounts. */
    private static final Set<String> RATIOS =
            Set.of("avg", "average", "mean", "per", "rate", "share", "ratio", "value", "price", "sum", "total", "days");

    private final String more;
    private final String less;
    private final String much;
    private final String little;

    Wording(String more, String less, String much, String little) {
        this.more = more;
        this.less = less;
        this.much = much;
        this.little = little;
    }

    /** The wording for a column. */
    static Wording of(String column, Quantity quantity) {
        if (quantity.isPointInTime()) {
            return POINT_IN_TIME;
        }
        if (quantity == Quantity.DURATION) {
            return DURATION;
        }
        return isCount(column) ? COUNT : AMOUNT;
    }

    /** Whether a name has the word of a count, split at case changes and non-letters as in "NumberOfItems". */
    private static boolean isCount(String column) {
        String spaced = column.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        List<String> words = List.of(spaced.toLowerCase(Locale.ROOT).split("[^a-z]+"));
        return words.stream().anyMatch(COUNTS::contains) && words.stream().noneMatch(RATIOS::contains);
    }

    /** The adjective in a name, such as "high". */
    String adjective(boolean high) {
        return high ? much : little;
    }

    /** The comparative alone. */
    String of(boolean higher) {
        return higher ? more : less;
    }

    /** A phrase such as "higher Income (168 vs 141)". */
    String phrase(boolean higher, String column, String comparison) {
        return of(higher) + " " + column + " (" + comparison + ")";
    }
}
