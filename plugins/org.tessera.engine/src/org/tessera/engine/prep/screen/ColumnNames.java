package org.tessera.engine.prep.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a column says about it: that it is a key, a measure, a count or a total. English and German words. */
final class ColumnNames {

    /** Between words: signs, a capital after a small letter or before the last one of capitals, letters beside digits. */
    private static final Pattern BORDERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})"
            + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    private static final Set<String> KEYS = Set.of(
            "id",
            "ids",
            "uuid",
            "guid",
            "key",
            "code",
            "no",
            "nr",
            "nummer",
            "zip",
            "zipcode",
            "postcode",
            "plz",
            "phone",
            "telephone",
            "telefon",
            "fax",
            "ssn",
            "iban",
            "ean",
            "barcode");
    private static final Set<String> WEAK_KEYS = Set.of("number", "num", "#");
    private static final Set<String> OWNERS =
            Set.of("customer", "client", "account", "user", "member", "kunde", "konto");
    private static final Pattern COMPOUND = Pattern.compile(
            "(?:client|customer|cust|account|acct|card|member|user|contact|order|invoice|policy|contract|person|employee"
                    + "|emp|student|patient|household|visitor|session|product|item|store|shop|kunden|konto|vertrags?"
                    + "|rechnungs?|artikel|phone|telefon)(?:id|no|nr|num|number|nummer|key|code)");
    private static final Set<String> MEASURES = Set.of(
            "income",
            "revenue",
            "sales",
            "turnover",
            "amount",
            "price",
            "balance",
            "salary",
            "wage",
            "spend",
            "spent",
            "spending",
            "cost",
            "costs",
            "value",
            "total",
            "sum",
            "limit",
            "debt",
            "assets",
            "expenses",
            "profit",
            "margin",
            "distance",
            "area",
            "population",
            "score",
            "points",
            "time",
            "duration",
            "seconds",
            "minutes",
            "cents",
            "eur",
            "usd",
            "euro",
            "umsatz",
            "einkommen",
            "gehalt",
            "betrag",
            "preis",
            "kosten",
            "saldo",
            "wert",
            "summe",
            "dauer");
    private static final Set<String> COUNTS = Set.of(
            "count",
            "counts",
            "number",
            "num",
            "age",
            "years",
            "months",
            "days",
            "weeks",
            "hours",
            "quantity",
            "qty",
            "orders",
            "visits",
            "purchases",
            "items",
            "children",
            "kids",
            "dependents",
            "anzahl",
            "alter",
            "jahre",
            "monate",
            "tage",
            "rating",
            "score",
            "stars",
            "size");
    private static final Set<String> TOTALS =
            Set.of("total", "totals", "sum", "overall", "all", "gesamt", "insgesamt", "summe", "subtotal");

    private ColumnNames() {}

    /** Whether the last word says that the values are keys, such as "CustomerID", "zip" or "Account number". */
    static boolean isKey(String name) {
        List<String> words = words(name);
        String last = last(words);
        boolean compound = COMPOUND.matcher(last).matches()
                || (words.size() > 1
                        && COMPOUND.matcher(words.get(words.size() - 2) + words.get(words.size() - 1))
                                .matches());
        return KEYS.contains(last) || compound;
    }

    /** Whether the name may be that of keys, if the values look so: "Seat number", "customer". */
    static boolean mayBeKey(String name) {
        List<String> words = words(name);
        boolean alone = words.size() == 1 && OWNERS.contains(last(words));
        return alone || (WEAK_KEYS.contains(last(words)) && !isMeasure(name));
    }

    /** Whether a word of the name is that of an amount or another measure. */
    static boolean isMeasure(String name) {
        return words(name).stream().anyMatch(MEASURES::contains);
    }

    /** Whether a word of the name is that of a count, a length of time or a grade. */
    static boolean isCount(String name) {
        return words(name).stream().anyMatch(COUNTS::contains);
    }

    /** Whether a word of the name is that of a total. */
    static boolean isTotal(String name) {
        return words(name).stream().anyMatch(TOTALS::contains);
    }

    private static String last(List<String> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            if (!words.get(i).chars().allMatch(Character::isDigit)) {
                return words.get(i);
            }
        }
        return "";
    }

    private static List<String> words(String name) {
        return Arrays.stream(BORDERS.split(name))
                .map(w -> w.toLowerCase(Locale.ROOT))
                .toList();
    }
}
