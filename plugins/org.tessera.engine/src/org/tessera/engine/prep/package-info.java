/**
 * From a table of customers to a feature matrix: selection, imputation, encoding and scaling, and the fitted
 * preparation that repeats them on new customers.
 */
package org.tessera.engine.prep;
