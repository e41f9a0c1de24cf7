/** Shared by all nodes: reading and writing tables, messages, checks of settings, and the boundary to the engine. */
package org.tessera.knime.kit;
