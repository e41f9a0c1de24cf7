package org.tessera.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.run.RunContext;

/**
 * Reads the arrays of an {@link ArrayWriter}. Memory is allocated as bytes arrive, so that a file that declares more
 * elements than it holds is rejected before memory is allocated for them.
 */
final class ArrayReader {

    /** Elements read at once. */
    private static final int CHUNK = 1 << 13;

    private final Map<String, Object> arrays = new HashMap<>();

    /** Reads the arrays that an index lists, in its order. */
    static ArrayReader read(List<Fields> index, InputStream in, RunContext run) throws IOException {
        ArrayReader reader = new ArrayReader();
        for (Fields entry : index) {
            String name = entry.text("name");
            int length = entry.count("length");
            boolean doubles = "double".equals(entry.text("type"));
            Object array = doubles ? readDoubles(name, length, in, run) : readInts(name, length, in, run);
            reader.arrays.put(name, array);
        }
        return reader;
    }

    private static double[] readDoubles(String name, int length, InputStream in, RunContext run) throws IOException {
        double[] values = new double[Math.min(length, CHUNK)];
        for (int from = 0; from < length; from += CHUNK) {
            run.checkCanceled();
            int to = Math.min(length, from + CHUNK);
            values = to <= values.length ? values : Arrays.copyOf(values, Math.min(length, 2 * values.length));
            chunk(name, (to - from) * 8, in).asDoubleBuffer().get(values, from, to - from);
        }
        return values.length == length ? values : Arrays.copyOf(values, length);
    }

    private static int[] readInts(String name, int length, InputStream in, RunContext run) throws IOException {
        int[] values = new int[Math.min(length, CHUNK)];
        for (int from = 0; from < length; from += CHUNK) {
            run.checkCanceled();
            int to = Math.min(length, from + CHUNK);
            values = to <= values.length ? values : Arrays.copyOf(values, Math.min(length, 2 * values.length));
            chunk(name, (to - from) * 4, in).asIntBuffer().get(values, from, to - from);
        }
        return values.length == length ? values : Arrays.copyOf(values, length);
    }

    private static ByteBuffer chunk(String name, int bytes, InputStream in) throws IOException {
        byte[] chunk = in.readNBytes(bytes);
        if (chunk.length < bytes) {
            throw new IOException("Stored model is truncated: array '" + name + "' ends too early.");
        }
        return ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether there is an array with a name. */
    boolean has(String name) {
        return arrays.containsKey(name);
    }

    /** The array of doubles with a name. */
    double[] doubles(String name) throws IOException {
        if (arrays.get(name) instanceof double[] values) {
            return values;
        }
        throw new IOException("Stored model is damaged: it has no array '" + name + "' of doubles.");
    }

    /** The array of whole numbers with a name. */
    int[] ints(String name) throws IOException {
        if (arrays.get(name) instanceof int[] values) {
            return values;
        }
        throw new IOException("Stored model is damaged: it has no array '" + name + "' of whole numbers.");
    }
}
