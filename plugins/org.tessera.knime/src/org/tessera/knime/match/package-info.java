/** The node Segment Matcher. */
package org.tessera.knime.match;
