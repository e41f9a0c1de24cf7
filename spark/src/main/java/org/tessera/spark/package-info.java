/**
 * Tessera on Apache Spark: segments customers of any number, and assigns them to the segments of a model. {@link
 * org.tessera.spark.Main} is what spark-submit starts.
 */
package org.tessera.spark;
