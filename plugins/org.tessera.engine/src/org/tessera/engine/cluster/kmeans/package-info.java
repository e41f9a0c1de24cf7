/**
 * K-means: initialization, Lloyd's algorithm with Hamerly's bounds, the best of several starts. {@link
 * org.tessera.engine.cluster.kmeans.KMeans} is the way in.
 */
package org.tessera.engine.cluster.kmeans;
