package org.tessera.engine.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RunContext;

class RowSampleTest {

    private static final RunContext RUN = RunContext.of(1).withThreads(2);

    private static RowSample.Sampled sample(Customers customers, int size) {
        List<ColumnKind> kinds = customers.columns();
        return customers.pass("", () -> new RowSample(kinds, size), RUN).sampled();
    }

    private static void assertSame(RowSample.Sampled expected, RowSample.Sampled actual) {
        assertArrayEquals(expected.ids(), actual.ids());
        assertEquals(expected.total(), actual.total());
        for (int c = 0; c < expected.customers().columns().size(); c++) {
            assertEquals(entries(expected.customers(), c), entries(actual.customers(), c));
        }
    }

    private static List<Object> entries(CustomerTable table, int column) {
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            entries.add(
                    table.columns().get(column) instanceof CategoryColumn texts
                            ? texts.isMissing(i) ? "" : texts.levels().get(texts.codes()[i])
                            : (Object) ((NumericColumn) table.columns().get(column)).values()[i]);
        }
        return entries;
    }

    @Test
    void same_rows_in_the_same_order_for_any_parts_and_order() {
        CustomerTable table = PlantedCustomers.table(9000, 1);
        long[] ids = PlantedCustomers.ids(9000);
        for (int size : new int[] {1, 700, 9000, 20_000}) {
            RowSample.Sampled one = sample(CustomersInMemory.of(table, ids, 1), size);
            assertEquals(Math.min(size, 9000), one.customers().rows());
            assertEquals(size >= 9000, one.isComplete());
            assertSame(one, sample(CustomersInMemory.of(table, ids, 16), size));
            assertSame(one, sample(new TravelingCustomers(table, ids, 7, size), size));
        }
    }

    @Test
    void rows_without_identifiers_that_agree_keep_their_share() {
        int n = 50_000;
        double[] values = new double[n];
        Arrays.setAll(values, i -> i % 10 < 7 ? 1 : i % 10 < 9 ? 2 : 3);
        CustomerTable table = new CustomerTable(n, List.of(new NumericColumn("x", values, true)));
        RowSample.Sampled one = sample(CustomersInMemory.of(table, new long[n], 1), 1000);
        assertSame(one, sample(new TravelingCustomers(table, new long[n], 4, 2), 1000));
        double[] drawn = ((NumericColumn) one.customers().columns().get(0)).values();
        for (int value = 1; value <= 3; value++) {
            int expected = List.of(700, 200, 100).get(value - 1);
            int wanted = value;
            assertEquals(expected, Arrays.stream(drawn).filter(v -> v == wanted).count(), 1);
        }
    }

    @Test
    void rows_are_drawn_evenly() {
        int n = 100_000;
        double[] values = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        CustomerTable table = new CustomerTable(n, List.of(new NumericColumn("x", values, true)));
        RowSample.Sampled drawn = sample(CustomersInMemory.of(table, new long[n], 3), 10_000);
        int[] perTenth = new int[10];
        for (double value : ((NumericColumn) drawn.customers().columns().get(0)).values()) {
            perTenth[(int) (value / 10_000)]++;
        }
        double chiSquared = Arrays.stream(perTenth)
                .mapToDouble(c -> (c - 1000) * (c - 1000) / 1000.0)
                .sum();
        assertTrue(chiSquared < 27.9, "beyond the 99.9 % quantile of 9 degrees of freedom: " + chiSquared);
    }

    @Test
    void counts_infinite_numbers_and_no_rows() {
        CustomerTable table = new CustomerTable(
                3, List.of(new NumericColumn("x", new double[] {1, Double.NEGATIVE_INFINITY, Double.NaN}, false)));
        RowSample sample =
                CustomersInMemory.of(table, new long[3], 2).pass("", () -> new RowSample(ColumnKind.of(table), 5), RUN);
        assertEquals(1, sample.infinite(0));
        CustomerTable none = new CustomerTable(0, List.of(new NumericColumn("x", new double[0], false)));
        RowSample.Sampled empty = sample(CustomersInMemory.of(none, new long[0], 3), 5);
        assertEquals(0, empty.total());
        assertTrue(empty.isComplete());
        assertFalse(sample.sampled().customers().rows() == 0);
    }
}
