package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.engine.profile.Tables.RUN;
import static org.tessera.engine.profile.Tables.labels;
import static org.tessera.engine.profile.Tables.numbers;
import static org.tessera.engine.profile.Tables.texts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RandomStream;

class HoldOutTest {

    private static final int N = 1001;
    private static final Labels LABELS = labels(N, i -> i % 7 == 0 ? 1 : 0);
    private static final NumericColumn AGE = numbers("Age", N, i -> i % 50 == 3 ? Double.NaN : i * 37 % 101);
    private static final Column HOME = texts("Home", N, i -> i % 11 == 0 ? null : "home" + i % 5);

    private static HoldOut halves(Labels labels, Column... columns) {
        CustomerTable table = new CustomerTable(labels.size(), List.of(columns));
        return HoldOut.of(table.columns(), Grouping.of(table, SegmentedRows.all(labels)), RUN);
    }

    @Test
    void every_customer_is_in_one_half_and_each_segment_is_halved() {
        HoldOut halves = halves(LABELS, AGE, HOME);
        for (int g = 0; g < 2; g++) {
            int[] first = halves.search(g, N);
            int[] second = halves.validation(g);
            assertTrue(first.length - second.length == 0 || first.length - second.length == 1);
            int group = g;
            assertArrayEquals(
                    IntStream.range(0, N).filter(i -> LABELS.at(i) == group).toArray(),
                    IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                            .sorted()
                            .toArray());
        }
    }

    /** The customers of a half are the same, as values, whatever the order of the rows. */
    @Test
    void halves_do_not_depend_on_the_order_of_the_rows() {
        int[] order = RandomStream.of(3, 0).permutation(N);
        Labels shuffled = Labels.of(Arrays.stream(order).map(LABELS::at).toArray());
        HoldOut one = halves(LABELS, AGE, HOME);
        HoldOut other = halves(shuffled, AGE.select(order), HOME.select(order));
        for (int g = 0; g < 2; g++) {
            double[] ages = Arrays.stream(one.search(g, N))
                    .mapToDouble(i -> AGE.values()[i])
                    .sorted()
                    .toArray();
            double[] others = Arrays.stream(other.search(g, N))
                    .mapToDouble(i -> AGE.values()[order[i]])
                    .sorted()
                    .toArray();
            assertArrayEquals(ages, others);
        }
    }

    @Test
    void equal_customers_are_divided_evenly() {
        HoldOut halves = halves(labels(400, i -> 0), texts("Home", 400, i -> i % 4 == 0 ? "rent" : "own"));
        assertEquals(
                50, Arrays.stream(halves.validation(0)).filter(i -> i % 4 == 0).count(), 1);
    }

    @Test
    void few_customers_are_not_halved() {
        HoldOut halves = halves(labels(400, i -> i < 19 ? 1 : 0), numbers("x", 400, i -> i));
        assertTrue(halves.isTooSmall(1));
        assertEquals(19, halves.all(1).length);
        assertTrue(!halves.isTooSmall(0));
        assertEquals(10, halves.search(0, 10).length);
    }
}
