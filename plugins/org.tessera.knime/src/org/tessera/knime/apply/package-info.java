/** The node Segment Assigner. */
package org.tessera.knime.apply;
