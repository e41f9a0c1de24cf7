package org.tessera.knime.port;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tessera.engine.store.ModelStore;

/** Lists of texts as a zip entry: the version, then for each list its size and its texts in UTF-8 with their lengths. */
final class SpecText {

    private static final String ENTRY = "spec.bin";
    private static final int VERSION = 1;
    private static final int MAX_BYTES = 64 << 20;

    private SpecText() {}

    static void write(ZipOutputStream zip, List<List<String>> lists) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            for (List<String> list : lists) {
                out.writeInt(list.size());
                for (String text : list) {
                    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(utf8.length);
                    out.write(utf8);
                }
            }
        }
        zip.putNextEntry(ModelStore.entry(ENTRY));
        zip.write(bytes.toByteArray());
        zip.closeEntry();
        zip.flush();
    }

    /** Reads all lists, at least a minimum number; later versions may have written further ones. */
    static List<List<String>> read(ZipInputStream zip, int min) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !ENTRY.equals(entry.getName())) {
            throw new IOException("Stored spec is damaged: entry '" + ENTRY + "' is absent.");
        }
        byte[] bytes = zip.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("Stored spec is larger than " + (MAX_BYTES >> 20) + " MB and is not read.");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException("Stored spec has format " + version + ", but this version reads format " + VERSION
                        + ": update Tessera.");
            }
            List<List<String>> lists = new ArrayList<>();
            while (lists.size() < min || in.available() > 0) {
                lists.add(readList(in));
            }
            return lists;
        }
    }

    private static List<String> readList(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new IOException("Stored spec is truncated.");
            }
            list.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
        return list;
    }
}
