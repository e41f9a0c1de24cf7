package org.tessera.knime.kit;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeLogger;
import org.tessera.engine.run.Budget;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Compares the estimated resources of a run with those available: refuses runs that do not fit into memory and announces
 * long ones before they start.
 */
public final class Limits {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(Limits.class);

    private Limits() {}

    /**
     * Refuses a run that does not fit into memory, and logs a long one.
     *
     * @param estimate the resources that the run needs
     * @return the warning to show at the node, or "" if the run is short
     * @throws SegmentationException with estimate, limit and cheaper alternatives, if memory does not suffice
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
     * A run whose progress messages state the estimated duration, if it is long.
     *
     * @param run the run
     * @param exec the monitor that shows its progress
     * @param estimate the resources that the run needs
     * @return the run, which adds the estimated duration to every message if it is long
     */
    public static RunContext withDuration(RunContext run, ExecutionMonitor exec, Estimate estimate) {
        if (estimate.warning(Budget.current(0)).isEmpty()) {
            return run;
        }
        return announced(run, exec, estimate);
    }

    /**
     * A run whose progress messages state the estimated duration.
     *
     * @param run the run
     * @param exec the monitor that shows its progress
     * @param estimate the resources that the run needs
     * @return the run, which adds the estimated duration to every message
     */
    public static RunContext announced(RunContext run, ExecutionMonitor exec, Estimate estimate) {
        String all = " (about " + Estimate.duration(estimate.seconds()) + " in all)";
        return run.withProgress((fraction, message) -> exec.setProgress(fraction, message + all));
    }
}
