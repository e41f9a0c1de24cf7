/**
 * The data of a segmentation: a table of customers by columns, the feature matrix, the segment labels; sizes for
 * estimates, and how numbers, dates and names are written.
 */
package org.tessera.engine.data;
