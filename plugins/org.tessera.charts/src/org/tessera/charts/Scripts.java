package org.tessera.charts;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Fonts for the scripts of names: the theme's font where it has a character, otherwise an installed one that has it.
 * Says which characters no font has. The fonts are those installed when the first such character was drawn.
 */
public final class Scripts {

    /** Largest number of characters that a warning lists. */
    private static final int LISTED = 5;

    private static final Set<UnicodeScript> JAPANESE = EnumSet.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
    /** Scripts that the font Noto Sans CJK has, and the languages that users know them by. */
    private static final Map<UnicodeScript, String> EAST_ASIAN = Map.of(
            UnicodeScript.HIRAGANA, "Japanese",
            UnicodeScript.KATAKANA, "Japanese",
            UnicodeScript.HAN, "Chinese or Japanese",
            UnicodeScript.HANGUL, "Korean",
            UnicodeScript.BOPOMOFO, "Chinese");

    private Scripts() {}

    /** The installed fonts, by name, read once and only when a character is missing in the theme's font. */
    private static final class Installed {
        static final List<Font> FONTS =
                List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts());
    }

    /**
     * A font that has a character.
     *
     * @param character a code point
     * @param base the font to prefer
     * @return the font itself, or the first installed one with the character in its size and style, or empty
     */
    static Optional<Font> fontFor(int character, Font base) {
        if (base.canDisplay(character) || isInvisible(character)) {
            return Optional.of(base);
        }
        return Installed.FONTS.stream()
                .filter(font -> font.canDisplay(character))
                .findFirst()
                .map(font -> new Font(font.getFamily(Locale.ROOT), base.getStyle(), 1).deriveFont(base.getSize2D()));
    }

    /** Whether a character has no glyph of its own, such as a line break or a joiner. */
    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || Character.isWhitespace(character);
    }

    /**
     * Says once for all charts which characters of the customers' names no installed font has.
     *
     * @param charts the charts
     * @return the characters, their script and the remedy in a sentence each, or "" if every character can be drawn
     * @throws ChartException if the machine has no font at all
     */
    public static String warning(Collection<? extends ChartSpec> charts) {
        return Charts.drawn(() -> {
            Font base = Theme.of(0, 0).textFont();
            Set<Integer> missing = new TreeSet<>();
            for (ChartSpec chart : charts) {
                chart.names().stream()
                        .flatMapToInt(String::codePoints)
                        .filter(c -> fontFor(c, base).isEmpty())
                        .forEach(missing::add);
            }
            return missing.isEmpty() ? "" : warning(missing);
        });
    }

    /** The warning for code points that no font has. */
    static String warning(Set<Integer> missing) {
        String listed = missing.stream()
                .limit(LISTED)
                .map(c -> "'" + Character.toString(c) + "'")
                .collect(Collectors.joining(", "));
        int more = missing.size() - LISTED;
        Set<UnicodeScript> scripts =
                missing.stream().map(UnicodeScript::of).collect(Collectors.toCollection(TreeSet::new));
        return String.format(
                Locale.ROOT,
                "The charts show empty boxes for %s%s: no font on this machine has %s. Install a font with %s, e.g. %s,"
                        + " and restart KNIME.",
                listed,
                more > 0 ? String.format(Locale.ROOT, " and %,d more characters", more) : "",
                missing.size() == 1 ? "it" : "them",
                languages(scripts),
                fonts(scripts));
    }

    /** The languages of scripts; Chinese characters beside Japanese ones are Japanese. */
    private static String languages(Set<UnicodeScript> scripts) {
        boolean japanese = scripts.stream().anyMatch(JAPANESE::contains);
        return scripts.stream()
                .map(script -> japanese && script == UnicodeScript.HAN ? "Japanese" : language(script))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String language(UnicodeScript script) {
        return EAST_ASIAN.getOrDefault(script, isGeneral(script) ? "these symbols" : name(script));
    }

    /** Fonts that have the scripts. */
    private static String fonts(Set<UnicodeScript> scripts) {
        return scripts.stream()
                .map(script -> {
                    if (EAST_ASIAN.containsKey(script)) {
                        return "Noto Sans CJK";
                    }
                    return isGeneral(script) ? "Noto Sans Symbols or Noto Emoji" : "Noto Sans " + name(script);
                })
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static boolean isGeneral(UnicodeScript script) {
        return script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED || script == UnicodeScript.UNKNOWN;
    }

    /** The name of a script as in the names of fonts, e.g. "Devanagari", "Old Italic". */
    private static String name(UnicodeScript script) {
        return Arrays.stream(script.name().toLowerCase(Locale.ROOT).split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
