package org.tessera.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tessera.engine.data.Matrix;

/** Arrays as bare little-endian files, the least that Java and numpy.fromfile have in common. */
final class RawFile {

    private static final int CHUNK = 1 << 16;

    private RawFile() {}

    /** Writes a matrix column by column. */
    static void write(Path file, Matrix x) throws IOException {
        try (FileChannel out = open(file)) {
            double[] column = new double[x.rows()];
            for (int j = 0; j < x.columns(); j++) {
                for (int i = 0; i < column.length; i++) {
                    column[i] = x.values()[i * x.columns() + j];
                }
                write(out, column);
            }
        }
    }

    static void write(Path file, double[] values) throws IOException {
        try (FileChannel out = open(file)) {
            write(out, values);
        }
    }

    static void write(Path file, int[] values) throws IOException {
        try (FileChannel out = open(file)) {
            for (int from = 0; from < values.length; from += CHUNK) {
                int length = Math.min(CHUNK, values.length - from);
                ByteBuffer bytes = buffer(Integer.BYTES * length);
                bytes.asIntBuffer().put(values, from, length);
                drain(out, bytes);
            }
        }
    }

    private static void write(FileChannel out, double[] values) throws IOException {
        for (int from = 0; from < values.length; from += CHUNK) {
            int length = Math.min(CHUNK, values.length - from);
            ByteBuffer bytes = buffer(Double.BYTES * length);
            bytes.asDoubleBuffer().put(values, from, length);
            drain(out, bytes);
        }
    }

    /** Reads what {@link #write(Path, Matrix)} has written. */
    static Matrix matrix(Path file, int rows, int columns) throws IOException {
        double[] values = new double[rows * columns];
        try (FileChannel in = FileChannel.open(file)) {
            for (int j = 0; j < columns; j++) {
                for (int from = 0; from < rows; from += CHUNK) {
                    ByteBuffer bytes = buffer(Double.BYTES * Math.min(CHUNK, rows - from));
                    fill(in, bytes, file);
                    for (int i = from; bytes.hasRemaining(); i++) {
                        values[i * columns + j] = bytes.getDouble();
                    }
                }
            }
        }
        return Matrix.wrap(rows, columns, values);
    }

    static double[] doubles(Path file) throws IOException {
        ByteBuffer bytes = all(file);
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    static int[] ints(Path file) throws IOException {
        ByteBuffer bytes = all(file);
        int[] values = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(values);
        return values;
    }

    static void write(Path file, byte[] values) throws IOException {
        Files.write(file, values);
    }

    static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static ByteBuffer all(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void drain(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static void fill(FileChannel in, ByteBuffer bytes, Path file) throws IOException {
        while (bytes.hasRemaining()) {
            if (in.read(bytes) < 0) {
                throw new IOException(file + " ends too early: delete it, it is made anew");
            }
        }
        bytes.flip();
    }
}
