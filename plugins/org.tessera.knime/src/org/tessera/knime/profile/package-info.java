/** The node Segment Profiler. */
package org.tessera.knime.profile;
