/** The Segmentation Report: one HTML file on a segmentation, written, shown, and passed on in a table. */
package org.tessera.knime.report;
