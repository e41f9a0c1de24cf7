/** Distances between rows of a feature matrix. */
package org.tessera.engine.distance;
