/**
 * Profiles of segments: statistics and effect sizes per column against all customers, the columns that differ most
 * between segments, a sentence and a classification rule per segment.
 */
package org.tessera.engine.profile;
