package org.tessera.engine.prep.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Columns of numbers that others determine, exactly or up to the rounding of their decimals. */
class LinearRelationsTest {

    private static final int N = 2000;

    private static NumericColumn column(String name, IntToDoubleFunction value) {
        return new NumericColumn(name, IntStream.range(0, N).mapToDouble(value).toArray(), false);
    }

    private static NumericColumn random(String name, int seed) {
        RandomStream random = RandomStream.of(seed, 0);
        return column(name, i -> Math.round(100 * Math.exp(4 + random.nextGaussian())) / 100.0);
    }

    private static Map<String, String> find(NumericColumn... columns) {
        return LinearRelations.find(List.of(columns), Set.of(), RunContext.of(1).withThreads(2));
    }

    private final NumericColumn a = random("a", 1);
    private final NumericColumn b = random("b", 2);
    private final NumericColumn c = random("c", 3);

    private double sum(int i) {
        return a.values()[i] + b.values()[i] + c.values()[i];
    }

    @Test
    void a_total_follows_from_its_parts_wherever_it_stands() {
        NumericColumn total = column("all of them", this::sum);
        Map<String, String> expected = Map.of("all of them", "is the sum of 'a', 'b' and 'c'");
        assertEquals(expected, find(a, b, c, total));
        assertEquals(expected, find(total, a, b, c));
        assertEquals(expected, find(a, total, b, c));
    }

    @Test
    void a_total_of_two_is_told_by_its_name_and_else_the_last_goes() {
        NumericColumn total = column("Total", i -> a.values()[i] + b.values()[i]);
        assertEquals(Map.of("Total", "is the sum of 'a' and 'b'"), find(total, a, b));
        NumericColumn revenue = column("revenue", i -> a.values()[i] + b.values()[i]);
        NumericColumn profit = new NumericColumn("profit", b.values(), false);
        assertEquals(Map.of("profit", "is 'revenue' - 'a'"), find(revenue, a, profit));
    }

    @Test
    void copies_multiples_other_units_and_other_relations_are_named() {
        assertEquals(Map.of("b", "equals 'a'"), find(a, new NumericColumn("b", a.values(), false)));
        assertEquals(Map.of("k", "is a multiple of 'a' (times 12)"), find(a, column("k", i -> 12 * a.values()[i])));
        assertEquals(Map.of("f", "is a linear function of 'a'"), find(a, column("f", i -> 32 + 1.8 * a.values()[i])));
        assertEquals(
                Map.of("x", "follows exactly from 'a' and 'b'"),
                find(a, b, c, column("x", i -> 2 * a.values()[i] - 3 * b.values()[i])));
        assertEquals(
                Map.of("x", "is 'a' + 'b' - 'c'"),
                find(a, b, c, column("x", i -> a.values()[i] + b.values()[i] - c.values()[i])));
    }

    @Test
    void rounding_to_cents_does_not_hide_a_relation() {
        NumericColumn dollars = column("usd", i -> Math.round(108.37 * a.values()[i]) / 100.0);
        assertEquals(Set.of("usd"), find(a, dollars).keySet());
        NumericColumn sum = column("sum", i -> Math.round(100 * sum(i)) / 100.0);
        assertEquals(Map.of("sum", "is the sum of 'a', 'b' and 'c'"), find(a, b, c, sum));
    }

    @Test
    void what_is_nearly_determined_stays() {
        RandomStream random = RandomStream.of(5, 0);
        double sd = 150;
        NumericColumn near = column("near", i -> a.values()[i] + 0.03 * sd * random.nextGaussian());
        assertEquals(Map.of(), find(a, near), "R squared about .999");
        NumericColumn nearer = column("nearer", i -> a.values()[i] + 3e-4 * sd * random.nextGaussian());
        assertEquals(Map.of(), find(a, nearer), "R squared 1 - 1e-7, but more than rounding to cents");
        NumericColumn but = column("but one", i -> i == 77 ? 0 : sum(i));
        assertEquals(Map.of(), find(a, b, c, but), "one row of 2000");
    }

    @Test
    void other_missing_cells_are_information() {
        NumericColumn holes = column("holes", i -> i % 9 == 0 ? Double.NaN : 2 * a.values()[i]);
        assertEquals(Map.of(), find(a, holes));
        NumericColumn same = column("same", i -> i % 9 == 0 ? Double.NaN : 3 * a.values()[i]);
        assertEquals(Map.of("same", "is a multiple of 'holes' (times 1.5)"), find(a, holes, same));
    }

