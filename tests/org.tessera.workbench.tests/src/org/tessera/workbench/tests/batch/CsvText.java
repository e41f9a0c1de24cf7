package org.tessera.workbench.tests.batch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tessera.workbench.csv.CsvLimits;
import org.tessera.workbench.csv.CsvOptions;
import org.tessera.workbench.csv.CsvReader;
import org.tessera.workbench.csv.CsvSource;
import org.tessera.workbench.csv.CsvSpec;
import org.tessera.workbench.csv.CsvSyntax;
import org.tessera.workbench.csv.RowSink;
import org.tessera.workbench.kernel.data.ColumnWriter;

/** A text read as CSV: its columns, and its rows as boxed values with {@code null} for missing ones. */
record CsvText(CsvSpec spec, List<List<Object>> rows, List<String> keys) {

    static CsvText read(Path file, Charset charset, CsvSyntax syntax, CsvOptions options, CsvLimits limits)
            throws IOException, InterruptedException {
        return read(new CsvReader(new CsvSource(file, charset), syntax, options, limits));
    }

    static CsvText read(CsvReader reader) throws IOException, InterruptedException {
        CsvSpec spec = reader.guess();
        Rows rows = new Rows();
        reader.read(spec, rows);
        return new CsvText(spec, rows.all, rows.keys);
    }

    static CsvText read(Path folder, String text, CsvSyntax syntax, CsvOptions options)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("text.csv"), text);
        return read(file, StandardCharsets.UTF_8, syntax, options, CsvLimits.STANDARD);
    }

    static CsvText read(Path folder, String text) throws IOException, InterruptedException {
        return read(folder, text, CsvSyntax.STANDARD, CsvOptions.STANDARD);
    }

    private static final class Rows implements RowSink, ColumnWriter {
        private final List<List<Object>> all = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private List<Object> row = new ArrayList<>();

        @Override
        public ColumnWriter column(int column) {
            return this;
        }

        @Override
        public void endRow(String key, long line) {
            all.add(row);
            keys.add(key);
            row = new ArrayList<>();
        }

        @Override
        public void progress(long bytes, long rows) {
            // not of interest
        }

        @Override
        public void addInt(int value) {
            row.add((long) value);
        }

        @Override
        public void addLong(long value) {
            row.add(value);
        }

        @Override
        public void addDouble(double value) {
            row.add(value);
        }

        @Override
        public void addText(String value) {
            row.add(value);
        }

        @Override
        public void addMissing() {
            row.add(null);
        }
    }
}
