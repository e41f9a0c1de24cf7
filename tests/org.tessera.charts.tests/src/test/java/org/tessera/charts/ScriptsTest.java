package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.profile.SegmentedRows;

class ScriptsTest {

    /** A character for private use, which no font of a usual machine has. */
    private static final String NOWHERE = "\uF4F3";

    private static Set<Integer> characters(String text) {
        return text.codePoints().boxed().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Histograms.Spec named(String column, String... categories) {
        CustomerTable table =
                new CustomerTable(categories.length, List.of(CategoryColumn.of(column, List.of(categories))));
        SegmentedRows rows = SegmentedRows.all(Labels.of(new int[categories.length]));
        return Histograms.spec(table, rows, List.of(column), Samples.RUN);
    }

    @Test
    void japanese_is_named_with_a_font_that_has_it() {
        assertEquals(
                "The charts show empty boxes for '東', '京', 'タ': no font on this machine has them. Install a font with"
                        + " Japanese, e.g. Noto Sans CJK, and restart KNIME.",
                Scripts.warning(characters("東京タ")));
    }

    @Test
    void chinese_korean_and_other_scripts_are_named_with_their_fonts() {
        assertTrue(Scripts.warning(characters("东")).contains("has it. Install a font with Chinese or Japanese, e.g."));
        assertTrue(Scripts.warning(characters("서울")).contains("with Korean, e.g. Noto Sans CJK,"));
        assertTrue(Scripts.warning(characters("दि")).contains("with Devanagari, e.g. Noto Sans Devanagari,"));
        assertTrue(Scripts.warning(characters("서ก"))
                .contains("with Thai and Korean, e.g. Noto Sans Thai and Noto Sans CJK,"));
        assertTrue(Scripts.warning(characters("🙂"))
                .contains("with these symbols, e.g. Noto Sans Symbols or Noto Emoji,"));
    }

    @Test
    void many_characters_are_counted() {
        String warning = Scripts.warning(characters("一二三四五六七八"));
        assertTrue(
                warning.startsWith("The charts show empty boxes for '一', '二', '三', '四', '五' and 3 more characters:"));
    }

    @Test
    void names_of_columns_and_categories_are_checked_once_for_all_charts() {
        ChartSpec category = named("Home", "own", NOWHERE);
        ChartSpec column = named("Home" + NOWHERE, "own");
        String warning = Scripts.warning(List.of(category, column));
        assertTrue(warning.startsWith("The charts show empty boxes for '" + NOWHERE + "': no font"), warning);
        assertEquals(1, warning.split(NOWHERE, -1).length - 1);
        assertFalse(Scripts.warning(List.of(column)).isEmpty());
        ChartSpec known = named("Größe – Ελλάδα", "Überweisung", "line\nbreak");
        assertEquals("", Scripts.warning(List.of(known)));
    }

    @Test
    void the_theme_s_font_is_kept_for_what_it_has_and_for_what_none_has() {
        Font base = Theme.of(800, 600).textFont();
        assertEquals(Optional.of(base), Scripts.fontFor('a', base));
        assertEquals(Optional.empty(), Scripts.fontFor(NOWHERE.codePointAt(0), base));
        assertTrue(Charts.svg(named(NOWHERE, "own"), 400, 300, Samples.RUN).contains(NOWHERE));
    }

    /** DejaVu Sans Mono lacks Hebrew, which DejaVu Sans has; elsewhere the fonts of the machine decide. */
    @Test
    void another_installed_font_is_taken_in_the_same_size_and_style() {
        Font mono = new Font("DejaVu Sans Mono", Font.BOLD, 17);
        int alef = 0x5D0;
        Optional<Font> taken = Scripts.fontFor(alef, mono);
        if (!mono.getFamily().equals("DejaVu Sans Mono") || mono.canDisplay(alef) || taken.isEmpty()) {
            Assumptions.abort("needs DejaVu Sans Mono and a font with Hebrew");
        }
        assertTrue(taken.get().canDisplay(alef));
        assertEquals(17, taken.get().getSize());
        assertEquals(Font.BOLD, taken.get().getStyle());
    }
}
