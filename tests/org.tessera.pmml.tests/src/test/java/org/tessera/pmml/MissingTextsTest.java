package org.tessera.pmml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.reading.TextPattern;

class MissingTextsTest {

    private static final Pattern PATTERN = Pattern.compile(MissingTexts.pattern(Preparation.missingTexts()));

    private static void assertSame(String text) {
        assertEquals(TextPattern.isMissing(text), PATTERN.matcher(text).find(), text);
    }

    @Test
    void every_text_for_missing_ones_in_all_its_forms() {
        for (String text : Preparation.missingTexts()) {
            String wide = text.chars()
                    .map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            for (String form :
                    new String[] {text, text.toUpperCase(Locale.ROOT), wide, " \t" + text + "\u3000\uFEFF\n"}) {
                assertEquals(true, TextPattern.isMissing(form), form);
                assertSame(form);
                assertSame(form + "x");
                assertSame("1" + form);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "no", "N A", "n/", "Naples", "[na]", "n.a.b", "\u0085", "\u0085-", "a-", "-\u0000", "()", "\\"
            })
    void other_texts(String text) {
        assertSame(text);
    }
}
