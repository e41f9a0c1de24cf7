package org.tessera.engine.prep.reading;

import java.util.Set;

/**
 * Units beside a number: percent, a currency sign ("$", "€", "US$") or a currency code ("EUR", "kr"). A unit is kept as
 * it is written; "$" and "USD" are different units.
 */
final class Units {

    static final String NONE = "";
    static final String PERCENT = "%";

    private static final int MAX_LENGTH = 4;

    private static final Set<String> CODES = Set.of(
            "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP",
            "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KRW", "KWD", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD",
            "PEN", "PHP", "PKR", "PLN", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD",
            "VND", "ZAR", "Euro", "euro", "Fr.", "SFr.", "kr", "kr.", "Kr", "Kr.", "z\u0142", "K\u010d", "Ft", "Rs",
            "Rs.", "RM", "lei");

    private Units() {}

    /** Whether a text is a unit, or {@link #NONE}. */
    static boolean isUnit(String text) {
        if (text.isEmpty() || text.equals(PERCENT) || CODES.contains(text)) {
            return true;
        }
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        int last = text.length() - 1;
        for (int i = 0; i < last; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return Character.getType(text.charAt(last)) == Character.CURRENCY_SYMBOL;
    }
}
