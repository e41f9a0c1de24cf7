package org.tessera.workbench.tests.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.workbench.csv.CsvNumbers;
import org.tessera.workbench.csv.CsvSyntax;
import org.tessera.workbench.csv.CsvType;

/** Numbers equal Java's own reading of the same text, bit for bit. */
class CsvNumbersTest {
    private final CsvNumbers numbers = new CsvNumbers('.', CsvSyntax.NONE);

    private static boolean read(CsvNumbers numbers, CsvType type, String text) {
        return numbers.read(type, ("<" + text + ">").toCharArray(), 1, text.length() + 1);
    }

    private boolean readDouble(String text) {
        return read(numbers, CsvType.DOUBLE, text);
    }

    private boolean readLong(String text) {
        return read(numbers, CsvType.LONG, text);
    }

    private void assertSameDouble(String text) {
        assertTrue(readDouble(text), text);
        assertEquals(
                Double.doubleToRawLongBits(Double.parseDouble(text)),
                Double.doubleToRawLongBits(numbers.doubleValue()),
                text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+1",
                "1.",
                ".5",
                "-.5",
                "1e3",
                "1E-3",
                "1d",
                "2.5f",
                "NaN",
                "Infinity",
                "-Infinity",
                "0x1p3",
                "123456789012345",
                "1234567890123456",
                "0.000000000000000000000001",
                "1e400",
                "4.9e-324",
                "9007199254740993",
                "0000000000000000000000001.5"
            })
    void reads_what_java_reads(String text) {
        assertSameDouble(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "+", "1,5", "1.2.3", "e5", "1e", "abc", "12a", "1 2", "nan", "--1"})
    void refuses_what_java_refuses(String text) {
        assertFalse(readDouble(text), text);
    }

    @Test
    void reads_random_numbers_as_java_does() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(2_000_000) / Math.pow(10, random.nextInt(12));
            assertSameDouble(Double.toString(value));
        }
    }

    @Test
    void reads_integers_up_to_their_limits() {
        assertTrue(readLong("-9223372036854775808"));
        assertEquals(Long.MIN_VALUE, numbers.longValue());
        assertFalse(readLong("9223372036854775808"));
        assertTrue(readLong("+007"));
        assertEquals(7, numbers.longValue());
        assertFalse(readLong("1.0"));
        assertFalse(readLong("-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-1",
                "999999999999999999",
                "-999999999999999999",
                "1000000000000000000",
                "\u0661\u0662"
            })
    void reads_integers_as_java_does(String text) {
        assertTrue(readLong(text), text);
        assertEquals(Long.parseLong(text), numbers.longValue(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "--1", "1-", "1/2", "1:2", "12345678901234567890"})
    void refuses_integers_that_java_refuses(String text) {
        assertFalse(readLong(text), text);
    }

    @Test
    void groups_of_thousands_must_be_complete() {
        CsvNumbers grouped = new CsvNumbers('.', ',');
        assertTrue(read(grouped, CsvType.DOUBLE, "1,234,567.5"));
        assertEquals(1234567.5, grouped.doubleValue());
        assertFalse(read(grouped, CsvType.DOUBLE, "1,23"));
    }
}
