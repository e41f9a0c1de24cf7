package org.tessera.engine.prep.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.run.RandomStream;

/** Which whole numbers are ids, and that measures are not, whatever their size and shape. */
class NumberIdsTest {

    private final RandomStream random = RandomStream.of(11, 0);

    private double uniform(double from, double to) {
        return Math.floor(from + random.nextDouble() * (to - from));
    }

    private static double[] sorted(int n, DoubleSupplier value) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> value.getAsDouble());
        Arrays.sort(values);
        return values;
    }

    private double[] distinct(int n, double from, double to) {
        TreeSet<Double> values = new TreeSet<>();
        while (values.size() < n) {
            values.add(uniform(from, to));
        }
        return values.stream().mapToDouble(v -> v).toArray();
    }

    private static boolean isId(String name, double[] sorted) {
        return NumberIds.find(name, sorted).isPresent();
    }

    @Test
    void client_numbers_of_nine_digits_with_large_gaps_are_ids_whatever_the_name() {
        double[] numbers = distinct(10_127, 708_082_083, 828_343_083);
        assertTrue(isId("x", numbers));
        assertEquals(
                Optional.of("looks like a row number or id: every value occurs once"), NumberIds.find("", numbers));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 80, 1000, 10_000})
    void running_numbers_with_one_customer_in_fifty_twice_are_ids(int n) {
        int[] next = {0};
        double[] numbers = sorted(n, () -> ++next[0] % 50 == 0 ? next[0] - 1 : next[0]);
        assertTrue(isId("x", numbers));
    }

    @Test
    void a_sample_of_numbers_without_a_repetition_is_an_id_where_chance_would_repeat_some() {
        assertTrue(isId("x", distinct(10_000, 100_000, 150_000)));
        double[] drawn = sorted(10_000, () -> uniform(100_000, 150_000));
        assertFalse(isId("x", drawn), "9 in 10 are distinct, too, but as often repeated as by chance");
    }

    @Test
    void phone_numbers_and_random_codes_of_one_length_are_ids() {
        assertTrue(isId("x", sorted(100, () -> uniform(2e9, 1e10) * 1)));
        assertTrue(isId("x", sorted(1000, () -> uniform(100_000, 1_000_000))));
        assertTrue(isId("x", sorted(100, () -> 20_230_000_000.0 + uniform(0, 1e6))));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100, 300, 1000, 5000})
    void amounts_in_cents_are_none_whatever_their_distribution(int n) {
        for (int repetition = 0; repetition < 10; repetition++) {
            assertFalse(isId("x", sorted(n, () -> Math.floor(Math.exp(15 + 0.4 * random.nextGaussian())))), "skewed");
            assertFalse(isId("x", sorted(n, () -> Math.floor(5e6 + 3e5 * random.nextGaussian()))), "normal, narrow");
            assertFalse(isId("x", sorted(n, () -> uniform(2e6, 9e6))), "uniform, of seven digits");
            assertFalse(isId("x", sorted(n, () -> Math.floor(Math.exp(18 + 0.6 * random.nextGaussian())))), "large");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 1000})
    void counts_ages_points_in_time_and_rounded_amounts_are_none(int n) {
        for (int repetition = 0; repetition < 10; repetition++) {
            assertFalse(isId("x", sorted(n, () -> uniform(18, 80))), "age");
            assertFalse(isId("x", sorted(n, () -> Math.floor(9000 + 3000 * random.nextGaussian()))), "steps");
            assertFalse(isId("x", sorted(n, () -> uniform(1.6e9, 1.7e9))), "seconds since 1970");
            assertFalse(isId("x", sorted(n, () -> uniform(1.6e12, 1.7e12))), "milliseconds since 1970");
            assertFalse(isId("x", sorted(n, () -> 1000 * uniform(50_000, 60_000))), "in thousands");
        }
        assertFalse(isId("x", sorted(n, () -> 20_200_000 + 100 * uniform(1, 13) + uniform(1, 29))), "YYYYMMDD");
    }

    @Test
    void an_amount_by_its_name_is_no_id_whatever_its_values() {
        double[] numbers = distinct(1000, 708_082_083, 828_343_083);
        for (String name : new String[] {"Income", "income_cents", "TotalRevenue", "Umsatz 2024", "purchase amount"}) {
            assertFalse(isId(name, numbers), name);
        }
        assertTrue(isId("Loan ID", numbers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLIENTNUM",
                "customer_no",
                "Kundennummer",
                "Kunden-Nr",
                "accountnumber",
                "zip",
                "PhoneNumber",
                "CustomerKey",
                "uuid",
                "Id2",
                "storeCode",
                "Account number"
            })
    void a_name_of_keys_makes_half_distinct_numbers_an_id(String name) {
        int[] next = {0};
        double[] numbers = sorted(40, () -> 1000.0 * Math.pow(++next[0] / 2, 2));
        assertTrue(isId(name, numbers));
        int[] few = {0};
        assertFalse(isId(name, sorted(40, () -> 1000.0 * (++few[0] % 10))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "customer", "Seat number"})
    void a_weaker_word_needs_nine_in_ten_distinct(String name) {
        int[] next = {0};
        assertTrue(isId(name, sorted(40, () -> 1000.0 * Math.pow(++next[0], 2))));
        int[] half = {0};
        assertFalse(isId(name, sorted(40, () -> 1000.0 * Math.pow(++half[0] / 2, 2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total number", "revenue per customer", "nominal", "monkey", "decode", "paid", "casino"})
    void words_that_contain_a_key_are_none(String name) {
        int[] next = {0};
        assertFalse(isId(name, sorted(40, () -> 1000.0 * Math.pow(++next[0], 2))));
    }

    @Test
    void keys_of_64_bits_are_ids_although_doubles_do_not_hold_their_last_digits() {
        assertTrue(isId("x", sorted(300, () -> 1.2e18 + uniform(0, 1e15))), "running number of a service");
        assertTrue(isId("x", sorted(300, () -> uniform(-9.2e18, 9.2e18))), "hash");
        assertTrue(isId("CustomerID", sorted(50, () -> uniform(1e16, 1e17))));
        assertFalse(isId("x", sorted(300, () -> 1e6 * uniform(1.6e12, 1.7e12))), "nanoseconds of milliseconds");
        assertFalse(isId("x", sorted(300, () -> uniform(1.6e15, 1.7e15))), "microseconds since 1970");
        assertFalse(isId("x", sorted(300, () -> 1e15 * uniform(10, 1000))), "rounded");
        assertFalse(isId("balance", sorted(300, () -> uniform(0, 9e18))), "an amount by its name");
    }

    @Test
    void codes_without_their_leading_zeros_are_ids() {
        assertTrue(isId("x", sorted(300, () -> uniform(0, 1e8))));
        assertFalse(isId("x", sorted(300, () -> Math.floor(Math.exp(16 + random.nextGaussian())))), "an amount");
    }

    @Test
    void in_a_small_table_different_numbers_are_ids_by_their_name() {
        assertTrue(isId("CustomerID", new double[] {101, 102, 105}));
        assertFalse(isId("CustomerID", new double[] {101, 105}));
        assertFalse(isId("CustomerID", new double[] {101, 101, 105}));
    }

    @Test
    void fewer_than_twenty_numbers_and_fractions_are_none() {
        int[] next = {0};
        assertFalse(isId("x", sorted(19, () -> ++next[0])));
        assertFalse(isId("id", sorted(30, () -> ++next[0] + 0.5)));
        assertFalse(isId("id", new double[0]));
    }
}
