/** The node Segmentation Scorer. */
package org.tessera.knime.score;
