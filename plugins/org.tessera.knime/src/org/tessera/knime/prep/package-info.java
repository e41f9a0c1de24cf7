/** The node Segmentation Preprocessor. */
package org.tessera.knime.prep;
