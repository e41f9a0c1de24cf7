/** Projections of the feature matrix onto few dimensions. */
package org.tessera.engine.reduce;
