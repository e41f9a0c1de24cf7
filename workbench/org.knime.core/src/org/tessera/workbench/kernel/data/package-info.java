/**
 * Tables in memory: columns of primitives in chunks with a bitmap of missing values, texts in dictionaries, and keys of
 * rows as ranges. Tables share the columns they have in common; everything is immutable once built and safe for
 * concurrent reading.
 */
package org.tessera.workbench.kernel.data;
