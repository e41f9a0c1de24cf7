package org.tessera.workbench.kernel.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An immutable run of texts; a null text is read back as an empty one or as any other. */
abstract class StringChunk {

    abstract String get(int offset);

    // Gives the code of a text in the column's dictionary, or -1 if it is stored otherwise.
    int code(int offset) {
        return -1;
    }

    // Stores texts by their codes in a dictionary, or null if it has no room for all of them.
    static StringChunk coded(String[] values, int count, StringDictionary dictionary) {
        int[] codes = new int[count];
        int largest = 0;
        for (int i = 0; i < count; i++) {
            codes[i] = values[i] == null ? 0 : dictionary.code(values[i]);
            if (codes[i] < 0) {
                return null;
            }
            largest = Math.max(largest, codes[i]);
        }
        return largest <= Byte.MAX_VALUE ? new ByteCodes(codes, dictionary) : new ShortCodes(codes, dictionary);
    }

    // Stores texts one by one as UTF-8, or as they are if UTF-8 would not bring them back.
    static StringChunk plain(String[] values, int count) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        byte[] bytes = new byte[count * 8];
        int[] ends = new int[count];
        int end = 0;
        try {
            for (int i = 0; i < count; i++) {
                ByteBuffer encoded = encoder.encode(CharBuffer.wrap(values[i] == null ? "" : values[i]));
                int length = encoded.remaining();
                if (bytes.length - end < length) {
                    bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(end + length, bytes.length), bytes.length / 2));
                }
                encoded.get(bytes, end, length);
                end += length;
                ends[i] = end;
            }
        } catch (CharacterCodingException e) {
            return new AsTheyAre(Arrays.copyOf(values, count)); // a lone surrogate somewhere
        }
        return new Utf8(Arrays.copyOf(bytes, end), ends);
    }

    private static final class ByteCodes extends StringChunk {

        private final byte[] codes;
        private final StringDictionary dictionary;

        ByteCodes(int[] codes, StringDictionary dictionary) {
            this.codes = new byte[codes.length];
            for (int i = 0; i < codes.length; i++) {
                this.codes[i] = (byte) codes[i];
            }
            this.dictionary = dictionary;
        }

        @Override
        String get(int offset) {
            return dictionary.value(codes[offset]);
        }

        @Override
        int code(int offset) {
            return codes[offset];
        }
    }

    private static final class ShortCodes extends StringChunk {

        private final short[] codes;
        private final StringDictionary dictionary;

        ShortCodes(int[] codes, StringDictionary dictionary) {
            this.codes = new short[codes.length];
            for (int i = 0; i < codes.length; i++) {
                this.codes[i] = (short) codes[i];
            }
            this.dictionary = dictionary;
        }

        @Override
        String get(int offset) {
            return dictionary.value(codes[offset]);
        }

        @Override
        int code(int offset) {
            return codes[offset];
        }
    }

    private static final class Utf8 extends StringChunk {

        private final byte[] bytes;
        private final int[] ends;

        Utf8(byte[] bytes, int[] ends) {
            this.bytes = bytes;
            this.ends = ends;
        }

        @Override
        String get(int offset) {
            int start = offset == 0 ? 0 : ends[offset - 1];
            return new String(bytes, start, ends[offset] - start, StandardCharsets.UTF_8);
        }
    }

    private static final class AsTheyAre extends StringChunk {

        private final String[] values;

        AsTheyAre(String[] values) {
            this.values = values;
        }

        @Override
        String get(int offset) {
            return values[offset];
        }
    }
}
