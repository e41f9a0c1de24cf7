/** The workbench's own nodes: CSV Reader, CSV Writer and Image Writer (Port), with KNIME's settings. */
package org.tessera.workbench.nodes;
