package org.tessera.engine.choose.large;

import java.util.List;

/**
 * How good a segmentation of all customers is. Exact figures are those of all customers, their sums rounded once.
 *
 * @param customers number of customers
 * @param withoutFeatures customers that are not clustered: a number is missing and not filled, or nothing is known of them
 * @param noise customers that belong to no segment
 * @param daviesBouldin {@link org.tessera.engine.metric.DaviesBouldin}, exact; NaN with fewer than two segments
 * @param calinskiHarabasz {@link org.tessera.engine.metric.CalinskiHarabasz}, exact; NaN with fewer than two segments
 * @param inertia {@link org.tessera.engine.metric.WithinSumOfSquares}, exact: about the means of the segments
 * @param silhouette mean silhouette of the sample, among the customers of the sample
 * @param silhouetteError its standard error; 0 if it is that of all customers
 * @param segments per segment what its customers are like, by all of them
 */
public record LargeFigures(
        long customers,
        long withoutFeatures,
        long noise,
        double daviesBouldin,
        double calinskiHarabasz,
        double inertia,
        double silhouette,
        double silhouetteError,
        List<SegmentFigures> segments) {

    /** Copies the list. */
    public LargeFigures {
        segments = List.copyOf(segments);
    }
}
