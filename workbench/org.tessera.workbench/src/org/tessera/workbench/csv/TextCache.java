package org.tessera.workbench.csv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Keeps recent texts of a column so that a category repeated in many rows is one object. Short texts are compared as two
 * words of eight bytes. Bounded; one thread.
 */
final class TextCache {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 2 * Long.BYTES;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long[] heads = new long[SLOTS];
    private final long[] tails = new long[SLOTS];
    private final int[] lengths = new int[SLOTS];
    private final String[] texts = new String[SLOTS];
    private byte[] wrapped;
    private ByteBuffer words;

    /** The text of some bytes; behind them the buffer has at least seven others. */
    String text(byte[] buffer, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(buffer, from, length, StandardCharsets.UTF_8);
        }
        if (buffer != wrapped) {
            wrapped = buffer;
            words = ByteBuffer.wrap(buffer);
        }
        long head = length == 0 ? 0 : words.getLong(from) & -1L << Math.max(0, Long.BYTES - length) * Byte.SIZE;
        long tail = length <= Long.BYTES ? 0 : words.getLong(to - Long.BYTES);
        int slot = (int) ((head * MIX ^ tail) * MIX >>> Long.SIZE - 10);
        if (heads[slot] != head || tails[slot] != tail || lengths[slot] != length || texts[slot] == null) {
            heads[slot] = head;
            tails[slot] = tail;
            lengths[slot] = length;
            texts[slot] = new String(buffer, from, length, StandardCharsets.UTF_8);
        }
        return texts[slot];
    }
}
