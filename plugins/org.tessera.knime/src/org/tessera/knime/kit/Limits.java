package org.tessera.knime.kit;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeLogger;
import org.tessera.engine.run.Budget;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Holds what a node is about to do against what there is: refuses what does not fit into the memory, and tells of a long
 * run before it begins.
 */
public final class Limits {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(Limits.class);

    private Limits() {}

    /**
     * Refuses what does not fit and logs what takes long.
     *
     * @param estimate what is about to be done
     * @return the warning to show at the node, or "" if it does not take long
     * @throws SegmentationException with estimate, limit and what takes less, if the memory does not suffice
     */
    public static String check(Estimate estimate) {
        Budget budget = Budget.current(estimate.bytes());
        estimate.requireMemory(budget);
        String warning = estimate.warning(budget);
        if (!warning.isEmpty()) {
            LOGGER.warn(warning);
        }
        return warning;
    }

    /**
     * A run whose progress tells how long it takes.
     *
     * @param run the run
     * @param exec where its progress is shown
     * @param estimate what is done
     * @return a run that adds the time to every message if it is long
     */
    public static RunContext told(RunContext run, ExecutionMonitor exec, Estimate estimate) {
        if (estimate.warning(Budget.current(0)).isEmpty()) {
            return run;
        }
        String all = " (about " + Estimate.duration(estimate.seconds()) + " in all)";
        return run.withProgress((fraction, message) -> exec.setProgress(fraction, message + all));
    }
}
