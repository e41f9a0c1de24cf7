/** K-means: initialization, Lloyd's iteration with bounds, the best of the restarts. */
package org.tessera.engine.cluster.kmeans;
