/**
 * Numbers, dates and times of day written as text: detection of the format of a whole column
 * ({@link org.tessera.engine.prep.reading.TextDetector}), and reading by a format that was detected
 * ({@link org.tessera.engine.prep.reading.TextPattern}). Nothing depends on the locale of the machine.
 */
package org.tessera.engine.prep.reading;
