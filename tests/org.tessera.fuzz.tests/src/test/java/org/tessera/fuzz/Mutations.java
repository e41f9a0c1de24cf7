package org.tessera.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes as damage and malice do. The same seed gives the same changes. */
final class Mutations {

    private static final int MOST_CHANGES = 4;

    /** What readers are known to stumble over. */
    private static final List<byte[]> TOKENS = List.of(
            bytes("2147483647"),
            bytes("-2147483648"),
            bytes("9223372036854775808"),
            bytes("-1"),
            bytes("0"),
            bytes("1e999"),
            bytes("NaN"),
            bytes("null"),
            bytes("[]"),
            bytes("{}"),
            bytes("\"\""),
            bytes("\""),
            bytes("<"),
            bytes("&x;"),
            bytes("<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"),
            bytes("../"),
            bytes("\r\n"),
            bytes("\n"),
            bytes(","),
            bytes("\ufeff"),
            bytes("\ud83d\ude00"),
            new byte[] {0},
            new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f},
            new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
            new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x7f});

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One to four changes of a copy. */
    byte[] mutate(byte[] bytes, byte[] other) {
        byte[] changed = bytes.clone();
        for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
            changed = change(changed, other);
        }
        return changed;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private byte[] change(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(1 << random.nextInt(7)));
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> flip(bytes, at);
            case 2 -> splice(bytes, at, at, token);
            case 3 -> splice(bytes, at, Math.min(bytes.length, at + token.length), token);
            case 4 -> splice(bytes, at, at + length, new byte[0]);
            case 5 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            case 6 -> Arrays.copyOf(bytes, at);
            default -> crossed(bytes, at, other);
        };
    }

    private byte[] flip(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        if (at < bytes.length) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** Goes on with a piece of another input. */
    private byte[] crossed(byte[] bytes, int at, byte[] other) {
        int from = random.nextInt(other.length + 1);
        int to = Math.min(other.length, from + random.nextInt(64));
        return splice(bytes, at, at, Arrays.copyOfRange(other, from, to));
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, from);
        spliced.writeBytes(with);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.toByteArray();
    }
}
