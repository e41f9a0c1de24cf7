package org.tessera.engine.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.SegmentOrder;

/** The credit customers, their prepared matrix, and scikit-learn 1.2.1's labels and metrics of 52 runs. */
public final class CreditReference {

    private CreditReference() {}

    /** A run of the reference: its name in the labels and what scikit-learn found; NaN where it gives no value. */
    public record Run(String name, double silhouette, double daviesBouldin, double calinskiHarabasz, double inertia) {}

    /** @return the 4,454 x 26 prepared matrix */
    public static Matrix features() {
        List<String[]> rows = read("credit_Z.csv.gz");
        double[][] values = new double[rows.size() - 1][];
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.stream(rows.get(i + 1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
        return Matrix.of(values);
    }

    /** @return the labels of a run as scikit-learn numbered them */
    public static Labels labels(String run) {
        List<String[]> rows = read("credit_labels.csv.gz");
        int column = List.of(rows.get(0)).indexOf(run);
        return Labels.of(rows.stream()
                .skip(1)
                .mapToInt(row -> Integer.parseInt(row[column]))
                .toArray());
    }

    /** @return the labels of a run, numbered by size */
    public static Labels ordered(String run, Matrix features) {
        Labels labels = labels(run);
        return SegmentOrder.bySize(labels.toArray(), labels.segments(), features)
                .labels();
    }

    /** @return all runs */
    public static List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<String[]> rows = read("credit_metrics.csv");
        String[] names =
                read("credit_labels.csv.gz").get(0); // in the same order; dbscan has no k to tell its runs apart
        for (int i = 0; i < names.length; i++) {
            String[] row = rows.get(i + 1);
            runs.add(new Run(names[i], number(row[7]), number(row[8]), number(row[9]), number(row[10])));
        }
        return runs;
    }

    /** Two runs, and scikit-learn's adjusted Rand index and normalized mutual information of rows that are noise in none. */
    public record Pair(String first, String second, double adjustedRand, double mutualInformation) {}

    /** @return 104 pairs of runs */
    public static List<Pair> pairs() {
        return read("credit_agreement.csv").stream()
                .skip(1)
                .map(row -> new Pair(row[0], row[1], number(row[2]), number(row[3])))
                .toList();
    }

    /** @return the Dunn index of every run, from scipy's distances; noise left out */
    public static Map<String, Double> dunn() {
        return read("credit_dunn.csv").stream().skip(1).collect(Collectors.toMap(row -> row[0], row -> number(row[1])));
    }

    /** @return the customers' own 14 columns */
    public static CustomerTable customers() {
        List<String[]> rows = read("credit_customers.csv.gz");
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < rows.get(0).length; c++) {
            columns.add(column(rows, c));
        }
        return new CustomerTable(rows.size() - 1, columns);
    }

    private static Column column(List<String[]> rows, int index) {
        List<String> entries = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            entries.add(row[index].isEmpty() ? null : row[index]);
        }
        String name = rows.get(0)[index];
        if (entries.stream().anyMatch(e -> e != null && !e.matches("-?\\d+"))) {
            return CategoryColumn.of(name, entries);
        }
        double[] values = entries.stream()
                .mapToDouble(e -> e == null ? Double.NaN : Double.parseDouble(e))
                .toArray();
        return new NumericColumn(name, values, true);
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static List<String[]> read(String name) {
        try (InputStream raw = CreditReference.class.getResourceAsStream("/reference/" + name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
