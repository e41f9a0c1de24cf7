package org.tessera.workbench.csv;

/**
 * What a reading has come across.
 *
 * @param rows the rows that were read
 * @param comments the lines up to the last of these rows, or to the end of the file if no limit stopped the reading, that
 *     were passed over as comments
 */
public record CsvCount(long rows, long comments) {}
