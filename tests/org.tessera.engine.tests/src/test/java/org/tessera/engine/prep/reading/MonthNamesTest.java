package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of months. Oracle: the names of Unicode CLDR in JDK 17. */
class MonthNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "en-GB", "de-DE", "de-AT", "fr-FR", "fr-CA", "es-ES", "it-IT", "pt-BR", "nl-NL"})
    void every_name_of_a_language_is_known(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (Month month : Month.values()) {
            for (TextStyle style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE}) {
                String name = month.getDisplayName(style, locale).replace(".", "");
                assertEquals(month.getValue(), MonthNames.month(name), language + " " + name);
                assertEquals(month.getValue(), MonthNames.month(name.toUpperCase(locale)), language + " " + name);
            }
        }
    }

    @Test
    void accents_may_be_decomposed_or_missing() {
        for (String march : new String[] {"M\u00e4rz", "Ma\u0308rz", "Marz", "MAERZ", "mar\u00e7o", "marc\u0327o"}) {
            assertEquals(3, MonthNames.month(march), march);
        }
    }

    @Test
    void other_words_are_no_months() {
        for (String word : new String[] {"", "ma", "Marx", "Juneau", "Decent", "XII", "Q1", "Mon", "marathon"}) {
            assertEquals(0, MonthNames.month(word), word);
        }
    }

    @Test
    void the_locale_of_the_machine_does_not_matter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertEquals(4, MonthNames.month("APRIL"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void days_of_the_week_are_known_in_full_and_short() {
        assertTrue(MonthNames.isDayOfWeek("Friday"));
        assertTrue(MonthNames.isDayOfWeek("FRI"));
        assertFalse(MonthNames.isDayOfWeek("Frida"));
        assertFalse(MonthNames.isDayOfWeek(""));
    }
}
