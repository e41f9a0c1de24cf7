package org.tessera.workbench.csv;

import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * A CSV file; it may be compressed with gzip, which its first bytes tell.
 *
 * @param file the file
 * @param charset its encoding
 */
public record CsvSource(Path file, Charset charset) {}
