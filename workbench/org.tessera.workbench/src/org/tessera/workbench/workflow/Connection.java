package org.tessera.workbench.workflow;

/**
 * A connection between two nodes; port 0 is the flow variable port, data ports count from 1.
 *
 * @param sourceId the node the data come from
 * @param sourcePort its output port
 * @param destinationId the node the data go to
 * @param destinationPort its input port
 */
public record Connection(int sourceId, int sourcePort, int destinationId, int destinationPort) {}
