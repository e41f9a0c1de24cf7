package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.RunContext;

/** Dates, times of day and durations are described in their usual notation. */
class DatesTest {

    private static final int N = 400;
    private static final Labels LABELS =
            Labels.of(IntStream.range(0, N).map(i -> i % 4 == 0 ? 1 : 0).toArray());

    private static SegmentProfile second(Quantity quantity, IntToDoubleFunction first, IntToDoubleFunction second) {
        double[] values = new double[N];
        Arrays.setAll(values, i -> (i % 4 == 0 ? second : first).applyAsDouble(i));
        CustomerTable table = new CustomerTable(N, List.of(new NumericColumn("Column", values, false, quantity)));
        SegmentProfile segment = Profiler.profile(
                        table, SegmentedRows.all(LABELS), ProfileOptions.defaults(), RunContext.of(1))
                .segments()
                .get(1);
        assertEquals(quantity, ((NumericProfile) segment.columns().get(0)).quantity());
        return segment;
    }

    private static double day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    private static double moment(String dateTime) {
        LocalDateTime time = LocalDateTime.parse(dateTime);
        return Quantity.days(time.toLocalDate().toEpochDay(), time.toLocalTime().toNanoOfDay());
    }

    @Test
    void dates_are_earlier_or_later_and_rules_name_days() {
        SegmentProfile segment = second(Quantity.DATE, i -> day("2010-01-01") + i, i -> day("2020-01-01") + i);
        // i is 198 on average in the segment and 200 elsewhere: 3 / 4 of 200 and 1 / 4 of 3652 + 198 days are 1112.5.
        assertEquals(
                "Segment 2 (100 customers, 25 %): later Column (2020-07-17 vs 2013-01-18 on average).",
                segment.description());
        Rule rule = segment.rule().orElseThrow();
        assertTrue(rule.text().matches("Column >= 20(11-02|1[2-9]|20-01-01).*"), rule.text());
        assertEquals(1, rule.coverage());
        assertEquals(1, rule.precision());
        LocalDate from = LocalDate.parse(rule.conditions().get(0).values().get(0));
        assertTrue(!from.isAfter(LocalDate.of(2020, 1, 1)) && from.isAfter(LocalDate.of(2011, 2, 4)), from::toString);
    }

    @Test
    void rules_on_times_hold_as_written() {
        for (int seconds : new int[] {1, 30, 3600, 86_400, 30 * 86_400}) {
            LocalDateTime start = LocalDateTime.of(2024, 2, 28, 23, 59, 17);
            LocalDateTime[] times = new LocalDateTime[N];
            Arrays.setAll(times, i -> start.plusSeconds((long) seconds * (i % 4 == 0 ? i + N : i)));
            IntToDoubleFunction value = i -> moment(times[i].toString());
            SegmentProfile segment = second(Quantity.DATE_TIME, value, value);
            Rule rule = segment.rule().orElseThrow();
            HoldOut halves = halves(value);
            long fulfill =
                    fulfilling(halves.validation(0), times, rule) + fulfilling(halves.validation(1), times, rule);
            long inside = fulfilling(halves.validation(1), times, rule);
            assertEquals(inside / 50.0, rule.coverage(), 1e-12, rule.text());
            assertEquals(inside / (double) fulfill, rule.precision(), 1e-12, rule.text());
            assertTrue(rule.coverage() >= 0.95 && rule.precision() >= 0.95, rule.text());
        }
    }

    /** The halves that the Profiler makes of customers of whom only a time is known. */
    private static HoldOut halves(IntToDoubleFunction value) {
        double[] values = new double[N];
        Arrays.setAll(values, value);
        NumericColumn column = new NumericColumn("Column", values, false, Quantity.DATE_TIME);
        CustomerTable table = new CustomerTable(N, List.of(column));
        return HoldOut.of(table.columns(), Grouping.of(table, SegmentedRows.all(LABELS)), RunContext.of(1));
    }

    private static long fulfilling(int[] rows, LocalDateTime[] times, Rule rule) {
        return Arrays.stream(rows)
                .filter(i -> rule.conditions().stream().allMatch(c -> holds(times[i], c)))
                .count();
    }

    private static boolean holds(LocalDateTime time, Rule.Condition condition) {
        boolean before = time.isBefore(LocalDateTime.parse(condition.values().get(0)));
        return condition.operator().equals("<") == before;
    }

    @Test
    void date_times_are_written_as_fine_as_they_differ() {
        assertEquals(
                "Segment 2 (100 customers, 25 %): earlier Column (2024-02-03 vs 2024-05-04 on average).",
                second(Quantity.DATE_TIME, i -> moment("2024-06-03T18:00"), i -> moment("2024-02-03T06:00"))
                        .description());
        assertEquals(
                "Segment 2 (100 customers, 25 %): earlier Column (2024-02-03T06:00 vs 2024-02-03T15:00 on average).",
                second(Quantity.DATE_TIME, i -> moment("2024-02-03T18:00"), i -> moment("2024-02-03T06:00"))
                        .description());
    }

    @Test
    void times_of_day_are_earlier_or_later() {
        SegmentProfile segment = second(
                Quantity.TIME,
                i -> Quantity.hours(LocalTime.of(9, i % 60).toNanoOfDay()),
                i -> Quantity.hours(LocalTime.of(18, 10 + i % 10).toNanoOfDay()));
        assertTrue(
                segment.description().startsWith("Segment 2 (100 customers, 25 %): later Column (18:14 vs 11:4"),
                segment::description);
        assertTrue(
                segment.rule().orElseThrow().text().matches("Column >= 1[0-8]:\\d\\d"),
                segment.rule().orElseThrow()::text);
    }

    @Test
    void durations_are_longer_or_shorter_by_days() {
        // 30 or 31 days: 30.5; a quarter of it and three quarters of 1.02 are 8.39.
        SegmentProfile segment = second(Quantity.DURATION, i -> 1 + i % 4 * 0.01, i -> 30 + i % 8 * 0.25);
        assertEquals(
                "Segment 2 (100 customers, 25 %): longer Column (31 days vs 8 days on average).",
                segment.description());
        assertTrue(
                segment.rule().orElseThrow().text().matches("Column >= [0-9.]+ days"),
                segment.rule().orElseThrow()::text);
    }
}
