package org.tessera.workbench.tests.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.tessera.workbench.run.Scheduler;

/** The order in which nodes run. */
class SchedulerTest {
    private static final Map<Integer, Set<Integer>> DIAMOND =
            Map.of(1, Set.of(), 2, Set.of(1), 3, Set.of(1), 4, Set.of(2, 3));

    private final List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> skipped = new ArrayList<>();

    private boolean note(int id) {
        return ran.add(id);
    }

    @Test
    void one_thread_runs_lowest_numbers_first() {
        assertTrue(new Scheduler(DIAMOND, 1).run(this::note, skipped::add));
        assertEquals(List.of(1, 2, 3, 4), ran);
    }

    @Test
    void independent_branches_run_at_the_same_time() {
        CyclicBarrier both = new CyclicBarrier(2);
        boolean success = new Scheduler(DIAMOND, 2)
                .run(
                        id -> {
                            if (id == 2 || id == 3) {
                                try {
                                    both.await(30, TimeUnit.SECONDS);
                                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                                    return false;
                                }
                            }
                            return note(id);
                        },
                        skipped::add);
        assertTrue(success, "each branch waited for the other");
        assertEquals(4, ran.get(3));
    }

    @Test
    void a_failure_skips_what_depends_on_it_only() {
        Map<Integer, Set<Integer>> branches =
                Map.of(1, Set.of(), 2, Set.of(1), 3, Set.of(2), 4, Set.of(1), 5, Set.of(4), 6, Set.of(3, 5));
        assertFalse(new Scheduler(branches, 1).run(id -> note(id) && id != 2, skipped::add));
        assertEquals(List.of(1, 2, 4, 5), ran);
        assertEquals(List.of(3, 6), skipped);
    }

    @Test
    void nothing_starts_after_a_cancel() {
        Scheduler scheduler = new Scheduler(DIAMOND, 2);
        boolean success = scheduler.run(
                id -> {
                    scheduler.cancel();
                    return note(id);
                },
                skipped::add);
        assertFalse(success);
        assertEquals(List.of(1), ran);
        assertEquals(List.of(2, 3, 4), skipped);
    }

    @Test
    void an_empty_workflow_succeeds() {
        assertTrue(new Scheduler(Map.of(), 1).run(this::note, skipped::add));
    }
}
