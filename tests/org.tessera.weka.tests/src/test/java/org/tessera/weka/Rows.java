package org.tessera.weka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.tessera.engine.data.Matrix;

/** Rows for the tests of Weka's clusterers. */
final class Rows {

    private Rows() {}

    /** The first 500 of the prepared credit customers, 26 columns. */
    static Matrix credit() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Rows.class.getResourceAsStream("/cluster/credit_500.csv.gz")),
                StandardCharsets.UTF_8))) {
            return Matrix.of(reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
