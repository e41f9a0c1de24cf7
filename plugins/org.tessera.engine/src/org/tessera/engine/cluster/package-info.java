/** Clustering algorithms, one file each: options, run, model and descriptor. */
package org.tessera.engine.cluster;
