package org.tessera.workbench.csv;

import java.util.Arrays;

/** Keeps recent short texts of a column, so that a category repeated in many rows is one object. Bounded; one thread. */
final class TextCache {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 16;

    private final String[] texts = new String[SLOTS];
    private final char[][] keys = new char[SLOTS][0];

    String text(char[] characters, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(characters, from, length);
        }
        if (length == 0) {
            return "";
        }
        int hash = 31 * (31 * (31 * length + characters[from]) + characters[from + length / 2]) + characters[to - 1];
        int slot = (hash ^ hash >>> 10) & SLOTS - 1;
        if (texts[slot] == null || !Arrays.equals(keys[slot], 0, keys[slot].length, characters, from, to)) {
            keys[slot] = Arrays.copyOfRange(characters, from, to);
            texts[slot] = new String(characters, from, length);
        }
        return texts[slot];
    }
}
