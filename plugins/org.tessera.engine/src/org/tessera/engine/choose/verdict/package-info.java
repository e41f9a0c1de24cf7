/** The verdict: natural segments, a reproducible grouping, or a continuum. */
package org.tessera.engine.choose.verdict;
