package org.tessera.engine.choose.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SweepOptionsTest {

    private static final SweepOptions DEFAULTS = SweepOptions.defaults();

    private static void refused(String message, Executable change) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, change).getMessage());
    }

    @Test
    void defaults_are_what_the_dialog_says() {
        assertEquals(List.of("k-means", "hierarchical", "dbscan", "gaussian-mixture"), DEFAULTS.algorithms());
        assertEquals(2, DEFAULTS.minSegments());
        assertEquals(10, DEFAULTS.maxSegments());
        assertEquals(120, DEFAULTS.seconds());
        assertEquals(10_000, DEFAULTS.sampleRows());
    }

    @Test
    void algorithms_are_those_of_the_catalog_in_its_order() {
        assertEquals(
                List.of("k-means", "dbscan"),
                DEFAULTS.withAlgorithms("dbscan", "k-means").chosen().stream()
                        .map(algorithm -> algorithm.id())
                        .toList());
        refused("No algorithm is chosen: choose at least one.", () -> DEFAULTS.withAlgorithms());
        refused(
                "There is no algorithm 'birch': choose among k-means, hierarchical, dbscan, gaussian-mixture.",
                () -> DEFAULTS.withAlgorithms("birch"));
    }

    @Test
    void bounds_are_checked() {
        refused(
                "Fewest segments is 1, but has to be from 2 to 50: raise it to 2 or more.",
                () -> DEFAULTS.withSegments(1, 5));
        refused(
                "Most segments is 3, but has to be from 4 to 50: raise it to 4 or more.",
                () -> DEFAULTS.withSegments(4, 3));
        refused(
                "Time budget (seconds) is 0.0, but has to be a finite number above 0: raise it.",
                () -> DEFAULTS.withSeconds(0));
        refused(
                "Search on at most (customers) is 499, but has to be from 500 to 2147483647: raise it to 500 or more.",
                () -> DEFAULTS.withSampleRows(499));
    }
}
