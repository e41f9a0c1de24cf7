package org.tessera.knime.view.web;

/** The parts of the page that have a tab; it knows them by their names. */
public enum ViewPart {
    /** Customers on principal components. */
    SCATTER,
    /** Means and shares of the segments against all customers. */
    PROFILE,
    /** The distribution of a column in each segment. */
    DISTRIBUTIONS,
    /** Silhouettes by segment. */
    SILHOUETTES,
    /** Customers per segment. */
    SIZES,
    /** The curves of a search for the number of segments. */
    CHOICE_OF_K,
    /** The dendrogram of a hierarchical segmentation. */
    DENDROGRAM,
    /** The segmentations that were tried, with the reason for their ranks. */
    LEADERBOARD,
    /** Where the customers of earlier segments are today. */
    MIGRATION
}
