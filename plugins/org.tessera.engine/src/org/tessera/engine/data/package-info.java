/** Customers as numbers: the feature matrix and the segment labels. */
package org.tessera.engine.data;