    @Test
    void in_the_rows_in_which_it_is_known_a_column_follows_from_those_known_of_more() {
        NumericColumn holes = column("holes", i -> i % 9 == 0 ? Double.NaN : 2 * a.values()[i]);
        assertEquals(Map.of("holes", "is a multiple of 'a' (times 2)"), findInKnownRows(holes, a));
        NumericColumn part = column("part", i -> i % 9 == 0 ? Double.NaN : b.values()[i]);
        NumericColumn total = column("total", i -> a.values()[i] + b.values()[i]);
        assertEquals(Map.of("part", "is 'total' - 'a'"), findInKnownRows(a, part, total));
        NumericColumn known = column("total", i -> a.values()[i] + part.values()[i]);
        assertEquals(Map.of("total", "is the sum of 'a' and 'part'"), findInKnownRows(a, part, known));
        NumericColumn others = column("others", i -> i % 7 == 0 ? Double.NaN : 2 * a.values()[i]);
        assertEquals(Map.of(), findInKnownRows(holes, others), "each is known where the other is not");
        assertEquals(
                Map.of(),
                LinearRelations.findInKnownRows(List.of(a, holes), Set.of("holes"), RunContext.of(1)),
                "to be kept");
        assertEquals(Map.of(), findInKnownRows(a, column("twice", i -> 2 * a.values()[i])), "nothing is missing");
    }

    private static Map<String, String> findInKnownRows(NumericColumn... columns) {
        return LinearRelations.findInKnownRows(
                List.of(columns), Set.of(), RunContext.of(1).withThreads(2));
    }

    @Test
    void other_units_are_named_with_the_one_column_although_they_are_rounded() {
        NumericColumn kilos = column("kg", i -> Math.round(10 * (70 + i * 31 % 97 / 3.0)) / 10.0);
        NumericColumn pounds = column("lb", i -> Math.round(220.462 * kilos.values()[i]) / 100.0);
        Map<String, String> found = find(a, b, c, kilos, pounds);
        assertEquals("is a multiple of 'kg' (times 2.2046", found.get("lb").substring(0, 35));
    }

    @Test
    void a_coefficient_near_a_whole_number_is_not_taken_for_it() {
        NumericColumn years = column("years", i -> i * 31 % 97);
        NumericColumn since = column("since", i -> 19_782 - Math.floor(365.25 * years.values()[i]));
        assertEquals(Map.of("since", "is a linear function of 'years'"), find(a, years, since));
    }

    @Test
    void columns_to_be_kept_are_never_determined_and_determine_others() {
        NumericColumn total = column("Total", this::sum);
        assertEquals(
                Map.of("c", "is 'Total' - 'a' - 'b'"),
                LinearRelations.find(List.of(a, b, c, total), Set.of("Total"), RunContext.of(1)));
        assertEquals(
                Map.of(),
                LinearRelations.find(List.of(a, b, c, total), Set.of("a", "b", "c", "Total"), RunContext.of(1)));
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        NumericColumn total = column("total", this::sum);
        List<Integer> order = new ArrayList<>(IntStream.range(0, N).boxed().toList());
        Collections.shuffle(order, new Random(7));
        NumericColumn[] shuffled = IntStream.range(0, 4)
                .mapToObj(k -> List.of(a, b, total, c).get(k))
                .map(x -> column(x.name(), i -> x.values()[order.get(i)]))
                .toArray(NumericColumn[]::new);
        assertEquals(find(a, b, total, c), find(shuffled));
    }

    /** Twelve random rows obey any relation among eleven columns and a constant. */
    @Test
    void few_rows_prove_nothing() {
        NumericColumn[] wide = IntStream.range(0, 60)
                .mapToObj(k -> {
                    RandomStream random = RandomStream.of(k, 1);
                    double[] values = new double[30];
                    Arrays.setAll(values, i -> random.nextGaussian());
                    return new NumericColumn("x" + k, values, false);
                })
                .toArray(NumericColumn[]::new);
        assertEquals(Map.of(), find(wide));
    }

    @Test
    void huge_offsets_and_scales_are_measured_in_standard_deviations() {
        NumericColumn days = column("days", i -> 1e6 + i % 97);
        assertEquals(
                Map.of("seconds", "is a multiple of 'days' (times 86,400)"),
                find(days, column("seconds", i -> 86_400 * (1e6 + i % 97))));
        NumericColumn tiny = column("tiny", i -> 1e-30 * a.values()[i]);
        assertEquals(Set.of("tiny"), find(a, tiny).keySet());
        assertEquals(Map.of(), find(a, column("huge", i -> 1e150 * a.values()[i])), "squares would overflow");
    }

    @Test
    void five_thousand_columns_take_seconds_and_neighbors_are_compared() {
        List<NumericColumn> columns = new ArrayList<>();
        for (int k = 0; k < 5000; k++) {
            RandomStream random = RandomStream.of(k, 2);
            double[] values = new double[300];
            Arrays.setAll(values, i -> random.nextGaussian());
            columns.add(new NumericColumn("x" + k, values, false));
        }
        double[] twice =
                Arrays.stream(columns.get(4990).values()).map(v -> 2 * v).toArray();
        columns.set(4995, new NumericColumn("copy", twice, false));
        Map<String, String> found = assertTimeout(
                Duration.ofSeconds(20),
                () -> LinearRelations.find(columns, Set.of(), RunContext.of(1).withThreads(2)));
        assertEquals(Map.of("copy", "is a multiple of 'x4990' (times 2)"), found);
    }
}
