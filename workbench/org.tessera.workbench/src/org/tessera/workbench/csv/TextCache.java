package org.tessera.workbench.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps recent texts of a column so that a category repeated in many rows is one object. Bounded; one thread. */
final class TextCache {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 64;

    private final byte[][] keys = new byte[SLOTS][];
    private final String[] texts = new String[SLOTS];

    String text(byte[] buffer, int from, int to) {
        if (to - from > LONGEST) {
            return new String(buffer, from, to - from, StandardCharsets.UTF_8);
        }
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        byte[] key = keys[slot];
        if (key == null || !Arrays.equals(key, 0, key.length, buffer, from, to)) {
            keys[slot] = Arrays.copyOfRange(buffer, from, to);
            texts[slot] = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        }
        return texts[slot];
    }
}
