/** Searches for better optima of k-means: many starts on samples, and swaps of centroids. */
package org.tessera.engine.cluster.kmeans.search;
