package org.tessera.engine.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tessera.engine.data.Quantity;

/** The comparative adjectives for a column, chosen by its quantity or by words in its name. */
enum Wording {
    /** Ages of people. */
    AGE("older", "younger", Set.of("age")),
    /** Durations. */
    DURATION(
            "longer",
            "shorter",
            Set.of("seniority", "tenure", "duration", "time", "term", "months", "years", "days", "minutes", "hours")),
    /** Counts. */
    COUNT(
            "more",
            "fewer",
            Set.of("count", "number", "orders", "invoices", "visits", "items", "purchases", "products", "children")),
    /** Dates and times of day; chosen by the quantity, not by the name. */
    POINT_IN_TIME("later", "earlier", Set.of()),
    /** Default for all other columns. */
    AMOUNT(
            "higher",
            "lower",
            Set.of(
                    "avg", "average", "mean", "per", "rate", "share", "ratio", "value", "price", "sum", "total",
                    "recency"));

    private final String more;
    private final String less;
    private final Set<String> words;

    Wording(String more, String less, Set<String> words) {
        this.more = more;
        this.less = less;
        this.words = words;
    }

    /** The wording for a column by its quantity, or by its name for plain numbers. */
    static Wording of(String column, Quantity quantity) {
        if (quantity.isPointInTime()) {
            return POINT_IN_TIME;
        }
        return quantity == Quantity.DURATION ? DURATION : of(column);
    }

    /**
     * The wording by name, split into words at case changes and non-letters, as in "TenureDays" and "tenure_days";
     * words for averages and ratios take precedence over all others.
     */
    static Wording of(String column) {
        String spaced = column.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        List<String> parts = List.of(spaced.toLowerCase(Locale.ROOT).split("[^a-z]+"));
        for (Wording wording : List.of(AMOUNT, AGE, DURATION, COUNT)) {
            if (parts.stream().anyMatch(wording.words::contains)) {
                return wording;
            }
        }
        return AMOUNT;
    }

    /**
     * A phrase such as "older (Age 52 vs 37)", where the adjective describes the customer, or "higher Income (168 vs
     * 141)".
     */
    String phrase(boolean higher, String column, String comparison) {
        String adjective = higher ? more : less;
        return this == AGE
                ? adjective + " (" + column + " " + comparison + ")"
                : adjective + " " + column + " (" + comparison + ")";
    }
}
