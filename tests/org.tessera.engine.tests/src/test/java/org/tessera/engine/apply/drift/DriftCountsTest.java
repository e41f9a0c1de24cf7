package org.tessera.engine.apply.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class DriftCountsTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final SegmentShares SHARES = new SegmentShares(new int[] {500, 500}, new int[] {260, 240});

    private static CustomerTable customers(int n, double shift, double renters, int seed) {
        RandomStream random = RandomStream.of(seed, 0);
        double[] ages = IntStream.range(0, n)
                .mapToDouble(i -> Math.round(40 + shift + 12 * random.nextGaussian()))
                .toArray();
        double[] since = IntStream.range(0, n)
                .mapToDouble(i -> random.nextDouble() < 0.1 ? Double.NaN : 18_000 + 2000 * random.nextDouble())
                .toArray();
        List<String> homes = IntStream.range(0, n)
                .mapToObj(i -> random.nextDouble() < renters ? "rent" : "own")
                .toList();
        return new CustomerTable(
                n,
                List.of(
                        new NumericColumn("Age", ages, true),
                        new NumericColumn("Since", since, false, Quantity.DATE),
                        CategoryColumn.of("Home", homes)));
    }

    private static Drift drift(CustomerTable training, CustomerTable... parts) {
        DriftCounts counts = new DriftCounts(new Baseline(Baselines.columns(training, RUN), new int[0]));
        for (CustomerTable part : parts) {
            counts.add(part, RUN);
        }
        return counts.result(SHARES, Labels::name, RUN);
    }

    @Test
    void what_has_moved_is_named_in_own_units_and_the_rest_is_not() {
        Drift drift = drift(customers(1000, 0, 0.3, 1), customers(500, 9, 0.3, 2));
        Drift.Row age = drift.rows().get(0);
        assertEquals("Age", age.name());
        assertTrue(age.isBeyondChance());
        assertTrue(age.moved().matches("above 4[0-9]: [0-9.]+ % in training, [0-9.]+ % now"), age.moved());
        assertEquals("large drift", age.inWords());
        assertEquals(
                List.of("Age"),
                drift.beyondChance().stream().map(Drift.Row::name).toList());
        Drift.Row shares = drift.rows().get(3);
        assertEquals("", shares.name());
        assertEquals("Segment 1: 50 % in training, 52 % now", shares.moved());
        assertEquals(0.02, shares.effect(), 1e-15);
        assertEquals(SHARES.index(), shares.index());
        assertFalse(shares.isBeyondChance());
        assertEquals("none beyond chance", shares.inWords());
    }

    @Test
    void categories_dates_and_missing_entries_are_named() {
        CustomerTable training = customers(1000, 0, 0.3, 1);
        CustomerTable now = customers(500, 0, 0.6, 2);
        double[] since = ((NumericColumn) now.columns().get(1)).values().clone();
        Arrays.setAll(since, i -> i % 2 == 0 ? Double.NaN : since[i]);
        Drift drift = drift(
                training,
                new CustomerTable(
                        500,
                        List.of(
                                now.columns().get(0),
                                new NumericColumn("Since", since, false, Quantity.DATE),
                                now.columns().get(2))));
        assertTrue(
                drift.rows().get(1).moved().startsWith("missing: "),
                drift.rows().get(1).moved());
        assertTrue(
                drift.rows().get(2).moved().matches("(rent|own): .*"),
                drift.rows().get(2).moved());
        assertTrue(drift.rows().get(1).isBeyondChance() && drift.rows().get(2).isBeyondChance());
        double[] later = Arrays.stream(since).map(s -> s + 900).toArray();
        Drift dates = drift(
                training, new CustomerTable(500, List.of(new NumericColumn("Since", later, false, Quantity.DATE))));
        assertTrue(
                dates.rows().get(1).moved().matches("(after 20|missing).*"),
                dates.rows().get(1).moved());
        assertEquals(0, dates.rows().get(0).customers());
        assertEquals(1, dates.rows().get(0).p());
    }

    @Test
    void parts_order_and_threads_do_not_matter() {
        CustomerTable training = customers(1000, 0, 0.3, 1);
        CustomerTable now = customers(500, 2, 0.35, 2);
        int[] first = IntStream.range(0, 123).toArray();
        int[] second = IntStream.range(0, 377).map(i -> 499 - i).toArray();
        Drift whole = drift(training, now);
        assertEquals(whole, drift(training, part(now, second), part(now, first)));
        DriftCounts single = new DriftCounts(new Baseline(Baselines.columns(training, RUN.withThreads(1)), new int[0]));
        single.add(now, RUN.withThreads(1));
        assertEquals(whole, single.result(SHARES, Labels::name, RUN.withThreads(1)));
    }

    private static CustomerTable part(CustomerTable table, int[] rows) {
        return new CustomerTable(
                rows.length, table.columns().stream().map(c -> c.select(rows)).toList());
    }

    @Test
    void bins_of_numbers_hold_equally_many_and_do_not_divide_values() {
        double[] values =
                IntStream.range(0, 1000).mapToDouble(i -> i < 300 ? 0 : i).toArray();
        ColumnBaseline.Numbers numbers = (ColumnBaseline.Numbers) Baselines.of(new NumericColumn("x", values, true));
        assertEquals(300, numbers.counts()[0]);
        assertEquals(15, numbers.bounds().length);
        assertTrue(IntStream.range(1, 15).allMatch(b -> numbers.counts()[b] == 50));
        assertEquals(0, numbers.counts()[15]);
        assertEquals(14, numbers.bin(1e9));
        assertEquals(0, numbers.bin(-0.0));
        assertEquals(15, numbers.bin(Double.NaN));
        ColumnBaseline.Numbers few =
                (ColumnBaseline.Numbers) Baselines.of(new NumericColumn("x", new double[] {2, 1, Double.NaN, 2}, true));
        assertTrue(few.discrete());
        assertArrayEquals(new int[] {1, 2, 1}, few.counts());
    }

    @Test
    void categories_beyond_the_limit_are_counted_together() {
        List<String> entries = IntStream.range(0, 320)
                .mapToObj(i -> i < 120 ? "c" + i : "c" + i % 100)
                .toList();
        ColumnBaseline.Categories categories =
                (ColumnBaseline.Categories) Baselines.of(CategoryColumn.of("c", entries));
        assertEquals(Baselines.MAX_LEVELS, categories.levels().size());
        assertEquals(320, categories.total());
        assertEquals(20, categories.counts()[100]);
        assertArrayEquals(categories.counts(), categories.count(CategoryColumn.of("c", entries)));
    }

    @Test
    void corrected_p_values_are_those_of_R() {
        // R 4.2: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Drift.holm(0.01, 0.04, 0.03, 0.005), 1e-15);
    }

    @Test
    void a_tree_is_compared_with_the_customers_that_it_would_assign() {
        // Cut above 0.5: {0, 4.4} and {5}; 4.4 is nearer to 5 than to the mean 2.2.
        Matrix x = Matrix.of(new double[][] {{0}, {4.4}, {5}});
        MergeTree merges = new MergeTree(new int[] {0, 3}, new int[] {1, 2}, new double[] {0.5, 1});
        TreeModel tree =
                new TreeModel(Linkage.AVERAGE, Distance.EUCLIDEAN, merges, 0.7, Matrix.of(new double[][] {{2.2}, {5}}));
        assertArrayEquals(new int[] {1, 2, 0}, Baselines.shares(tree, x, Labels.of(0, 0, 1), RUN));
    }

    @Test
    void a_column_of_another_kind_is_refused() {
        DriftCounts counts =
                new DriftCounts(new Baseline(Baselines.columns(customers(50, 0, 0.5, 1), RUN), new int[0]));
        CustomerTable other = new CustomerTable(1, List.of(CategoryColumn.of("Age", List.of("old"))));
        assertThrows(IllegalArgumentException.class, () -> counts.add(other, RUN.withThreads(1)));
    }
}
