/** The port objects between the nodes: Preparation and Segmentation Model. */
package org.tessera.knime.port;
