package org.tessera.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void first_repetitions_are_cold_and_the_others_warm() {
        Timing timing = new Timing();
        timing.add(new double[] {9, 2, 4});
        timing.add(new double[] {7, 3, 1});
        assertEquals(8, timing.cold());
        assertEquals(2.5, timing.warm());
        Timing once = new Timing();
        once.add(new double[] {5});
        assertEquals(5, once.cold());
        assertEquals(5, once.warm());
    }

    @Test
    void exponent_of_a_power_is_its_exponent() {
        List<Growth.Point> points = IntStream.of(1, 2, 4, 8, 16)
                .mapToObj(n -> new Growth.Point(1000 * n, 0.01 * Math.pow(n, 1.7), 3 * n))
                .toList();
        assertEquals(1.7, Growth.exponent(points, false), 1e-12);
        assertEquals(1, Growth.exponent(points, true), 1e-12);
        assertTrue(Double.isNaN(Growth.exponent(points.subList(0, 1), false)));
    }

    @Test
    void a_missed_goal_or_another_result_is_marked() {
        Task task = Tasks.all().get(0);
        Timing ours = new Timing();
        ours.add(new double[] {1});
        Timing theirs = new Timing();
        theirs.add(new double[] {10});
        Equality same = new Equality(true, "same");
        assertTrue(outcome(task, ours, theirs, 10, same).reached());
        assertFalse(outcome(task, ours, theirs, 41, same).reached());
        assertFalse(outcome(task, theirs, theirs, 10, same).reached());
        SideBySide.Outcome other = outcome(task, ours, theirs, 10, new Equality(false, "3 labels differ"));
        assertFalse(other.reached());
        assertTrue(Page.line(other).endsWith("| **no** | **no**: 3 labels differ |"), Page.line(other));
    }

    private static SideBySide.Outcome outcome(
            Task task, Timing ours, Timing theirs, double megabytes, Equality equality) {
        return new SideBySide.Outcome(task, ours, theirs, "exact", megabytes, 100, equality);
    }

    @Test
    void the_page_has_all_parts_and_names_the_machine() {
        Machine machine = new Machine(LocalDate.of(2026, 11, 27), "abc", "Some CPU", 2, 16, "JVM 17", "Python 3");
        String page =
                Page.of(machine, 3, List.of("| side |"), List.of("| curve |"), List.of("| loop |"), List.of("run"));
        for (String part : List.of("2026-11-27", "Some CPU", "| side |", "| curve |", "| loop |", "run", "99.9 %")) {
            assertTrue(page.contains(part), part);
        }
        assertFalse(page.contains("%s") || page.contains("%%"), page);
    }

    @Test
    void work_around_the_kernel_has_to_take_less_than_the_clustering() {
        AroundKernel.Steps steps = new AroundKernel.Steps(
                new double[] {0.5, 0.1, 0.1}, new double[] {1, 0.4, 0.8}, new double[] {0.75, 0.2, 0.2});
        assertEquals(
                List.of(
                        "| 8 | first | 0.500 | 1.000 | 0.750 | 1.25 | 1 | **no** |",
                        "| 8 | again | 0.100 | 0.600 | 0.200 | 0.50 | 1 | yes |"),
                AroundKernel.lines(8, steps).lines().toList());
    }

    @Test
    void a_workflow_keeps_one_node_and_no_connection() throws IOException {
        String workflow = "<config><entry key=\"version\"/><config key=\"nodes\">\n<config key=\"node_1\"/>\n"
                + "<config key=\"node_2\"/></config><config key=\"connections\"><config key=\"connection_0\"/></config></config>";
        String one = OneNode.of(workflow, "node_1");
        assertTrue(one.contains("node_1") && one.contains("version"), one);
        assertFalse(one.contains("node_2") || one.contains("connection_0"), one);
    }
}
