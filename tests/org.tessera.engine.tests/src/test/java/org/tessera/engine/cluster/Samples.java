package org.tessera.engine.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Rows for the tests of clusterers, and comparisons of partitions. */
public final class Samples {

    private Samples() {}

    /** Groups of normal rows around random centroids. */
    public static Matrix groups(int n, int d, int k, long seed) {
        RandomStream random = RandomStream.of(seed, 0);
        double[] centroids = new double[k * d];
        Arrays.setAll(centroids, i -> 4 * random.nextGaussian());
        double[] values = new double[n * d];
        for (int i = 0; i < n; i++) {
            int group = random.nextInt(k);
            for (int j = 0; j < d; j++) {
                values[i * d + j] = centroids[group * d + j] + random.nextGaussian();
            }
        }
        return Matrix.wrap(n, d, values);
    }

    /** Rows of small whole numbers: many duplicates and ties. */
    public static Matrix grid(int n, int d, int levels, long seed) {
        RandomStream random = RandomStream.of(seed, 1);
        double[] values = new double[n * d];
        Arrays.setAll(values, i -> random.nextInt(levels));
        return Matrix.wrap(n, d, values);
    }

    /** One feature. */
    public static Matrix column(double... values) {
        return Matrix.wrap(values.length, 1, values.clone());
    }

    public static int[] permutation(int n, long seed) {
        return RandomStream.of(seed, 2).permutation(n);
    }

    /** Labels of permuted rows brought back. */
    public static Labels unpermuted(Labels labels, int[] permutation) {
        int[] back = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            back[permutation[i]] = labels.at(i);
        }
        return Labels.of(back);
    }

    /** Whether two labelings are equal up to the numbers. */
    public static boolean samePartition(int[] a, int[] b) {
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

    /** A context that is canceled at the n-th question. */
    public static RunContext canceledAt(int question) {
        AtomicInteger asked = new AtomicInteger();
        return RunContext.of(1).withCancel(() -> asked.incrementAndGet() >= question);
    }

    /** Lines of a resource in this package's folder, split at commas, without the header. */
    public static List<String[]> table(String name) {
        try (InputStream stream = Samples.class.getResourceAsStream("/cluster/" + name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The 60 rows of the oracles. */
    public static Matrix rows60() {
        return Matrix.of(table("rows_60.csv").stream()
                .map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new));
    }
}
