/**
 * Customers that are read a pass at a time, in any number of parts: what a pass computes is the same, bit for bit, for any
 * parts and any order. An implementation of {@link org.tessera.engine.pass.Customers} supplies the rows, a
 * {@link org.tessera.engine.pass.Summary} what is computed of them.
 */
package org.tessera.engine.pass;
