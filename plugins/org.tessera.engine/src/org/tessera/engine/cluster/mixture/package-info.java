/** Gaussian mixtures by expectation maximization: initialization, E step, M step. */
package org.tessera.engine.cluster.mixture;
