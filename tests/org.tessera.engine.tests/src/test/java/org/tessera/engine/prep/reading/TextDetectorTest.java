package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

/** Whole columns: what is read, what is only named, and what are categories. */
class TextDetectorTest {

    private static final RunContext RUN = RunContext.of(0);

    private static Optional<ColumnReading> detect(List<String> texts) {
        return TextDetector.detect(CategoryColumn.of("c", texts), RUN);
    }

    private static Optional<ColumnReading> detect(String... texts) {
        return detect(Arrays.asList(texts));
    }

    private static List<String> texts(int n, IntFunction<String> text) {
        return IntStream.range(0, n).mapToObj(text).toList();
    }

    private static List<String> with(List<String> texts, String... others) {
        return Stream.concat(texts.stream(), Arrays.stream(others)).toList();
    }

    private static void assertRead(TextFormat format, String unit, List<String> texts) {
        ColumnReading reading = detect(texts).orElseThrow();
        assertEquals(Outcome.READ, reading.outcome());
        assertEquals(new TextPattern(format, unit), reading.pattern());
    }

    private static void assertNamed(Outcome outcome, List<String> texts) {
        assertEquals(Optional.of(outcome), detect(texts).map(ColumnReading::outcome));
    }

    private static void assertCategories(List<String> texts) {
        assertEquals(Optional.empty(), detect(texts));
    }

    @Test
    void numbers_are_read_in_the_only_format_that_all_of_them_have() {
        assertRead(TextFormat.DECIMAL_POINT, "$", List.of("$54,565.19", "$1,494.75", "$278.35"));
        assertRead(TextFormat.DECIMAL_COMMA, "", List.of("1.004,62", "278,35", "1.234"));
        assertRead(TextFormat.DECIMAL_COMMA, "\u20ac", List.of("\u20ac 12,50", "\u20ac 1.200"));
        assertRead(TextFormat.DECIMAL_POINT, "%", List.of("12 %", "7.5 %", "100 %"));
        assertRead(TextFormat.DECIMAL_POINT, "", List.of("(1,200.50)", "1,300.00", "12.10"));
        assertRead(TextFormat.DECIMAL_POINT, "", List.of("1'234.50", "950.25"));
        assertRead(TextFormat.DECIMAL_COMMA, "", List.of("1\u202F234,5", "12,25"));
        assertRead(TextFormat.DECIMAL_POINT, "", List.of("12.5", "1e3", "-4"));
        assertRead(TextFormat.DECIMAL_POINT, "", List.of("1,234", "1,234,567"));
        assertRead(TextFormat.DECIMAL_POINT, "$", List.of("$12", "$950"));
    }

    @Test
    void a_decimal_sign_that_nothing_proves_is_ambiguous() {
        assertNamed(Outcome.AMBIGUOUS, List.of("1.234", "5.678", "12.345"));
        assertNamed(Outcome.AMBIGUOUS, List.of("1,234", "5,678", "950"));
        assertNamed(Outcome.AMBIGUOUS, List.of("1,234", "1,5", "1.5"));
    }

    @Test
    void fifty_numbers_with_three_digits_behind_the_sign_and_whole_ones_of_at_most_three_are_in_groups() {
        List<String> groups = texts(60, i -> (i + 1) + "," + (100 + 7 * i));
        assertRead(TextFormat.DECIMAL_POINT, "", with(groups, "950", "12"));
        assertNamed(Outcome.AMBIGUOUS, groups);
        assertNamed(Outcome.AMBIGUOUS, with(groups, "950", "1500"));
        assertNamed(Outcome.AMBIGUOUS, with(groups.subList(0, 40), "950"));
        assertRead(
                TextFormat.DECIMAL_COMMA,
                "\u20ac",
                texts(60, i -> i % 9 == 8 ? "\u20ac " + i : "\u20ac " + (i + 1) + "." + (100 + 7 * i)));
    }

    @Test
    void signs_of_a_missing_value_are_counted_and_do_not_matter() {
        List<String> texts = new ArrayList<>(texts(40, i -> i + ".25"));
        texts.addAll(Arrays.asList("N/A", "-", "N/A", "", null));
        ColumnReading reading = detect(texts).orElseThrow();
        assertEquals(Outcome.READ, reading.outcome());
        assertEquals(
                new ReadingAccount(
                        40,
                        40,
                        new ReadingAccount.Texts(4, 3, List.of("N/A", "", "-")),
                        ReadingAccount.Texts.NONE,
                        -1,
                        "10.25"),
                reading.account());
    }

    @Test
    void a_column_of_nothing_but_signs_of_a_missing_value_is_one_of_categories() {
        assertCategories(List.of("N/A", "unknown", ""));
        assertCategories(Arrays.asList(null, null));
        assertCategories(List.of());
    }

