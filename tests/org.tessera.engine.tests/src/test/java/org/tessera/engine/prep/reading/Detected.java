package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.run.RunContext;

/** Columns of texts, and what the detection makes of them. */
final class Detected {

    private static final RunContext RUN = RunContext.of(0);

    private Detected() {}

    static Optional<ColumnReading> detect(List<String> texts) {
        return TextDetector.detect(CategoryColumn.of("c", texts), RUN);
    }

    static List<String> texts(int n, IntFunction<String> text) {
        return IntStream.range(0, n).mapToObj(text).toList();
    }

    /** Dates 37 days apart from 2012-01-05 on. */
    static LocalDate date(int i) {
        return LocalDate.of(2012, 1, 5).plusDays(37L * i);
    }

    static void assertRead(TextFormat format, List<String> texts) {
        assertRead(format, "", texts);
    }

    static void assertRead(TextFormat format, String unit, List<String> texts) {
        ColumnReading reading = detect(texts).orElseThrow(() -> new AssertionError("categories: " + texts));
        assertEquals(Outcome.READ, reading.outcome(), texts.toString());
        assertEquals(new TextPattern(format, unit), reading.pattern(), texts.toString());
    }

    static void assertRead(TextFormat format, String... texts) {
        assertRead(format, Arrays.asList(texts));
    }

    static void assertNamed(Outcome outcome, List<String> texts) {
        assertEquals(Optional.of(outcome), detect(texts).map(ColumnReading::outcome), texts.toString());
    }

    static void assertNamed(Outcome outcome, String... texts) {
        assertNamed(outcome, Arrays.asList(texts));
    }

    static void assertCategories(String... texts) {
        assertEquals(Optional.empty(), detect(Arrays.asList(texts)), Arrays.toString(texts));
    }
}
