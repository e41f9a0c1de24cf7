/** Segments of two points in time: which stayed, split, merged, appeared or vanished, and who moved. */
package org.tessera.engine.match;
