package org.tessera.workbench.tests.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.workbench.csv.CsvException;
import org.tessera.workbench.csv.CsvLimits;
import org.tessera.workbench.csv.CsvOptions;
import org.tessera.workbench.csv.CsvReader;
import org.tessera.workbench.csv.CsvSource;
import org.tessera.workbench.csv.CsvSyntax;

/** The reader gives what {@link PlainCsv} and {@link PlainCsvTable} give, whatever the file and the size of its blocks. */
class CsvAgainstPlainTest {
    private static final char NONE = CsvSyntax.NONE;
    private static final int FILES = 2_000;

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE);

    private static final List<CsvSyntax> SYNTAXES = List.of(
            CsvSyntax.STANDARD,
            CsvSyntax.STANDARD,
            new CsvSyntax(",", '"', '"', NONE, null, true),
            new CsvSyntax(";", '\'', '\\', '#', null, false),
            new CsvSyntax(";", '\'', '\\', '#', null, true),
            new CsvSyntax("\t", '"', '\\', '#', null, false),
            new CsvSyntax("||", '"', '"', NONE, "\n", false),
            new CsvSyntax("|", '"', '"', NONE, "|;", false),
            new CsvSyntax("§", '"', '"', NONE, ";\n", false),
            new CsvSyntax(",", '"', '\\', '#', "||;", false),
            new CsvSyntax(" ", '"', '"', NONE, null, false),
            new CsvSyntax(",", NONE, NONE, NONE, null, false));

    private static final String[] NUMBERS = {
        "1",
        "-0",
        "+7",
        "0.5",
        ".5",
        "5.",
        "-12.75",
        "1e3",
        "1e400",
        "1e-400",
        "4.9e-324",
        "NaN",
        "Infinity",
        "nan",
        "123456789012345678901234567890",
        "9223372036854775807",
        "9223372036854775808",
        "2147483648",
        "0x1p3",
        "1d",
        "1.234,5",
        "1,234.5",
        "1 2",
        "--1",
        "0.1234567890123456789",
        "1234567890.12345",
        "٣"
    };
    private static final String[] TEXTS = {
        "",
        "a",
        "Germany",
        "eight888",
        "nine99999",
        "sixteen__sixteen",
        "seventeen_seventeen",
        "ä",
        "€ 5",
        "\uD83D\uDE00",
        "\uFEFFx",
        "\u00A0",
        "true",
        "a text that is longer than two words of eight bytes"
    };
    private static final String[] PIECES = {
        ",",
        ";",
        "|",
        "||",
        "\t",
        "\"",
        "'",
        "\"\"",
        "\\",
        "\\\"",
        "\\'",
        "#",
        "\n",
        "\r",
        "\r\n",
        " ",
        "  ",
        "\u0000",
        "\"a,b\"",
        "\"x\r\ny\"",
        "\"x\ny\" ",
        " 'q' ",
        "§"
    };

    @TempDir
    private Path folder;

    private final Random random = new Random(20);

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String any(String[] list) {
        return list[random.nextInt(list.length)];
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** Pieces in any order. */
    private String muddle() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(100); i > 0; i--) {
            text.append(oneIn(2) ? any(PIECES) : oneIn(2) ? any(TEXTS) : any(NUMBERS));
        }
        return text.toString();
    }

    /** A table with some values that are odd or quoted. */
    private String table(CsvSyntax syntax, int rows) {
        StringBuilder text = new StringBuilder();
        int columns = 1 + random.nextInt(5);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                String value = c % 3 == 0
                        ? Integer.toString(random.nextInt(2000) - 1000)
                        : c % 3 == 1 ? Double.toString(random.nextInt(100_000) / 1e3) : any(TEXTS);
                if (oneIn(rows)) {
                    value = oneIn(2) ? any(NUMBERS) : any(PIECES);
                }
                boolean quoted = syntax.quote() != NONE && oneIn(6);
                text.append(quoted ? quoted(value, syntax) : value);
                text.append(c < columns - 1 || oneIn(5 * rows) ? syntax.delimiter() : "");
            }
            String end = oneIn(10) ? "\r" : oneIn(2) ? "\n" : "\r\n";
            text.append(syntax.rowDelimiter() == null ? end : syntax.rowDelimiter());
            text.append(oneIn(20) ? end : "").append(oneIn(20) ? "#" : "");
        }
        return text.toString();
    }

    private String quoted(String value, CsvSyntax syntax) {
        String inside = (oneIn(3) ? value + syntax.escape() + syntax.quote() : value) + (oneIn(3) ? "\r\nx" : "");
        return (oneIn(4) ? " " : "") + syntax.quote() + inside + syntax.quote() + (oneIn(4) ? "\t" : "");
    }

    private CsvOptions options() {
        boolean german = oneIn(4);
        char thousands = oneIn(4) ? german ? '.' : ',' : NONE;
        CsvOptions.Range range = new CsvOptions.Range(
                oneIn(4) ? random.nextInt(4) : 0,
                oneIn(4) ? random.nextInt(4) : 0,
                oneIn(4) ? random.nextInt(6) : Long.MAX_VALUE,
                oneIn(3) ? random.nextInt(6) : Long.MAX_VALUE);
        return new CsvOptions(oneIn(2), oneIn(4), !oneIn(3), oneIn(3), oneIn(2), german ? ',' : '.', thousands, range);
    }

    private static String described(CsvText table) {
        return table.spec() + "\n" + table.keys() + "\n" + table.rows();
    }

    private static String plain(byte[] file, Charset charset, CsvSyntax syntax, CsvOptions options, CsvLimits limits) {
        try {
            PlainCsv rows =
                    new PlainCsv(file, charset, syntax, limits, options.range().skipLines());
            return described(PlainCsvTable.read(rows, options));
        } catch (PlainCsvTable.Refused e) {
            return e.getMessage();
        }
    }

    private String read(Path file, Charset charset, CsvSyntax syntax, CsvOptions options, CsvLimits limits, int block)
            throws IOException, InterruptedException {
        CsvReader reader = new CsvReader(new CsvSource(file, charset), syntax, options, limits).withBlocks(block);
        try {
            return described(CsvText.read(reader));
        } catch (CsvException e) {
            return e.getMessage();
        }
    }

    /** Whether the file was read and not refused, by both. */
    private boolean same(
            byte[] bytes, Charset charset, CsvSyntax syntax, CsvOptions options, CsvLimits limits, int block)
            throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("random.csv"), bytes);
        String expected = plain(bytes, charset, syntax, options, limits);
        String actual = read(file, charset, syntax, options, limits, block);
        boolean refused = !expected.startsWith("CsvSpec");
        String compared = refused ? actual.substring(0, Math.min(actual.length(), expected.length())) : actual;
        int difference = Arrays.mismatch(expected.toCharArray(), compared.toCharArray());
        assertEquals(
                around(expected, difference),
                around(compared, difference),
                () -> "block " + block + ", " + charset + ", " + syntax + ", " + options + ", " + limits + ":\n"
                        + around(new String(bytes, charset), 0));
        return !refused;
    }

    private static String around(String text, int place) {
        return place < 0
                ? "the same"
                : text.substring(
                        Math.min(text.length(), Math.max(0, place - 200)), Math.min(text.length(), place + 1000));
    }

    @Test
    void small_files_of_any_dialect_and_encoding() throws Exception {
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            Charset charset = any(CHARSETS);
            CsvSyntax syntax = any(SYNTAXES);
            String mark = oneIn(20) ? "\uFEFF" : "";
            byte[] bytes = (mark + (oneIn(3) ? muddle() : table(syntax, random.nextInt(20) + 1))).getBytes(charset);
            if (oneIn(5) && bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            CsvLimits limits =
                    new CsvLimits(oneIn(6) ? 1 + random.nextInt(5) : 8192, oneIn(6) ? 1 + random.nextInt(30) : 1 << 19);
            int block = oneIn(3) ? 1 << 17 : 1 + random.nextInt(oneIn(2) ? 10 : 200);
            read += same(bytes, charset, syntax, options(), limits, block) ? 1 : 0;
        }
        int files = read;
        assertTrue(files > FILES / 3 && files < FILES * 2 / 3, () -> files + " of " + FILES + " files were read");
    }

    @Test
    void large_files() throws Exception {
        for (int i = 0; i < 20; i++) {
            CsvSyntax syntax = any(SYNTAXES);
            byte[] bytes = table(syntax, 20_000).getBytes(StandardCharsets.UTF_8);
            CsvOptions all = new CsvOptions(oneIn(2), false, true, false, true, '.', NONE, CsvOptions.Range.ALL);
            same(bytes, StandardCharsets.UTF_8, syntax, all, CsvLimits.STANDARD, oneIn(2) ? 1 << 17 : 1 << 10);
        }
    }

    @Test
    void values_of_several_megabytes() throws Exception {
        String large = "x".repeat(5_000_000);
        String text = "a,b\n1," + large + "\n2,\"" + large + "\n\"\n3,z\n4," + large + "\n5,y\n";
        assertTrue(same(
                text.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                CsvSyntax.STANDARD,
                CsvOptions.STANDARD,
                new CsvLimits(8, CsvLimits.UNLIMITED_CELL),
                1 << 17));
    }

    @Test
    void values_around_the_ends_of_blocks() throws Exception {
        String text = "id,\"na\"\"me\",x\r\n1,\"a\r\nb\",2.5\r\n\r\n2, b ,\r3,\"\",\"4\"\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int block = 1; block <= bytes.length + 1; block++) {
            assertTrue(same(
                    bytes, StandardCharsets.UTF_8, CsvSyntax.STANDARD, CsvOptions.STANDARD, CsvLimits.STANDARD, block));
        }
    }

    @Test
    void values_where_a_read_of_the_file_ends() throws Exception {
        String row = "\"q\r\n\"\"r\"\" s\" , t\r\n\r\n\"u\r\n\" v,\r\n";
        CsvOptions bare = new CsvOptions(false, false, true, false, true, '.', NONE, CsvOptions.Range.ALL);
        for (int length = (1 << 13) - 2 * row.length(); length <= 1 << 13; length++) {
            for (String end : new String[] {null, "\r\n", "<>|"}) {
                String text = "x".repeat(length) + ",y\r\n" + row + row;
                byte[] bytes = (end == null ? text : text.replace("\r\n", end)).getBytes(StandardCharsets.UTF_8);
                CsvSyntax syntax = new CsvSyntax(",", '"', '"', NONE, end, false);
                assertTrue(
                        same(bytes, StandardCharsets.UTF_8, syntax, bare, CsvLimits.STANDARD, length % 3 * 5_000 + 1));
            }
        }
    }
}
