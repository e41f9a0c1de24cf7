package org.tessera.workbench.tests.batch;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.workbench.csv.CsvCount;
import org.tessera.workbench.csv.CsvException;
import org.tessera.workbench.csv.CsvLimits;
import org.tessera.workbench.csv.CsvOptions;
import org.tessera.workbench.csv.CsvReader;
import org.tessera.workbench.csv.CsvSource;
import org.tessera.workbench.csv.CsvSyntax;
import org.tessera.workbench.csv.CsvType;
import org.tessera.workbench.csv.RowSink;
import org.tessera.workbench.kernel.data.ColumnWriter;

/** The CSV kernel: what KNIME's CSV Reader would read. */
class CsvReaderTest {
    private static final char NONE = CsvSyntax.NONE;

    @TempDir
    private Path folder;

    private CsvText read(String text) throws IOException, InterruptedException {
        return CsvText.read(folder, text);
    }

    private CsvText read(String text, CsvOptions options) throws IOException, InterruptedException {
        return CsvText.read(folder, text, CsvSyntax.STANDARD, options);
    }

    private CsvText read(String text, CsvSyntax syntax) throws IOException, InterruptedException {
        return CsvText.read(folder, text, syntax, CsvOptions.STANDARD);
    }

    private static CsvOptions rows(long skipLines, long skip, long most, long scanned) {
        return new CsvOptions(
                true, false, false, false, true, '.', NONE, new CsvOptions.Range(skipLines, skip, most, scanned));
    }

    private String problem(String text, CsvOptions options) {
        return assertThrows(CsvException.class, () -> read(text, options)).getMessage();
    }

    @Test
    void guesses_the_most_specific_type_of_all_values() throws Exception {
        CsvText table = read("a,b,c,d,e,f\n1,1,1.5,x,true,\n-2,3000000000,7,1,false,\n");
        assertEquals(
                List.of(CsvType.INT, CsvType.LONG, CsvType.DOUBLE, CsvType.STRING, CsvType.STRING, CsvType.STRING),
                table.spec().types());
        assertEquals(asList(1L, 1L, 1.5, "x", "true", null), table.rows().get(0));
        assertEquals(
                asList(-2L, 3_000_000_000L, 7.0, "1", "false", null),
                table.rows().get(1));
    }

    @Test
    void integers_beyond_64_bits_are_numbers() throws Exception {
        assertEquals(
                CsvType.DOUBLE, read("a\n9223372036854775808\n").spec().types().get(0));
        assertEquals(
                CsvType.LONG, read("a\n-9223372036854775808\n").spec().types().get(0));
        assertEquals(CsvType.INT, read("a\n2147483647\n").spec().types().get(0));
        assertEquals(CsvType.LONG, read("a\n2147483648\n").spec().types().get(0));
    }

    @Test
    void numbers_in_quotes_are_numbers() throws Exception {
        assertEquals(List.of(asList(9L, 1.5)), read("a,b\n\"9\",\"1.5\"\n").rows());
    }

    @Test
    void empty_values_are_missing_and_blanks_around_values_dropped() throws Exception {
        CsvText table = read("a,b,c\n  1 ,\t x y ,\n,\"\",\"  z \"\n");
        assertEquals(List.of(asList(1L, "x y", null), asList(null, null, "z")), table.rows());
    }

    @Test
    void empty_quotes_stay_empty_texts_when_asked() throws Exception {
        CsvOptions options = new CsvOptions(true, false, false, false, false, '.', NONE, CsvOptions.Range.ALL);
        assertEquals(List.of(asList("", null)), read("a,b\n\"\",\n", options).rows());
    }

    @Test
    void quoted_values_hold_delimiters_quotes_and_line_breaks() throws Exception {
        CsvText table = read("a,b\r\n\"x, \"\"y\"\"\",\"1\r\n2\n3\r4\"\r\nz,w\r\n");
        assertEquals(List.of(asList("x, \"y\"", "1\n2\n3\n4"), asList("z", "w")), table.rows());
    }

    @Test
    void text_behind_a_closing_quote_makes_the_value_unquoted() throws Exception {
        assertEquals(
                List.of(asList("\"a, \"b\" c\"", "2x")),
                read("a,b\n\"a, \"b\" c\",2x\n").rows());
    }

