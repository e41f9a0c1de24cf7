package org.tessera.engine.model;

/** Linkage of agglomerative clustering: the distance of two clusters. */
public enum Linkage {
    /** Increase of the within-cluster sum of squares (Ward 1963). */
    WARD("Ward", true),
    /** Mean distance of all pairs of rows (UPGMA). */
    AVERAGE("average", false),
    /** Largest distance of a pair of rows. */
    COMPLETE("complete", false),
    /** Smallest distance of a pair of rows. */
    SINGLE("single", false),
    /** Distance of the centroids (UPGMC); heights may decrease up the tree (inversions). */
    CENTROID("centroid", true);

    private final String title;
    private final boolean euclidean;

    Linkage(String title, boolean euclidean) {
        this.title = title;
        this.euclidean = euclidean;
    }

    /** @return the display name */
    public String title() {
        return title;
    }

    /** @return whether the linkage is defined for the Euclidean distance only */
    public boolean needsEuclidean() {
        return euclidean;
    }
}
