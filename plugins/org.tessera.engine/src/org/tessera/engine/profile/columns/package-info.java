/**
 * The columns by which segments are described: which of them say something about segments, what each was for the
 * segmentation, and which numbers are shares.
 */
package org.tessera.engine.profile.columns;
