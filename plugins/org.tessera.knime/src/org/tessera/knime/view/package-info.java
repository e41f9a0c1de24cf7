/** The node Segment View. */
package org.tessera.knime.view;
