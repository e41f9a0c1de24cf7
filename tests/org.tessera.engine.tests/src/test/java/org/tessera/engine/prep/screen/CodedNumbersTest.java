package org.tessera.engine.prep.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

/** Which numbers are asked about. */
class CodedNumbersTest {

    /** Asks about thirty numbers, the given ones by turns. */
    private static Optional<Integer> count(String name, double... values) {
        double[] thirty = IntStream.range(0, 30)
                .mapToDouble(i -> values[i % values.length])
                .toArray();
        return CodedNumbers.count(new NumericColumn(name, thirty, true));
    }

    @Test
    void fewer_than_twenty_numbers_tell_nothing() {
        double[] nineteen = IntStream.range(0, 19).mapToDouble(i -> 1 + i % 2).toArray();
        assertEquals(Optional.empty(), CodedNumbers.count(new NumericColumn("Channel", nineteen, true)));
    }

    @Test
    void few_whole_numbers_may_be_codes() {
        assertEquals(Optional.of(2), count("Channel", 1, 2, 1, 2));
        assertEquals(Optional.of(3), count("Region", 3, 1, Double.NaN, 2));
        assertEquals(Optional.of(3), count("level", 0, -0.0, 1, 2));
        double[] ten = IntStream.range(0, 30).mapToDouble(i -> i % 10).toArray();
        assertEquals(Optional.of(10), count("x", ten));
        assertEquals(
                Optional.empty(),
                count("x", IntStream.range(0, 30).mapToDouble(i -> i % 11).toArray()));
    }

    @Test
    void a_yes_or_no_fractions_negative_and_single_numbers_are_none() {
        assertEquals(Optional.empty(), count("x", 0, 1, 1));
        assertEquals(Optional.empty(), count("x", 1, 1.5, 2));
        assertEquals(Optional.empty(), count("x", -1, 1, 2));
        assertEquals(Optional.empty(), count("x", 4, 4, Double.NaN));
        assertEquals(
                Optional.empty(),
                CodedNumbers.count(new NumericColumn(
                        "x", IntStream.range(0, 30).mapToDouble(i -> i % 3).toArray(), true, Quantity.DATE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NumOfProducts", "Age", "children", "Orders", "rating", "number of visits", "total spend"})
    void counts_and_measures_by_their_name_are_none(String name) {
        assertEquals(Optional.empty(), count(name, 1, 2, 3));
    }

    @Test
    void a_name_of_keys_is_asked_about_however_many_there_are() {
        double[] many = IntStream.range(0, 100).mapToDouble(i -> i % 25).toArray();
        assertEquals(Optional.of(25), count("store_id", many));
        assertEquals(Optional.of(25), count("Zip", many));
    }
}
