package org.tessera.charts;

import java.awt.Font;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A text in the parts in which it is drawn, from left to right: each in one direction of writing, and in one font, the
 * theme's or, for characters that it lacks, another installed one.
 */
final class TextParts {

    /** Brackets, each beside its counterpart. */
    private static final String BRACKETS = "()[]{}<>\u00AB\u00BB";

    private TextParts() {}

    /**
     * A part of a text.
     *
     * @param text its characters, in the order in which they are read
     * @param font a font that has them
     */
    record Part(String text, Font font) {}

    /**
     * The text as it can be drawn in a line: line breaks and other control characters are spaces, halves of surrogate pairs
     * the replacement character; marks that turn the direction of writing are left out.
     */
    static String clean(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints().filter(c -> !isDirection(c)).forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append(' ');
                case Character.SURROGATE -> clean.append('\uFFFD');
                default -> clean.appendCodePoint((c & 0xFFFE) == 0xFFFE ? 0xFFFD : c);
            }
        });
        return clean.toString();
    }

    /** Whether a character is an embedding, override or isolate. */
    private static boolean isDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** The parts from left to right. */
    static List<Part> of(String text, Font font) {
        char[] characters = text.toCharArray();
        if (!Bidi.requiresBidi(characters, 0, characters.length)) {
            return ofFonts(text, font);
        }
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] order = new Integer[runs];
        for (int r = 0; r < runs; r++) {
            levels[r] = (byte) bidi.getRunLevel(r);
            order[r] = r;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        List<Part> parts = new ArrayList<>();
        for (int r : order) {
            String run = text.substring(bidi.getRunStart(r), bidi.getRunLimit(r));
            parts.addAll(bidi.getRunLevel(r) % 2 == 0 ? ofFonts(run, font) : leftward(run, font));
        }
        return parts;
    }

    /**
     * The parts of a text that is read from right to left. Spaces and brackets at its ends, which would be placed and turned
     * otherwise on their own, are parts of their own in the order in which they are seen.
     */
    private static List<Part> leftward(String text, Font font) {
        int start = 0;
        int end = text.length();
        while (start < end && !isLeftward(text.charAt(start))) {
            start++;
        }
        while (end > start && !isLeftward(text.charAt(end - 1))) {
            end--;
        }
        List<Part> parts = new ArrayList<>(ofFonts(seen(text.substring(end)), font));
        List<Part> middle = new ArrayList<>(ofFonts(text.substring(start, end), font));
        Collections.reverse(middle);
        parts.addAll(middle);
        parts.addAll(ofFonts(seen(text.substring(0, start)), font));
        parts.removeIf(part -> part.text().isEmpty());
        return parts;
    }

    private static boolean isLeftward(char c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_NONSPACING_MARK
                || Character.isSurrogate(c);
    }

    /** Characters without a direction, from right to left: reversed, with brackets turned. */
    private static String seen(String text) {
        StringBuilder seen = new StringBuilder();
        for (int i = text.length() - 1; i >= 0; i--) {
            int bracket = BRACKETS.indexOf(text.charAt(i));
            seen.append(bracket < 0 ? text.charAt(i) : BRACKETS.charAt(bracket ^ 1));
        }
        return seen.toString();
    }

    /** The parts that the font has, and between them those that only another installed font has. */
    private static List<Part> ofFonts(String text, Font font) {
        if (font.canDisplayUpTo(text) < 0) {
            return List.of(new Part(text, font));
        }
        List<Part> parts = new ArrayList<>();
        int start = 0;
        Font current = font;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            Font next = Scripts.fontFor(text.codePointAt(i), font).orElse(font);
            if (!next.equals(current) && i > start) {
                parts.add(new Part(text.substring(start, i), current));
                start = i;
            }
            current = next;
        }
        parts.add(new Part(text.substring(start), current));
        return parts;
    }
}
