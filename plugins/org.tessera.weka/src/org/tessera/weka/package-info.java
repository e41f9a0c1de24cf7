/** Weka's clusterers behind the interface of the engine. No other package depends on Weka. */
package org.tessera.weka;
