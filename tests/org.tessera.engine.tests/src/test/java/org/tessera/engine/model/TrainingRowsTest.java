package org.tessera.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

class TrainingRowsTest {

    private static final RunContext RUN = RunContext.of(1);

    private static TrainingRows rows(String ids, double... features) {
        long[] hashes = ids.chars()
                .mapToLong(c -> TrainingRows.hash(Character.toString(c)))
                .toArray();
        return TrainingRows.of(hashes, Matrix.wrap(hashes.length, 1, features), RUN);
    }

    @Test
    void rows_are_found_in_any_order_and_in_part() {
        TrainingRows training = rows("abcd", 1, 2, 3, 4);
        assertArrayEquals(new int[] {3, 0, 2, 1}, training.positionsOf(rows("dacb", 4, 1, 3, 2), RUN));
        assertArrayEquals(new int[] {2, 0}, training.positionsOf(rows("ca", 3, 1), RUN));
        assertArrayEquals(new int[] {0, 1, 2, 3}, training.positionsOf(rows("abcd", 1, 2, 3, 4), RUN));
    }

    @Test
    void rows_with_another_identifier_or_other_features_are_absent() {
        TrainingRows training = rows("ab", 1, 2);
        assertArrayEquals(
                new int[] {TrainingRows.ABSENT, TrainingRows.ABSENT}, training.positionsOf(rows("ax", 5, 2), RUN));
        assertArrayEquals(new int[] {TrainingRows.ABSENT}, TrainingRows.UNKNOWN.positionsOf(rows("a", 1), RUN));
    }

    @Test
    void negative_zero_is_zero() {
        assertEquals(rows("a", 0.0), rows("a", -0.0));
        assertNotEquals(rows("a", 0.0), rows("a", Double.MIN_VALUE));
    }

    @Test
    void hashes_of_a_million_row_ids_differ() {
        Set<Long> hashes = new HashSet<>();
        IntStream.range(0, 1_000_000).forEach(i -> hashes.add(TrainingRows.hash("Row" + i)));
        assertEquals(1_000_000, hashes.size());
    }

    @Test
    void stored_words_come_back_and_an_odd_number_of_them_is_refused() {
        TrainingRows training = rows("abc", 1, -2, 3e100);
        assertEquals(training, TrainingRows.ofWords(training.toWords()));
        assertThrows(IllegalArgumentException.class, () -> TrainingRows.ofWords(1, 2, 3));
    }

    @Test
    void as_many_identifiers_as_rows_are_needed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TrainingRows.of(new long[2], Matrix.wrap(1, 1, new double[1]), RUN));
    }
}
