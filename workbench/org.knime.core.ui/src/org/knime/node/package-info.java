/** Declarative nodes: the part of the KNIME API that the nodes are written against. */
package org.knime.node;