    @Test
    void up_to_one_in_twenty_other_texts_are_missing_if_they_are_few() {
        List<String> numbers = texts(95, i -> i + ".5");
        ColumnReading read = detect(with(numbers, "x", "y", "x", "x", "x")).orElseThrow();
        assertEquals(Outcome.READ, read.outcome());
        assertEquals(
                new ReadingAccount.Texts(5, 2, List.of("x", "y")),
                read.account().unread());
        assertEquals(95, read.account().firstUnread());
        assertNamed(Outcome.PARTLY, with(numbers, "x", "x", "x", "x", "x", "x"));
        assertNamed(Outcome.PARTLY, with(texts(195, i -> i + ".5"), "a", "b", "c", "d", "e", "f"));
    }

    @Test
    void from_half_of_the_values_on_the_share_is_named() {
        List<String> half = List.of("1.5", "2.5", "abc", "def");
        ColumnReading reading = detect(half).orElseThrow();
        assertEquals(Outcome.PARTLY, reading.outcome());
        assertEquals(0.5, reading.account().share());
        assertEquals(2, reading.account().firstUnread());
        assertCategories(with(half, "ghi"));
    }

    @Test
    void numbers_of_several_units_are_not_read() {
        assertNamed(Outcome.SEVERAL_UNITS, List.of("$5.10", "\u20ac5.10", "$6.10", "$7.10"));
        assertNamed(Outcome.PARTLY, List.of("12 %", "13 %", "0.14"));
    }

    @Test
    void digits_as_no_number_is_written_make_a_column_of_codes() {
        assertCategories(List.of("00123", "10115", "20095", "80331", "50667"));
        assertCategories(texts(60, i -> "+4915123456" + (10 + i)));
        assertCategories(texts(60, i -> "030 123 4" + (10 + i)));
        assertCategories(texts(60, i -> "41111111111111" + (10 + i)));
        assertCategories(texts(100, i -> i < 3 ? "0" + (1000 + i) : String.valueOf(10_000 + i)));
    }

    @Test
    void whole_numbers_as_texts_are_codes_if_they_are_few_or_of_one_length() {
        assertCategories(List.of("1", "2", "3", "1", "2"));
        assertCategories(texts(200, i -> String.valueOf(i % 20)));
        assertRead(TextFormat.DECIMAL_POINT, "", texts(200, i -> String.valueOf(i % 21)));
        assertNamed(Outcome.CODES, texts(60, i -> String.valueOf(10_115 + 991 * i)));
        assertNamed(Outcome.CODES, texts(60, i -> "123 456 7" + (10 + i)));
        assertCategories(List.of("7", "7", "A1", "12"));
    }

    @Test
    void whole_numbers_beside_a_sign_of_a_missing_value_are_numbers() {
        assertRead(TextFormat.DECIMAL_POINT, "", with(texts(60, i -> String.valueOf(5 + i % 15)), "N/A"));
        assertRead(TextFormat.DECIMAL_POINT, "", with(texts(60, i -> String.valueOf(1950 + i % 50)), "N/A"));
        assertNamed(Outcome.CODES, with(texts(60, i -> String.valueOf(i % 5)), "N/A"));
        assertRead(TextFormat.DECIMAL_POINT, "", with(texts(60, i -> String.valueOf(30_000 + 991 * i)), "N/A"));
        assertNamed(Outcome.CODES, with(texts(60, i -> String.valueOf(10_000_115 + 991 * i)), "N/A"));
    }

    @Test
    void dates_are_read_where_the_order_is_proven() {
        assertRead(TextFormat.YEAR_FIRST, "", List.of("2012-06-02", "2018-12-13"));
        assertRead(TextFormat.YEAR_FIRST, "", List.of("2012-06-02T10:00", "2018-12-13"));
        assertRead(TextFormat.WITH_OFFSET, "", List.of("2012-06-02T10:00Z", "2018-12-13 10:00:00+01:00"));
        assertRead(TextFormat.DAY_FIRST, "", List.of("02.06.2012", "15.03.2012"));
        assertRead(TextFormat.MONTH_FIRST, "", List.of("06/02/2012", "03/15/2012"));
        assertRead(TextFormat.DAY_FIRST, "", List.of("05/05/2012", "06/06/2013"));
        assertNamed(Outcome.AMBIGUOUS, List.of("06/02/2012", "03/04/2012"));
        assertNamed(Outcome.AMBIGUOUS, List.of("06/02/2012", "15/03/2012", "03/15/2012"));
        assertNamed(Outcome.SOME_OFFSETS, List.of("2012-06-02T10:00Z", "2018-12-13T10:00"));
        assertNamed(Outcome.PARTLY, List.of("2012-06-02", "2018-12-13", "02.06.2012"));
        assertCategories(List.of("2012-06-02", "spring", "summer"));
        assertCategories(List.of("1.44.12", "1.45.13"));
    }

