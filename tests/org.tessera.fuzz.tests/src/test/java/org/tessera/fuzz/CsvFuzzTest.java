package org.tessera.fuzz;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.workbench.csv.CsvLimits;
import org.tessera.workbench.csv.CsvOptions;
import org.tessera.workbench.csv.CsvReader;
import org.tessera.workbench.csv.CsvSource;
import org.tessera.workbench.csv.CsvSpec;
import org.tessera.workbench.csv.CsvSyntax;
import org.tessera.workbench.csv.RowSink;
import org.tessera.workbench.kernel.data.ColumnWriter;

/** CSV files in several encodings and dialects: every row has a value per column, or the file is refused. */
class CsvFuzzTest {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);
    private static final List<CsvSyntax> SYNTAXES = List.of(
            CsvSyntax.STANDARD,
            new CsvSyntax(";", '\'', '\\', '#', null, true),
            new CsvSyntax("||", '"', '"', CsvSyntax.NONE, "\n", false));
    private static final List<CsvOptions> OPTIONS = List.of(
            CsvOptions.STANDARD,
            new CsvOptions(false, true, true, true, true, ',', '.', CsvOptions.Range.ALL),
            new CsvOptions(true, false, true, false, false, '.', ',', new CsvOptions.Range(1, 1, 5, 2)));

    @TempDir
    private Path folder;

    /** Counts the values of every row. */
    private static final class Counting implements RowSink, ColumnWriter {
        private final int columns;
        private int values;

        Counting(int columns) {
            this.columns = columns;
        }

        @Override
        public ColumnWriter column(int column) {
            return this;
        }

        @Override
        public void endRow(String key, long line) {
            if (values != columns) {
                throw new AssertionError("Line " + line + " gave " + values + " values for " + columns + " columns");
            }
            values = 0;
        }

        @Override
        public void progress(long bytes, long rows) {
            // not of interest
        }

        @Override
        public void addInt(int value) {
            values++;
        }

        @Override
        public void addLong(long value) {
            values++;
        }

        @Override
        public void addDouble(double value) {
            values++;
        }

        @Override
        public void addText(String value) {
            values++;
        }

        @Override
        public void addMissing() {
            values++;
        }
    }

    /** The first byte of an input chooses how the rest is read. */
    private void read(byte[] input) throws IOException, InterruptedException {
        int choice = input.length == 0 ? 0 : input[0] & 0xff;
        Path file = folder.resolve("input.csv");
        Files.write(file, input.length == 0 ? input : java.util.Arrays.copyOfRange(input, 1, input.length));
        CsvReader reader = new CsvReader(
                new CsvSource(file, CHARSETS.get(choice % 3)),
                SYNTAXES.get(choice / 3 % 3),
                OPTIONS.get(choice / 9 % 3),
                new CsvLimits(64, 1 << 12));
        CsvSpec spec = reader.guess();
        reader.read(spec, new Counting(spec.names().size()));
    }

    private static byte[] with(int choice, String text) {
        byte[] bytes = text.getBytes(CHARSETS.get(choice % 3));
        byte[] input = new byte[bytes.length + 1];
        input[0] = (byte) choice;
        System.arraycopy(bytes, 0, input, 1, bytes.length);
        return input;
    }

    @Test
    void csv() throws IOException {
        List<byte[]> good = new ArrayList<>();
        good.add(with(0, "Name,Age,\"In come\"\r\nÄnn,31,1.5e3\r\n\"B\"\"ob\",,\"a\nb\"\r\n,-0,NaN\r\n"));
        good.add(with(4, "a;b\n'x\\'y';12\n#comment\n;7\n"));
        good.add(with(9, "id1,1.234,5\nid2,7,\n\nid3,0,1\n"));
        good.add(with(6, "a||b\n1||\"2||3\"\n"));
        good.add(with(18, "skipped\na,b\nx,y\n1,2,\n3,4\n5,6\n"));
        Path real = Path.of("..", "..", "workflows", "customer-segmentation", "data");
        try (Stream<Path> files = Files.list(real)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv"))
                    .sorted()
                    .limit(1)
                    .toList()) {
                String text = Files.readString(file);
                good.add(with(0, text.substring(0, text.indexOf('\n', Math.min(2_000, text.length() - 1)) + 1)));
            }
        }
        Fuzz.run("csv", good, this::read);
    }
}
