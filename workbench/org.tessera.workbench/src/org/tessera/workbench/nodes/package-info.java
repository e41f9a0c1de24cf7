/** The workbench's own nodes: CSV Reader, CSV Writer, Image Writer (Port), Model Reader and Model Writer, with KNIME's settings. */
package org.tessera.workbench.nodes;
