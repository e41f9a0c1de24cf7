/** The search for mixtures of higher likelihood by split and merge moves. */
package org.tessera.engine.cluster.mixture.search;
