/** Agglomerative hierarchical clustering: linkages, the dendrogram, and its cut. */
package org.tessera.engine.cluster.hierarchical;
