/** Measures Auto Segmentation of more customers than memory holds against the table in memory. */
package org.tessera.bench.large;
