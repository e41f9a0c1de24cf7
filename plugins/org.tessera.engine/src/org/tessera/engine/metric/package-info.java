/** Quality of a segmentation: silhouette, Davies-Bouldin, Calinski-Harabasz and others. */
package org.tessera.engine.metric;
