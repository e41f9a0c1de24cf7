/** Measurements beside Spark's MLlib, and data for them; run by hand, in Spark's local mode. */
package org.tessera.bench.spark;