    @Test
    void other_escape_characters_escape_quotes_and_themselves() throws Exception {
        CsvSyntax syntax = new CsvSyntax(",", '"', '\\', NONE, null, false);
        assertEquals(
                List.of(asList("a\"b\\c\\n", "x")),
                read("a,b\n\"a\\\"b\\\\c\\n\",x\n", syntax).rows());
    }

    @Test
    void quotes_are_kept_when_asked() throws Exception {
        CsvSyntax syntax = new CsvSyntax(",", '"', '"', NONE, null, true);
        assertEquals(
                List.of(asList("\" 1 \"", 2L)),
                read("a,b\n\" 1 \", 2 \n", syntax).rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takes_all_line_breaks_and_a_missing_last_one(String lineBreak) throws Exception {
        CsvText table = read(String.join(lineBreak, "a,b", "1,2", "", "   ", "3,4"));
        assertEquals(List.of(asList(1L, 2L), asList(3L, 4L)), table.rows());
    }

    @Test
    void takes_other_delimiters_and_comments() throws Exception {
        CsvSyntax syntax = new CsvSyntax("\t", '\'', '\'', '#', null, false);
        assertEquals(
                List.of(asList("x y", 2L)),
                read("#c\na\tb\n#d\t\n'x y'\t2\n", syntax).rows());
        CsvSyntax wide = new CsvSyntax("||", NONE, NONE, NONE, ";\n", false);
        assertEquals(
                List.of(asList("x|\"", 2L)), read("a||b;\nx|\"||2;\n", wide).rows());
        CsvSyntax foreign = new CsvSyntax("§", '"', '"', NONE, null, false);
        assertEquals(List.of(asList("ä", 2L)), read("a§b\nä§2\n", foreign).rows());
    }

    private CsvReader commented(String text, long most) throws IOException {
        return new CsvReader(
                new CsvSource(Files.writeString(folder.resolve("comments.csv"), text), StandardCharsets.UTF_8),
                new CsvSyntax(",", '"', '"', '#', null, false),
                rows(0, 0, most, 10),
                CsvLimits.STANDARD);
    }

    private static CsvCount count(CsvReader reader) throws IOException, InterruptedException {
        return reader.read(reader.guess(), new Stopping(Integer.MAX_VALUE));
    }

    @Test
    void counts_the_lines_taken_as_comments() throws Exception {
        String text = "#made by hand\nid,n\nA,1\n#B,2\n\n#\nC,3\n\"#D\n#\",4\n #E,5\n#F,6";
        assertEquals(new CsvCount(4, 4), count(commented(text, Long.MAX_VALUE)));
        assertEquals(new CsvCount(2, 3), count(commented(text, 2)), "up to the last row that was asked for");
        assertEquals(new CsvCount(0, 2), count(commented("a\n#1\n#2\n", Long.MAX_VALUE)));
    }

    @Test
    void counts_the_same_comments_whatever_the_size_of_a_block() throws Exception {
        CsvReader reader = commented("a\n" + "#1\n2\n".repeat(1000), 300);
        for (int block : new int[] {1, 7, 1 << 16}) {
            assertEquals(new CsvCount(300, 300), count(reader.withBlocks(block)));
        }
    }

    @Test
    void passes_over_comments_of_any_length() throws Exception {
        CsvReader reader = commented("a\n1\n#" + "c,".repeat(2_000_000) + "\n2\n" + "#\n\n".repeat(100_000) + "3\n", 3);
        for (int block : new int[] {1, 1 << 10, 1 << 16}) {
            assertEquals(new CsvCount(3, 100_001), count(reader.withBlocks(block)));
        }
    }

    @Test
    void a_file_of_comments_is_named_as_such() {
        CsvSyntax syntax = new CsvSyntax(",", '"', '"', '#', null, false);
        String message = assertThrows(CsvException.class, () -> read("#id,n\n#1,2\n", syntax))
                .getMessage();
        assertTrue(
                message.endsWith(
                        "; 2 lines were taken as comments, because they begin with '#': if these are rows, remove"
                                + " the character from 'Comment line character'"),
                message);
    }

    @Test
    void names_columns_that_have_no_name_or_the_same() throws Exception {
        assertEquals(
                List.of("a", "a (#1)", "Column2", "Column3"),
                read("a,a,,\"\"\n1,2,3,4\n").spec().names());
        CsvOptions noHeader = new CsvOptions(false, false, false, false, true, '.', NONE, CsvOptions.Range.ALL);
        assertEquals(
                List.of("Column0", "Column1"), read("1,2\n", noHeader).spec().names());
    }

    @Test
    void first_column_gives_row_ids_when_asked() throws Exception {
        CsvOptions ids = new CsvOptions(true, true, false, false, true, '.', NONE, CsvOptions.Range.ALL);
        CsvText table = read("id,a\nx,1\ny,2\n", ids);
        assertEquals(List.of("a"), table.spec().names());
        assertEquals(List.of("x", "y"), table.keys());
        assertEquals(List.of(List.of(1L), List.of(2L)), table.rows());
        assertTrue(problem("id,a\nx,1\n,2\n", ids).contains("Line 3: the row id is missing"));
    }

    @Test
    void short_rows_are_filled_or_refused_with_their_line() throws Exception {
        CsvOptions fill = new CsvOptions(true, false, true, false, true, '.', NONE, CsvOptions.Range.ALL);
        assertEquals(
                List.of(asList(1L, null), asList(2L, 3L)),
                read("a,b\n1\n2,3\n", fill).rows());
        String problem = problem("a,b\n\"x\ny\",2\n1\n", CsvOptions.STANDARD);
        assertTrue(problem.startsWith("Line 4: the row has 1 values, but 2 are expected"), problem);
        assertTrue(problem("a,b\n1,2,3\n1,2\n", CsvOptions.STANDARD).contains("Line 3: the row has 2 values"));
    }

    @Test
    void rows_without_values_are_left_out_when_asked() throws Exception {
        CsvOptions skip = new CsvOptions(true, false, false, true, true, '.', NONE, CsvOptions.Range.ALL);
        assertEquals(List.of(asList(1L, 2L)), read("a,b\n,\n1,2\n", skip).rows());
        assertEquals(2, read("a,b\n,\n1,2\n").rows().size());
    }

    @Test
    void skips_lines_and_rows_and_stops() throws Exception {
        CsvText table = read("junk, \"\nmore\na\n1\n2\n3\n4\n", rows(2, 1, 2, 100));
        assertEquals(List.of("a"), table.spec().names());
        assertEquals(List.of(List.of(2L), List.of(3L)), table.rows());
    }

    @Test
    void a_value_that_does_not_fit_is_named_with_line_and_column() {
        String problem = problem("id,income\n1,5\n2,6\n3,n/a\n", rows(0, 0, Long.MAX_VALUE, 2));
        assertTrue(problem.startsWith("Line 4, column 'income' (number 2): 'n/a' is no 32-bit integer"), problem);
        assertTrue(problem.contains("Limit data rows scanned"), problem);
    }

    @Test
    void a_quote_never_closed_is_named_with_its_line() {
        String problem = problem("a,b\n1,2\n3,\"x\n4,5\n", CsvOptions.STANDARD);
        assertTrue(problem.startsWith("Line 3: the quote that opens value 2 is never closed"), problem);
    }

    @Test
    void a_quote_that_takes_in_most_of_a_large_file_is_named_with_its_line() {
        String problem = problem("a,b\n1,2\n3,\"x" + "4,5\n".repeat(1_000_000), CsvOptions.STANDARD);
        assertTrue(problem.startsWith("Line 3: the row holds more than 524288 characters"), problem);
    }

    @Test
    void a_text_that_differs_from_the_one_before_in_a_single_character_is_another() throws Exception {
        StringBuilder text = new StringBuilder("a\n");
        List<List<Object>> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            char[] value = "aaaaaaaaaa".toCharArray();
            value[i % 10] = (char) ('a' + i * 7 % 26);
            text.append(value).append('\n');
            expected.add(List.of(new String(value)));
        }
        assertEquals(expected, read(text.toString()).rows());
    }

    @Test
    void limits_hold() throws Exception {
        Path file = Files.writeString(folder.resolve("wide.csv"), "a,b,c\n1,2,3\n");
        assertThrows(
                CsvException.class,
                () -> CsvText.read(
                        file, StandardCharsets.UTF_8, CsvSyntax.STANDARD, CsvOptions.STANDARD, new CsvLimits(2, 100)));
        Path large = Files.writeString(folder.resolve("large.csv"), "a\n" + "x".repeat(101) + "\n");
        assertThrows(
                CsvException.class,
                () -> CsvText.read(
                        large, StandardCharsets.UTF_8, CsvSyntax.STANDARD, CsvOptions.STANDARD, new CsvLimits(2, 100)));
    }

    @Test
    void german_numbers_are_numbers() throws Exception {
        CsvOptions german = new CsvOptions(true, false, false, false, true, ',', '.', CsvOptions.Range.ALL);
        CsvSyntax syntax = new CsvSyntax(";", '"', '"', NONE, null, false);
        CsvText table = CsvText.read(folder, "a;b;c\n1.234,5;1.234;1.2.3\n-0,25;7;01.02.2020\n", syntax, german);
        assertEquals(List.of(asList(1234.5, 1234L, "1.2.3"), asList(-0.25, 7L, "01.02.2020")), table.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void reads_other_encodings(String name) throws Exception {
        Charset charset = Charset.forName(name);
        Path file = folder.resolve("encoded.csv");
        Files.write(file, "Größe,b\n\"ä,\u00FF\",2\n".getBytes(charset));
        CsvText table = CsvText.read(file, charset, CsvSyntax.STANDARD, CsvOptions.STANDARD, CsvLimits.STANDARD);
        assertEquals(List.of("Größe", "b"), table.spec().names());
        assertEquals(List.of(asList("ä,\u00FF", 2L)), table.rows());
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws Exception {
        assertEquals(List.of("a", "b"), read("\uFEFFa,b\n1,2\n").spec().names());
    }

    @Test
    void unpacks_gzip() throws Exception {
        Path file = folder.resolve("packed.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                List.of(List.of(1L)),
                CsvText.read(file, StandardCharsets.UTF_8, CsvSyntax.STANDARD, CsvOptions.STANDARD, CsvLimits.STANDARD)
                        .rows());
    }

    @Test
    void values_across_the_ends_of_buffers_stay_whole() throws Exception {
        StringBuilder text = new StringBuilder("id,text,number\r\n");
        int count = 60_000;
        for (int i = 0; i < count; i++) {
            text.append(i)
                    .append(",\"a \"\"")
                    .append(i % 97)
                    .append("\"\"\r\nb\",")
                    .append(i / 8.0)
                    .append("\r\n");
        }
        assertTrue(text.length() > 1 << 20, "longer than a buffer");
        CsvText table = read(text.toString());
        assertEquals(count, table.rows().size());
        for (int i = 0; i < count; i++) {
            assertEquals(
                    asList((long) i, "a \"" + i % 97 + "\"\nb", i / 8.0),
                    table.rows().get(i));
        }
    }

    @Test
    void a_reading_that_is_stopped_or_fails_leaves_no_thread() throws Exception {
        Path file = Files.writeString(folder.resolve("long.csv"), "a\n" + "12345\n".repeat(200_000) + "x\n");
        CsvReader reader = new CsvReader(
                new CsvSource(file, StandardCharsets.UTF_8),
                CsvSyntax.STANDARD,
                rows(0, 0, Long.MAX_VALUE, 10),
                CsvLimits.STANDARD);
        assertThrows(InterruptedException.class, () -> reader.read(reader.guess(), new Stopping(1)));
        assertThrows(InterruptedException.class, () -> reader.read(reader.guess(), new Stopping(3)));
        assertThrows(CsvException.class, () -> reader.read(reader.guess(), new Stopping(Integer.MAX_VALUE)));
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("csv-splitter")));
    }

    /** Takes values and stops at one of the reports of progress. */
    private static final class Stopping implements RowSink, ColumnWriter {
        private int reports;

        Stopping(int reports) {
            this.reports = reports;
        }

        @Override
        public ColumnWriter column(int column) {
            return this;
        }

        @Override
        public void endRow(String key, long line) {
            // not of interest
        }

        @Override
        public void progress(long bytes, long rows) throws InterruptedException {
            if (--reports == 0) {
                throw new InterruptedException();
            }
        }

        @Override
        public void addInt(int value) {
            // not of interest
        }

        @Override
        public void addLong(long value) {
            // not of interest
        }

        @Override
        public void addDouble(double value) {
            // not of interest
        }

        @Override
        public void addText(String value) {
            // not of interest
        }

        @Override
        public void addMissing() {
            // not of interest
        }
    }

    @Test
    void a_file_without_rows_has_columns_of_text() throws Exception {
        CsvText table = read("a,b\n");
        assertEquals(List.of(CsvType.STRING, CsvType.STRING), table.spec().types());
        assertEquals(0, table.rows().size());
        assertTrue(problem("", CsvOptions.STANDARD).contains("no header row"));
    }
}
