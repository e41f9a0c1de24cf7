/** The versioned container of JSON and binary arrays in which models are kept, read with limits. */
package org.tessera.engine.store;
