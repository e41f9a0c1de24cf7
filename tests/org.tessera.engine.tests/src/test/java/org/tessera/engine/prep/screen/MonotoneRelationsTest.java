package org.tessera.engine.prep.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Columns of numbers that are rising or falling functions of another one. */
class MonotoneRelationsTest {

    private static final int N = 1000;

    private static NumericColumn column(String name, IntToDoubleFunction value) {
        return new NumericColumn(name, IntStream.range(0, N).mapToDouble(value).toArray(), false);
    }

    private static NumericColumn random(String name, int seed) {
        RandomStream random = RandomStream.of(seed, 0);
        return column(name, i -> Math.round(10 * (70 + 10 * random.nextGaussian())) / 10.0);
    }

    private static Map<String, String> find(NumericColumn... columns) {
        return MonotoneRelations.find(
                List.of(columns), Set.of(), RunContext.of(1).withThreads(2));
    }

    private final NumericColumn a = random("a", 1);
    private final double[] x = a.values();

    @Test
    void logarithms_and_powers_follow_from_their_column() {
        assertEquals(Map.of("log", "is a rising function of 'a'"), find(a, column("log", i -> Math.log(x[i]))));
        assertEquals(Map.of("a", "is a rising function of 'root'"), find(column("root", i -> Math.sqrt(x[i])), a));
        assertEquals(Map.of("1/a", "is a falling function of 'a'"), find(a, column("1/a", i -> 1 / x[i])));
        NumericColumn rounded = column("log", i -> Math.round(1000 * Math.log1p(x[i])) / 1000.0);
        assertEquals(Map.of("log", "is a rising function of 'a'"), find(random("b", 2), a, rounded));
    }

    @Test
    void columns_that_are_but_sorted_alike_stay() {
        NumericColumn since = column("since", i -> i);
        assertEquals(Map.of(), find(since, column("spend", i -> (i < 500 ? 300 : 50_000) + 11.25 * i)));
        assertEquals(Map.of(), find(since, column("steps", i -> i + 40 * Math.floor(i / 300.0))));
    }

    @Test
    void what_is_rounded_follows_from_what_is_finer_wherever_it_stands() {
        NumericColumn pounds = column("lb", i -> Math.rint(2.20462 * x[i]));
        NumericColumn classes = column("class", i -> Math.floor(x[i] / 10));
        assertEquals(Map.of("lb", "is a rising function of 'a'"), find(a, pounds));
        assertEquals(Map.of("lb", "is a rising function of 'a'"), find(pounds, a));
        assertEquals(
                Map.of("lb", "is a rising function of 'a'", "class", "is a rising function of 'a'"),
                find(classes, pounds, a));
        NumericColumn date = new NumericColumn("since", x, false, Quantity.DATE);
        NumericColumn years = column("years", i -> -Math.floor(x[i] / 7));
        assertEquals(Map.of("years", "is a falling function of 'since'"), find(date, years));
    }

    @Test
    void a_copy_with_holes_follows_but_what_is_known_of_more_customers_does_not() {
        NumericColumn holes = column("holes", i -> i % 5 == 0 ? Double.NaN : x[i] * x[i]);
        assertEquals(Map.of("holes", "is a rising function of 'a'"), find(holes, a));
        NumericColumn others = column("others", i -> i % 7 == 0 ? Double.NaN : x[i] * x[i]);
        assertEquals(Map.of(), find(holes, others));
    }

    @Test
    void one_row_out_of_order_and_equal_numbers_with_different_ones_are_information() {
        assertEquals(Map.of(), find(a, column("but one", i -> i == 777 ? 0 : Math.log(x[i]))));
        assertEquals(Map.of(), find(column("tens", i -> Math.floor(x[i] / 10)), column("b", i -> x[i] + i % 2)));
        assertEquals(Map.of(), find(a, random("b", 2), random("c", 3)));
    }

    @Test
    void what_chance_explains_is_no_relation() {
        NumericColumn few = new NumericColumn("few", new double[] {1, 2, 3, 4, 5, 6, 7, 8}, false);
        NumericColumn same = new NumericColumn("same", new double[] {1, 4, 9, 16, 25, 36, 49, 64}, false);
        assertEquals(Map.of(), find(few, same), "2 / 8! = 5e-5");
        NumericColumn rare = column("rare", i -> x[i] == Arrays.stream(x).max().orElseThrow() ? 1 : 0);
        assertEquals(Map.of(), find(a, rare), "two values");
    }

    @Test
    void columns_to_be_kept_are_never_determined_and_determine_others() {
        NumericColumn log = column("log", i -> Math.log(x[i]));
        RunContext run = RunContext.of(1);
        assertEquals(
                Map.of("a", "is a rising function of 'log'"),
                MonotoneRelations.find(List.of(a, log), Set.of("log"), run));
        assertEquals(Map.of(), MonotoneRelations.find(List.of(a, log), Set.of("a", "log"), run));
        NumericColumn classes = column("class", i -> Math.floor(x[i] / 10));
        assertEquals(Map.of(), MonotoneRelations.find(List.of(classes, a), Set.of("class"), run));
    }

    @Test
    void five_thousand_columns_of_many_zeros_take_seconds() {
        List<NumericColumn> columns = new ArrayList<>();
        for (int k = 0; k < 5000; k++) {
            RandomStream random = RandomStream.of(k, 2);
            double[] values = new double[300];
            Arrays.setAll(values, i -> random.nextDouble() < 0.98 ? 0 : random.nextGaussian());
            columns.add(new NumericColumn("x" + k, values, false));
        }
        Map<String, String> found = assertTimeout(
                Duration.ofSeconds(20),
                () -> MonotoneRelations.find(columns, Set.of(), RunContext.of(1).withThreads(2)));
        assertEquals(Map.of(), found);
    }
}
