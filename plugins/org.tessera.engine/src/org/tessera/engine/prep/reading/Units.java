package org.tessera.engine.prep.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Units beside a number: percent, a currency sign ("$", "€", "US$") or a currency code ("EUR", "kr"), and behind it a
 * measure ("kg", "years"). A currency is kept as it is written; "$" and "USD" are different units. A measure is kept by
 * the first of its names; "kg" and "g" are different units, "year" and "years" are not.
 */
final class Units {

    static final String NONE = "";
    static final String PERCENT = "%";

    private static final int MAX_CURRENCY_LENGTH = 4;
    private static final int MAX_MEASURE_LENGTH = 9;

    private static final Set<String> CODES = Set.of(
            "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP",
            "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KRW", "KWD", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD",
            "PEN", "PHP", "PKR", "PLN", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD",
            "VND", "ZAR", "Euro", "euro", "Fr.", "SFr.", "kr", "kr.", "Kr", "Kr.", "z\u0142", "K\u010d", "Ft", "Rs",
            "Rs.", "RM", "lei");

    /** Names of the same measure, separated by blanks; single letters and their case are as in the SI. */
    private static final String[] MEASURES = {
        "% percent pct prozent",
        "year years yr yrs yr. yrs.",
        "month months mo mos mth mths mos.",
        "week weeks wk wks",
        "day days",
        "h hour hours hr hrs hr.",
        "min mins minute minutes min. Minuten",
        "sec secs second seconds",
        "Jahr Jahre Jahren",
        "Monat Monate Monaten",
        "Woche Wochen",
        "Tag Tage Tagen",
        "Stunde Stunden Std Std.",
        "an ans",
        "mois",
        "semaine semaines",
        "jour jours",
        "a\u00f1o a\u00f1os",
        "mes meses",
        "d\u00eda d\u00edas",
        "anno anni",
        "mese mesi",
        "giorno giorni",
        "ano anos",
        "m\u00eas",
        "jaar jaren",
        "maand maanden",
        "kg kgs",
        "g",
        "lb lbs lbs.",
        "oz",
        "km kms",
        "m",
        "cm",
        "mm",
        "mile miles mi",
        "ft feet",
        "m\u00b2 sqm qm",
        "sqft sq.ft. ft\u00b2",
        "l",
        "ml",
        "cc ccm",
        "kW",
        "kWh",
        "bhp",
        "hp PS",
        "kmpl",
        "mAh",
        "kcal",
        "ha",
        "acre acres",
        "inch inches",
        "km/h kmh kph",
        "mph",
        "kbps",
        "Mbps",
        "KB",
        "MB",
        "GB",
        "TB",
        "points pts point pt",
        "pcs pc pieces piece",
        "St\u00fcck Stk Stk.",
        "star stars",
        "item items",
        "order orders",
        "visit visits",
        "time times",
        "night nights",
        "person persons people Personen",
        "child children",
        "room rooms Zimmer",
        "bedroom bedrooms bed beds",
        "bath baths bathroom bathrooms"
    };

    private static final Map<String, String> MEASURE_OF = measures();

    private Units() {}

    private static Map<String, String> measures() {
        Map<String, String> names = new HashMap<>();
        for (String measure : MEASURES) {
            String[] same = measure.split(" ");
            for (String name : same) {
                names.putIfAbsent(key(name), same[0]);
            }
        }
        return names;
    }

    /** Case does not matter, except for single letters. */
    private static String key(String name) {
        return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT);
    }

    /** Whether a text is a unit as it is kept, or {@link #NONE}. */
    static boolean isUnit(String text) {
        return text.isEmpty() || isCurrency(text) || measure(text).equals(text);
    }

    /** The name by which a measure or percent is kept, {@link #NONE} for any other text. */
    static String measure(String text) {
        return text.length() > MAX_MEASURE_LENGTH ? NONE : MEASURE_OF.getOrDefault(key(text), NONE);
    }

    /** Whether a text is the sign or code of a currency. */
    static boolean isCurrency(String text) {
        if (text.isEmpty() || text.length() > MAX_CURRENCY_LENGTH) {
            return false;
        }
        int last = text.length() - 1;
        for (int i = 0; i < last; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return CODES.contains(text);
            }
        }
        return Character.getType(text.charAt(last)) == Character.CURRENCY_SYMBOL || CODES.contains(text);
    }
}
