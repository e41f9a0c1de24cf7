/**
 * Agglomerative hierarchical clustering: linkages, the dendrogram, and its cut.
 *
 * <p>Terms of this package: a <em>row</em> is a row of the matrix in canonical order. A cluster is identified by its
 * <em>representative</em>, the highest of its rows, so the representative of the <em>survivor</em> of a merge is
 * higher than that of the <em>absorbed</em> cluster and stays. A <em>position</em> is where a row or cluster is
 * stored; it changes when clusters are removed.
 *
 * <p>Ward and centroid linkage work on <em>squared heights</em>: the squares of the heights of the dendrogram, which
 * are scipy's. For Ward it is 2 |A| |B| / (|A| + |B|) times the squared distance of the centroids, for centroid
 * linkage the squared distance itself.
 */
package org.tessera.engine.cluster.hierarchical;
