/** Searches for better optima of k-means: many starts on samples of the rows, and swaps of centroids with rows. */
package org.tessera.engine.cluster.kmeans.search;
