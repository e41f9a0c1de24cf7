/** The clustering nodes: K-Means, Hierarchical, DBSCAN and Gaussian Mixture Segmentation. */
package org.tessera.knime.cluster;
