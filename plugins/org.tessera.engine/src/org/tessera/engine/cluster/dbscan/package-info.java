/** DBSCAN: core points, their connected components, and the choice of the radius. */
package org.tessera.engine.cluster.dbscan;
