/**
 * Data structures and loops that the algorithms share: canonical order, blocks of rows and columns, kd-tree,
 * quickselect, disjoint sets, systematic samples, Cholesky decomposition, quantiles.
 */
package org.tessera.engine.kernel;
