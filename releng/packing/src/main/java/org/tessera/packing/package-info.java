/** Packs the example workflows as KNIME exports them. */
package org.tessera.packing;
