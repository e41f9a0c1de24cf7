package org.tessera.weka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.tessera.engine.data.Matrix;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

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

    /** Rows as Weka's own instances, a numeric attribute per column. */
    static Instances instances(Matrix x) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int j = 0; j < x.columns(); j++) {
            attributes.add(new Attribute("x" + j));
        }
        Instances instances = new Instances("rows", attributes, x.rows());
        for (int i = 0; i < x.rows(); i++) {
            instances.add(new DenseInstance(1, x.row(i)));
        }
        return instances;
    }
}
