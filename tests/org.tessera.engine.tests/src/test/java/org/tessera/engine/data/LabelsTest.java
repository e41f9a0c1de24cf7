package org.tessera.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void gaps_are_refused_except_in_a_part_of_the_customers() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Labels.of(0, 2, 2));
        assertEquals("Segment 1 of 3 has no row: number without gaps", e.getMessage());
        Labels part = Labels.ofPart(4, 0, 2, 2, Labels.NOISE);
        assertArrayEquals(new int[] {1, 0, 2, 0}, part.sizes());
        assertEquals(1, part.noise());
        assertEquals(4, part.segments());
    }

    @Test
    void labels_above_the_last_segment_and_below_noise_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Labels.ofPart(2, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> Labels.ofPart(2, -2));
        assertThrows(IllegalArgumentException.class, () -> Labels.of(-2));
    }

    @Test
    void dense_labels_leave_out_empty_segments_and_keep_the_order() {
        assertEquals(
                Labels.of(1, 0, Labels.NOISE, 1),
                Labels.ofPart(5, 3, 1, Labels.NOISE, 3).dense());
        Labels full = Labels.of(0, 1);
        assertSame(full, full.dense());
    }

    @Test
    void parts_of_segmentations_with_other_numbers_of_segments_differ() {
        assertNotEquals(Labels.ofPart(2, 0, 1), Labels.ofPart(3, 0, 1));
        assertEquals(Labels.of(0, 1), Labels.ofPart(2, 0, 1));
    }

    @Test
    void a_part_without_rows_has_empty_segments() {
        assertArrayEquals(new int[3], Labels.ofPart(3).sizes());
        assertEquals(0, Labels.ofPart(3).dense().segments());
    }

    @Test
    void segments_are_called_by_their_names_and_noise_is_noise() {
        Labels labels = Labels.of(0, 1, 2, Labels.NOISE).withNames(List.of("Young", "Segment 2", "Old"));
        assertEquals("Young", labels.nameOf(0));
        assertEquals("Segment 2", labels.nameOf(1));
        assertEquals("Noise", labels.nameOf(Labels.NOISE));
        assertEquals(Labels.of(0, 1, 2, Labels.NOISE), labels, "names do not count");
        assertEquals(labels.names(), Labels.of(2, 1, 0).namedAs(labels).names());
        assertFalse(Labels.of(0, 1).withNames(List.of("Segment 1", "Segment 2")).hasNames());
        assertEquals(
                List.of("Young", "Old"),
                Labels.ofPart(3, 0, 2).namedAs(labels).dense().names());
    }

    @Test
    void names_are_different_and_mean_nothing_else() {
        Labels labels = Labels.of(0, 1);
        for (List<String> names : List.of(
                List.of("a"), List.of("a", "a"), List.of("a", " "), List.of("Noise", "a"), List.of("Segment 2", "a"))) {
            assertThrows(IllegalArgumentException.class, () -> labels.withNames(names), names::toString);
        }
    }
}
