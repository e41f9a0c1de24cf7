package org.tessera.weka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;

/** Rows for the tests of Weka's clusterers. */
final class Rows {

    private Rows() {}

    /** Groups of normal rows around random centres. */
    static Matrix groups(int n, int d, int k, long seed) {
        RandomStream random = RandomStream.of(seed, 0);
        double[] centres = new double[k * d];
        Arrays.setAll(centres, i -> 4 * random.nextGaussian());
        double[] values = new double[n * d];
        for (int i = 0; i < n; i++) {
            int group = random.nextInt(k);
            for (int j = 0; j < d; j++) {
                values[i * d + j] = centres[group * d + j] + random.nextGaussian();
            }
        }
        return Matrix.wrap(n, d, values);
    }

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

    /** Whether two labellings are equal up to the numbers. */
    static boolean samePartition(int[] a, int[] b) {
        Map<Integer, Integer> there = new HashMap<>();
        Map<Integer, Integer> back = new HashMap<>();
        for (int i = 0; i < a.length; i++) {
            Integer other = there.putIfAbsent(a[i], b[i]);
            Integer own = back.putIfAbsent(b[i], a[i]);
            if ((other != null && other != b[i]) || (own != null && own != a[i])) {
                return false;
            }
        }
        return a.length == b.length;
    }
}
