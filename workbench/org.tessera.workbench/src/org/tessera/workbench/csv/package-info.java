/** Reads CSV files, which FastCSV splits, by KNIME's rules for values and types, and writes them; without KNIME's API. */
package org.tessera.workbench.csv;
