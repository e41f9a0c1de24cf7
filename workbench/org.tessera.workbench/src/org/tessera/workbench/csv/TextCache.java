package org.tessera.workbench.csv;

import java.nio.CharBuffer;

/** Keeps recent short texts of a column, so that a category repeated in many rows is one object. Bounded; one thread. */
final class TextCache {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 16;

    private final String[] texts = new String[SLOTS];

    String text(char[] characters, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(characters, from, length);
        }
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + characters[i];
        }
        int slot = (hash ^ hash >>> 10) & SLOTS - 1;
        String known = texts[slot];
        if (known == null || !known.contentEquals(CharBuffer.wrap(characters, from, length))) {
            texts[slot] = new String(characters, from, length);
        }
        return texts[slot];
    }
}
