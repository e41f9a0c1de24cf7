/**
 * The null hypothesis of the verdict: tables with the margins, spikes and correlations of the customers, and no segments.
 */
package org.tessera.engine.choose.continuum;
