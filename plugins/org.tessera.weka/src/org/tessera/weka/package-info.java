/** The clusterers of Weka behind the clusterer interface of the engine: the only place that knows Weka. */
package org.tessera.weka;
