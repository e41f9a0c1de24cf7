/** All algorithms, metrics and charts by name: where a new one is entered. */
package org.tessera.engine.catalog;
