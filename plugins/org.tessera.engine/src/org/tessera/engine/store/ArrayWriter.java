package org.tessera.engine.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.run.RunContext;

/**
 * Collects named arrays, then writes an index of names, types and lengths as JSON and the elements in little-endian.
 */
final class ArrayWriter {

    /** Elements written at once. */
    private static final int CHUNK = 1 << 13;

    private final JsonArray index = new JsonArray();
    private final List<Object> arrays = new ArrayList<>();

    void add(String name, double[] values) {
        add(name, "double", values.length, values);
    }

    void add(String name, int[] values) {
        add(name, "int", values.length, values);
    }

    private void add(String name, String type, int length, Object values) {
        JsonObject entry = new JsonObject();
        entry.addProperty("name", name);
        entry.addProperty("type", type);
        entry.addProperty("length", length);
        index.add(entry);
        arrays.add(values);
    }

    /** Name, type and length of each array, in the order in which they are written. */
    JsonArray index() {
        return index;
    }

    /** Writes the elements of all arrays, one array after the other. */
    void writeTo(OutputStream out, RunContext run) throws IOException {
        for (Object array : arrays) {
            int length = array instanceof double[] d ? d.length : ((int[]) array).length;
            for (int from = 0; from < length; from += CHUNK) {
                run.checkCanceled();
                int to = Math.min(length, from + CHUNK);
                ByteBuffer buffer = ByteBuffer.allocate((to - from) * 8).order(ByteOrder.LITTLE_ENDIAN);
                if (array instanceof double[] d) {
                    buffer.asDoubleBuffer().put(d, from, to - from);
                    out.write(buffer.array());
                } else {
                    buffer.asIntBuffer().put((int[]) array, from, to - from);
                    out.write(buffer.array(), 0, (to - from) * 4);
                }
            }
        }
    }
}
