/**
 * Loops and data structures that the algorithms share: rows in canonical order, blocks of rows and columns, a kd-tree,
 * selection, disjoint sets, samples.
 */
package org.tessera.engine.kernel;
