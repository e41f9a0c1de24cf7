package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;

/** Progress adds up over parts, and canceling reaches them. */
class ProgressTest {
    private final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
    private final ExecutionMonitor exec = new ExecutionMonitor(monitor);

    @Test
    void parts_fill_their_share_also_side_by_side() {
        ExecutionMonitor first = exec.createSubProgress(0.25);
        ExecutionMonitor second = exec.createSubProgress(0.75);
        first.setProgress(0.5, "");
        second.setProgress(0.5, "");
        assertEquals(0.5, monitor.getProgress(), 1e-12);
        first.setProgress(1, "");
        second.createSubProgress(0.5).setProgress(1, "");
        assertEquals(0.25 + 0.75 * 1.0, monitor.getProgress(), 1e-12);
    }

    @Test
    void a_silent_part_moves_the_bar_and_keeps_its_messages() {
        exec.setMessage("whole");
        exec.createSilentSubProgress(1).setProgress(0.5, "part");
        assertEquals("whole", monitor.getMessage());
        exec.createSubProgress(1).setMessage("loud part");
        assertEquals("loud part", monitor.getMessage());
    }

    @Test
    void values_out_of_range_are_ignored_and_shares_out_of_range_refused() {
        exec.setProgress(2, "");
        assertNull(monitor.getProgress());
        exec.setProgress(0.3, "");
        exec.setProgress(Double.NaN, "");
        assertEquals(0.3, monitor.getProgress());
        assertThrows(IllegalArgumentException.class, () -> exec.createSubProgress(1.1));
    }

    @Test
    void canceling_reaches_every_part() {
        ExecutionMonitor part = exec.createSubProgress(0.5).createSubProgress(0.5);
        assertDoesNotThrow(part::checkCanceled);
        monitor.setExecuteCanceled();
        assertThrows(CanceledExecutionException.class, part::checkCanceled);
        assertThrows(
                IllegalStateException.class, () -> part.getProgressMonitor().setExecuteCanceled());
    }

    @Test
    void an_interrupted_thread_counts_as_canceled() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CanceledExecutionException.class, exec::checkCanceled);
        } finally {
            assertEquals(true, Thread.interrupted());
        }
    }

    @Test
    void listeners_hear_the_first_change_and_the_end_but_not_every_row() {
        List<Double> heard = new ArrayList<>();
        monitor.addProgressListener(event -> heard.add(event.getNodeProgress().getProgress()));
        for (int row = 1; row <= 100_000; row++) {
            exec.setProgress(row / 100_000.0, "");
        }
        assertEquals(1e-5, heard.get(0));
        assertEquals(1.0, heard.get(heard.size() - 1));
        assertEquals(true, heard.size() < 10_000, () -> heard.size() + " events");
    }
}
