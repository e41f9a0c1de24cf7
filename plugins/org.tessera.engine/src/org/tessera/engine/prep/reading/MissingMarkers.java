package org.tessera.engine.prep.reading;

import java.util.Locale;
import java.util.Set;

/** Texts that stand for a missing value, such as "N/A" or "-", in any case and with blanks around. */
final class MissingMarkers {

    private static final int MAX_LENGTH = 19;

    private static final Set<String> MARKERS = Set.of(
            "",
            "-",
            "--",
            "---",
            "\u2013",
            "\u2014",
            "\u2212",
            ".",
            "..",
            "...",
            "\u2026",
            "?",
            "??",
            "*",
            "/",
            "n/a",
            "na",
            "n.a.",
            "n.a",
            "<na>",
            "#n/a",
            "#na",
            "#n/a n/a",
            "nan",
            "-nan",
            "null",
            "(null)",
            "<null>",
            "\\n",
            "none",
            "nil",
            "nd",
            "n.d.",
            "n/d",
            "missing",
            "(missing)",
            "<missing>",
            "unknown",
            "(unknown)",
            "(empty)",
            "empty",
            "blank",
            "(blank)",
            "unspecified",
            "undefined",
            "not available",
            "not applicable",
            "not given",
            "no data",
            "no answer",
            "k.a.",
            "k. a.",
            "keine angabe",
            "unbekannt",
            "fehlt",
            "inconnu",
            "desconocido",
            "sconosciuto",
            "#value!",
            "#ref!",
            "#num!",
            "#null!",
            "#div/0!",
            "#name?",
            "0000-00-00",
            "0000-00-00 00:00:00");

    private MissingMarkers() {}

    /** All of them, in lower case. */
    static Set<String> all() {
        return MARKERS;
    }

    /** Whether a text without blanks around it stands for a missing value. */
    static boolean contains(String text) {
        return text.length() <= MAX_LENGTH && MARKERS.contains(text.toLowerCase(Locale.ROOT));
    }
}
