/** The nodes that cluster: K-Means, Hierarchical Clustering, DBSCAN and Gaussian Mixture. */
package org.tessera.knime.cluster;
