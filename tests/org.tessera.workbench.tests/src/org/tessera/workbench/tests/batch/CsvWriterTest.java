package org.tessera.workbench.tests.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.workbench.csv.CsvOutputFormat;
import org.tessera.workbench.csv.CsvOutputFormat.NumberStyle;
import org.tessera.workbench.csv.CsvOutputFormat.QuoteMode;
import org.tessera.workbench.csv.CsvWriter;

/** The CSV writer: quoting, and numbers as KNIME's writer prints them. */
class CsvWriterTest {
    private static CsvOutputFormat format(QuoteMode mode, String missing, NumberStyle style) {
        return new CsvOutputFormat(",", "\n", '"', '"', mode, missing, ";", style);
    }

    private static String number(double value, NumberStyle style) throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = new CsvWriter(out, format(QuoteMode.STRINGS_ONLY, "", style))) {
            writer.number(value);
        }
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRINGS_ONLY|\"a,\"\"b\",1,2.5,?,\"\"",
                "IF_NEEDED|\"a,\"\"b\",1,2.5,?,",
                "ALWAYS|\"a,\"\"b\",\"1\",\"2.5\",?,\"\"",
                "NEVER|a;\"b,1,2.5,?,"
            },
            quoteCharacter = '~')
    void quotes_as_the_mode_says(QuoteMode mode, String expected) throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = new CsvWriter(out, format(mode, "?", NumberStyle.PLAIN))) {
            writer.text("a,\"b");
            writer.integer(1);
            writer.number(2.5);
            writer.missing();
            writer.text("");
            writer.endRow();
        }
        assertEquals(expected + "\n", out.toString());
    }

    @Test
    void text_that_looks_like_a_missing_value_is_quoted_if_needed() throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = new CsvWriter(out, format(QuoteMode.IF_NEEDED, "?", NumberStyle.PLAIN))) {
            writer.text("?");
            writer.missing();
        }
        assertEquals("\"?\",?", out.toString());
    }

    @Test
    void numbers_are_printed_like_a_decimal_format_of_340_digits() throws IOException {
        DecimalFormat plain = new DecimalFormat("#.#", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        DecimalFormat zero = new DecimalFormat("#.0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        plain.setMaximumFractionDigits(340);
        zero.setMaximumFractionDigits(340);
        Random random = new Random(5);
        double[] values = random.doubles(2000).toArray();
        for (int i = 0; i < values.length; i++) {
            double value = i % 4 == 0 ? Math.rint(values[i] * 1000) : values[i] * Math.pow(10, random.nextInt(60) - 30);
            assertEquals(plain.format(value), number(value, NumberStyle.PLAIN));
            assertEquals(zero.format(-value), number(-value, new NumberStyle('.', false, true)));
        }
        for (double value : new double[] {
            0, -0.0, 1e-4, 5e-5, 1e-5, 2e10, 1e300, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY
        }) {
            assertEquals(plain.format(value), number(value, NumberStyle.PLAIN));
        }
    }

    @Test
    void styles_change_separator_and_exponent() throws IOException {
        assertEquals("1.0E-10", number(1e-10, new NumberStyle('.', true, false)));
        assertEquals("0,25", number(0.25, new NumberStyle(',', false, false)));
    }

    @Test
    void a_missing_value_pattern_with_the_delimiter_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> format(QuoteMode.ALWAYS, "a,b", NumberStyle.PLAIN));
    }

    @Test
    void what_is_written_is_read_again(@TempDir Path folder) throws Exception {
        StringWriter out = new StringWriter();
        List<String> texts = Arrays.asList("plain", "a,b", "say \"x\"", "two\nlines", " ", null, "é§\u4F60");
        try (CsvWriter writer = new CsvWriter(out, CsvOutputFormat.STANDARD)) {
            writer.text("text");
            writer.text("number");
            writer.endRow();
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i) == null) {
                    writer.missing();
                } else {
                    writer.text(texts.get(i));
                }
                writer.number(i / 3.0);
                writer.endRow();
            }
        }
        CsvText table = CsvText.read(folder, out.toString());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i) == null || texts.get(i).isBlank() ? null : texts.get(i);
            assertEquals(Arrays.asList(text, i / 3.0), table.rows().get(i));
        }
    }
}
