/** The node Best Segmentation Selector. */
package org.tessera.knime.select;
