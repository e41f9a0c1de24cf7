/** Reads and writes CSV files, on bytes and without any object per value; knows nothing of KNIME. */
package org.tessera.workbench.csv;
