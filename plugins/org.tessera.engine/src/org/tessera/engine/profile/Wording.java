package org.tessera.engine.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tessera.engine.data.Quantity;

/** The adjective for more or less of a column, taken from the words in its name. */
enum Wording {
    /** Ages of people. */
    AGE("older", "younger", Set.of("age")),
    /** Times. */
    DURATION(
            "longer",
            "shorter",
            Set.of("seniority", "tenure", "duration", "time", "term", "months", "years", "days", "minutes", "hours")),
    /** Counts. */
    COUNT(
            "more",
            "fewer",
            Set.of("count", "number", "orders", "invoices", "visits", "items", "purchases", "products", "children")),
    /** Dates and times of day; known by what they measure, not by their names. */
    POINT("later", "earlier", Set.of()),
    /** Everything else. */
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

    /** By what the column measures, or else by its name. */
    static Wording of(String column, Quantity quantity) {
        if (quantity.isPoint()) {
            return POINT;
        }
        return quantity == Quantity.DURATION ? DURATION : of(column);
    }

    /** Splits names like "TenureDays", "tenure_days" and "Tenure days" into words; averages and the like come first. */
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

    /** "older (Age 52 vs 37)" or "higher Income (168 vs 141)": the adjective goes with the person or with the column. */
    String phrase(boolean higher, String column, String comparison) {
        String adjective = higher ? more : less;
        return this == AGE
                ? adjective + " (" + column + " " + comparison + ")"
                : adjective + " " + column + " (" + comparison + ")";
    }
}
