/** Quality of a segmentation: silhouette, Davies-Bouldin, Calinski-Harabasz and others; agreement of two segmentations. */
package org.tessera.engine.metric;
