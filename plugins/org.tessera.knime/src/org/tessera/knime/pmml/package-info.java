/** The node that writes segmentations as PMML. */
package org.tessera.knime.pmml;
