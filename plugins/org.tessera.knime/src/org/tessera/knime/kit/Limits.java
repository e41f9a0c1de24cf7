package org.tessera.knime.kit;

import java.lang.management.ManagementFactory;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeLogger;
import org.tessera.engine.catalog.Costs;
import org.tessera.engine.run.Budget;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Holds what a node is about to do against what there is: refuses what does not fit into the memory, and tells of a long
 * run before it begins.
 */
public final class Limits {

    /** System property: memory in MB that a node may use, in place of what Java has free. */
    public static final String MEMORY = "tessera.memory";

    /** System property: the seconds above which a run counts as long, in place of 600. */
    public static final String SECONDS = "tessera.seconds";

    /** What is left to everything else. */
    private static final double USABLE = 0.95;

    private static final double MEGABYTE = 1 << 20;

    private static final NodeLogger LOGGER = NodeLogger.getLogger(Limits.class);

    private Limits() {}

    /**
     * Estimates for runs of the engine, which has as many threads as {@link RunContext#of} gives.
     *
     * @param rows number of rows
     * @param columns number of features
     * @return the estimates
     */
    public static Costs costs(long rows, int columns) {
        return Costs.of(rows, columns, RunContext.of(0).threads());
    }

    /**
     * Refuses what does not fit and logs what takes long.
     *
     * @param estimate what is about to be done
     * @return the warning to show at the node, or "" if it does not take long
     * @throws SegmentationException with estimate, limit and what takes less, if the memory does not suffice
     */
    public static String check(Estimate estimate) {
        Budget budget = budget(estimate.bytes());
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
        if (estimate.warning(budget(0)).isEmpty()) {
            return run;
        }
        String all = " (about " + Estimate.duration(estimate.seconds()) + " in all)";
        return run.withProgress((fraction, message) -> exec.setProgress(fraction, message + all));
    }

    private static Budget budget(double needed) {
        double seconds = Long.getLong(SECONDS, (long) Budget.SECONDS);
        Long set = Long.getLong(MEMORY);
        if (set != null) {
            return new Budget(set * MEGABYTE, seconds);
        }
        if (needed > USABLE * free()) {
            // A refusal must not be owed to garbage that nobody has collected yet.
            ManagementFactory.getMemoryMXBean().gc();
        }
        return new Budget(USABLE * free(), seconds);
    }

    private static double free() {
        Runtime runtime = Runtime.getRuntime();
        return (double) runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
