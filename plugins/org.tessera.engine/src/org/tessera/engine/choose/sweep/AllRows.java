package org.tessera.engine.choose.sweep;

import org.tessera.engine.apply.Extension;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.run.Budget;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;

/**
 * The best segmentation of a search for all rows: fitted to them as its own node would fit it, or, where the sample that was
 * searched is small and the time short, the segments of the sample extended by its model.
 *
 * @param configured algorithm and options
 * @param clustering the clustering of all rows, in their order
 * @param fitted number of rows that the algorithm was run on
 * @param note how all rows got their segments, a sentence; empty if all of them were searched
 */
record AllRows(Configured<?> configured, Clustering clustering, int fitted, String note) {

    /**
     * Finds the segments of all rows.
     *
     * @param winner the best trial
     * @param searched the rows that were searched
     * @param x all rows
     * @param seconds the time that is left by estimate
     * @param run seed, threads, progress, cancel
     */
    static AllRows of(Tried winner, Matrix searched, Matrix x, double seconds, RunContext run) {
        if (searched.rows() == x.rows()) {
            Configured<?> configured = winner.result().configured();
            return new AllRows(configured, configured.clusterer().fit(x, run), x.rows(), "");
        }
        Configured<?> configured = winner.family().among(winner.result(), searched.rows(), x.rows());
        Estimate estimate = configured.estimate(new DataSize(x.rows(), x.columns(), SweepOptions.THREADS));
        String sample = "The search looked at a sample of " + Numbers.count(searched.rows()) + " of "
                + Numbers.count(x.rows(), "customer") + "; ";
        String obstacle = obstacle(estimate, seconds);
        if (obstacle.isEmpty()) {
            return new AllRows(
                    configured,
                    configured.clusterer().fit(x, run),
                    x.rows(),
                    sample + "the best segmentation was fitted to all.");
        }
        return new AllRows(
                winner.result().configured(),
                Extension.of(winner.result().clustering(), x, run),
                searched.rows(),
                sample + "its segments were extended to all, because fitting " + winner.title() + " to all would "
                        + obstacle + ".");
    }

    /** What fitting all rows would take too much of, and the remedy; empty if there is enough of all. */
    private static String obstacle(Estimate estimate, double seconds) {
        if (estimate.seconds() > seconds) {
            return "take about " + Estimate.duration(estimate.seconds()) + " by estimate: raise '"
                    + SweepOptions.BUDGET_OPTION + "' by as much to fit it";
        }
        return estimate.bytes() > Budget.current(estimate.bytes()).bytes()
                ? "need more memory than is free: give Java more memory (-Xmx) to fit it"
                : "";
    }
}
