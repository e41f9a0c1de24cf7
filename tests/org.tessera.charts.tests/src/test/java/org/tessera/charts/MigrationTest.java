package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;

class MigrationTest {

    @Test
    void shares_are_of_the_old_segments_and_same_names_have_the_same_colors() {
        Migration.Spec spec = Migration.spec(
                List.of("Savers", "Noise", "Spenders"),
                List.of("New", "Spenders", "Savers"),
                new int[][] {{10, 0, 30}, {0, 0, 0}, {5, 15, 0}});
        assertArrayEquals(new double[] {0.25, 0, 0.75}, spec.shares()[0]);
        assertArrayEquals(new double[3], spec.shares()[1]);
        assertArrayEquals(new double[] {0.25, 0.75, 0}, spec.shares()[2]);
        assertEquals("75 % of the customers stayed in their segment", spec.title());
        assertTrue(spec.subtitle().endsWith("; 60 customers in all"), spec.subtitle());
        assertEquals(
                List.of(
                        new SegmentHead(0, "Savers", 40),
                        new SegmentHead(Labels.NOISE, "Noise", 0),
                        new SegmentHead(1, "Spenders", 20)),
                spec.from());
        assertEquals(
                List.of(2, 1, 0), spec.to().stream().map(SegmentHead::label).toList());
        List<String> words = Picture.of(spec, 900, 650).words();
        assertEquals(2, words.stream().filter("75 %"::equals).count());
        assertTrue(words.contains("Savers (40)"), words::toString);
    }

    @Test
    void title_does_not_say_that_customers_stayed_where_no_name_is_the_same() {
        Migration.Spec spec = Migration.spec(List.of("A"), List.of("B"), new int[][] {{1}});
        assertEquals("Where the customers of each segment went", spec.title());
        assertTrue(Migration.spec(List.of(), List.of(), new int[0][0]).isEmpty());
    }

    @Test
    void wrong_matrices_are_named() {
        assertEquals(
                "1 rows for 2 old segments: the numbers must be equal",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Migration.spec(List.of("A", "B"), List.of("C"), new int[][] {{1}}))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> Migration.spec(List.of("A"), List.of("C"), new int[][] {{-1}}));
    }
}
