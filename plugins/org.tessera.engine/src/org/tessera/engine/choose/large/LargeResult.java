package org.tessera.engine.choose.large;

import java.util.List;
import java.util.Map;
import org.tessera.engine.choose.sweep.CurvePoint;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.select.Leaderboard;

/**
 * The result of a segmentation of customers that need not fit into memory.
 *
 * @param model the segmentation; its labels and training rows are those of the sample, preparation, clusters and baseline
 *     those of all customers
 * @param board the segmentations that were tried, the best first, as measured on the sample
 * @param curves a point per segmentation that was tried, in the order in which they were tried
 * @param verdict whether the customers of the sample fall into segments by themselves
 * @param profile the profile of the segments with names and descriptions, by the customers of the sample
 * @param figures quality and segments by all customers
 * @param rankErrors per column of numbers the largest error of the rank of its median and quartiles, as a share of its
 *     numbers; empty if all customers are in the sample
 * @param sampled customers of the sample
 * @param passes passes over all customers
 * @param notes what the user should know, sentences
 */
public record LargeResult(
        SegmentationModel model,
        Leaderboard board,
        List<CurvePoint> curves,
        Verdict verdict,
        Profile profile,
        LargeFigures figures,
        Map<String, Double> rankErrors,
        int sampled,
        int passes,
        List<String> notes) {

    /** Copies lists and map. */
    public LargeResult {
        curves = List.copyOf(curves);
        rankErrors = Map.copyOf(rankErrors);
        notes = List.copyOf(notes);
    }

    /** @return whether all customers are in the sample, so that nothing is estimated */
    public boolean isComplete() {
        return sampled == figures.customers();
    }
}
