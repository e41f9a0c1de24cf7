package org.tessera.engine.choose.sweep;

import java.util.List;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.select.Leaderboard;

/**
 * The result of a search.
 *
 * @param board the segmentations that were tried, the best first, as measured on the rows that were searched
 * @param curves a point per segmentation, in the order in which they were tried
 * @param configured the algorithm and the options of the best one
 * @param clustering the best one for all rows, in their order
 * @param searched the number of rows that were searched
 * @param fitted the number of rows that the best one was fitted to, all or those that were searched
 * @param notes what the user should know of the search, sentences: what was left out and how all rows got their segments
 */
public record SweepResult(
        Leaderboard board,
        List<CurvePoint> curves,
        Configured<?> configured,
        Clustering clustering,
        int searched,
        int fitted,
        List<String> notes) {

    /** Copies the lists. */
    public SweepResult {
        curves = List.copyOf(curves);
        notes = List.copyOf(notes);
    }

    /** @return the title of the best segmentation, such as "K-Means, k = 4" */
    public String title() {
        return configured.title(clustering.model());
    }
}