    @Test
    void dates_without_times_of_day_are_whole_days() {
        CategoryColumn column = CategoryColumn.of("c", Arrays.asList("2012-06-02", null, "2012-06-03"));
        NumericColumn read =
                TextPattern.of(TextFormat.YEAR_FIRST).read(column, RUN).column();
        assertEquals(Quantity.DATE, read.quantity());
        assertEquals(LocalDate.of(2012, 6, 2).toEpochDay(), read.values()[0]);
        assertTrue(read.isMissing(1));
        CategoryColumn times = CategoryColumn.of("c", List.of("2012-06-02", "2012-06-02T12:00"));
        assertEquals(
                Quantity.DATE_TIME,
                TextPattern.of(TextFormat.YEAR_FIRST).read(times, RUN).column().quantity());
    }

    @Test
    void usual_texts_are_categories() {
        assertCategories(List.of("own", "rent", "other"));
        assertCategories(List.of("A1", "7", "B2"));
        assertCategories(List.of("10-20", "20-30", "30+"));
        assertCategories(List.of("Smith", "M\u00fcller", "\u5c71\u7530"));
        assertCategories(List.of("192.168.1.1", "10.0.0.1", "172.16.0.10"));
        assertCategories(List.of("true", "false"));
        assertCategories(List.of("12 apples", "13 apples"));
    }

    @Test
    void new_texts_are_read_where_numbers_or_dates_are_expected() {
        assertEquals(Optional.of(TextPattern.of(TextFormat.DECIMAL_POINT)), expected(Quantity.NUMBER, "12", "x", "7"));
        assertEquals(Optional.of(TextPattern.of(TextFormat.DECIMAL_COMMA)), expected(Quantity.NUMBER, "1.004,62"));
        assertEquals(Optional.of(TextPattern.of(TextFormat.YEAR_FIRST)), expected(Quantity.DATE_TIME, "2012-06-02"));
        assertEquals(Optional.empty(), expected(Quantity.NUMBER, "1,234"));
        assertEquals(Optional.empty(), expected(Quantity.NUMBER, "12 %"));
        assertEquals(Optional.empty(), expected(Quantity.NUMBER, "2012-06-02"));
        assertEquals(Optional.empty(), expected(Quantity.DATE, "12"));
        assertEquals(Optional.empty(), expected(Quantity.DATE, "03/04/2012"));
        assertEquals(Optional.of(TextPattern.of(TextFormat.TIME_OF_DAY)), expected(Quantity.TIME, "12:30"));
        assertEquals(Optional.empty(), expected(Quantity.TIME, "12"));
        assertEquals(Optional.empty(), expected(Quantity.DURATION, "12:30"));
        assertEquals(Optional.empty(), expected(Quantity.NUMBER, "12 kg"));
        assertEquals(Optional.empty(), expected(Quantity.NUMBER));
    }

    private static Optional<TextPattern> expected(Quantity quantity, String... texts) {
        return TextDetector.expected(CategoryColumn.of("c", Arrays.asList(texts)), quantity, RUN);
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        List<String> texts = new ArrayList<>(texts(97, i -> "$" + (i + 1) + ",100.50"));
        texts.addAll(List.of("call", "ask", "N/A", "ask"));
        ColumnReading reading = detect(texts).orElseThrow();
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(texts, new Random(seed));
            ColumnReading shuffled = detect(texts).orElseThrow();
            assertEquals(reading.pattern(), shuffled.pattern());
            assertEquals(reading.account().unread(), shuffled.account().unread());
        }
        assertEquals(List.of("ask", "call"), reading.account().unread().examples());
    }

    @Test
    void random_texts_never_fail() {
        Random random = new Random(7);
        String alphabet = "0123456789.,'-+()%$\u20ac eETZ:/\u00A0\u221212345";
        for (int round = 0; round < 20_000; round++) {
            String text = IntStream.range(0, random.nextInt(14))
                    .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                    .reduce("", String::concat);
            detect(text, "5");
            for (TextFormat format : TextFormat.values()) {
                assertTrue(!Double.isInfinite(TextPattern.of(format).value(text)), text);
            }
        }
    }

    @Test
    void a_canceled_run_ends_the_detection() {
        RunContext canceled = RunContext.of(0).withCancel(() -> true);
        List<String> texts = texts(200_000, i -> i + ".5");
        CategoryColumn column = CategoryColumn.of("c", texts);
        assertThrows(RunCanceledException.class, () -> TextDetector.detect(column, canceled));
    }
}
