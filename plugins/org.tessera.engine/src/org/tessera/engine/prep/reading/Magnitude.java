package org.tessera.engine.prep.reading;

import java.util.Optional;
import org.tessera.engine.prep.reading.NumberText.Style;

/**
 * Thousands, millions or billions behind a number: "k", "M", "bn", "Mio.", before a currency or not. "M" and "B" may
 * stand for anything else where neither a currency nor thousands are written.
 */
enum Magnitude {
    THOUSAND(3, Style.THOUSANDS, "k", "K", "Tsd.", "Tsd"),
    MILLION(6, Style.DECORATED, "million", "Million", "Millionen", "Mio.", "Mio", "mio", "mln", "mn"),
    BILLION(9, Style.DECORATED, "billion", "Milliarden", "Mrd.", "Mrd", "mrd", "bn"),
    MILLION_LETTER(6, Style.LETTER, "M", "m"),
    BILLION_LETTER(9, Style.LETTER, "B", "b");

    /** A magnitude and the currency behind it. */
    record Suffix(Magnitude magnitude, String currency) {}

    /** First letters of the names. */
    private static final String INITIALS = "kKTmMbB";

    private static final int MAX_LENGTH = 16;

    private final int exponent;
    private final Style style;
    private final String[] names;

    Magnitude(int exponent, Style style, String... names) {
        this.exponent = exponent;
        this.style = style;
        this.names = names;
    }

    /** The power of ten that it stands for. */
    int exponent() {
        return exponent;
    }

    /** How sure it is. */
    Style style() {
        return style;
    }

    /**
     * What stands behind a number, at least one sign, as a magnitude with or without a currency; empty if it is something
     * else.
     */
    static Optional<Suffix> suffix(String text, boolean hasCurrency) {
        if (text.length() > MAX_LENGTH || INITIALS.indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        for (Magnitude magnitude : values()) {
            for (String name : magnitude.names) {
                String rest = text.startsWith(name) ? PlainText.of(text.substring(name.length())) : "-";
                if (rest.isEmpty() || (!hasCurrency && Units.isCurrency(rest))) {
                    return Optional.of(new Suffix(magnitude, rest));
                }
            }
        }
        return Optional.empty();
    }
}
