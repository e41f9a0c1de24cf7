package org.tessera.engine.model;

/** How the distance of two clusters is defined in agglomerative clustering. */
public enum Linkage {
    /** Increase of the within-cluster sum of squares (Ward 1963). */
    WARD("Ward", true),
    /** Mean distance of all pairs (UPGMA). */
    AVERAGE("average", false),
    /** Largest distance of a pair. */
    COMPLETE("complete", false),
    /** Smallest distance of a pair. */
    SINGLE("single", false),
    /** Distance of the centroids (UPGMC); its heights may decrease up the tree. */
    CENTROID("centroid", true);

    private final String title;
    private final boolean euclidean;

    Linkage(String title, boolean euclidean) {
        this.title = title;
        this.euclidean = euclidean;
    }

    /** @return the name users see */
    public String title() {
        return title;
    }

    /** @return whether the linkage is defined for the Euclidean distance only */
    public boolean needsEuclidean() {
        return euclidean;
    }
}
