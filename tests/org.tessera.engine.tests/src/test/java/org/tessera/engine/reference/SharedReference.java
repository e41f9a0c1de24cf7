package org.tessera.engine.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.ColumnOptions;
import org.tessera.engine.prep.PlainZScores;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

/**
 * Data sets that may not be kept here, with scikit-learn 1.2.1's results; a test that asks for them is reported as skipped
 * where they are not.
 */
public final class SharedReference {

    private static final Path SHARED = Path.of("../../../shared");

    private SharedReference() {}

    /** @return lines of a file split at commas, its header first */
    public static List<String[]> lines(String file) {
        Path path = SHARED.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "needs the shared reference results");
        try {
            return Files.readAllLines(path).stream()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return lines of a set's metrics for an algorithm */
    public static List<String[]> metrics(String set, String algorithm) {
        return lines("reference/" + set + "_metrics.csv").stream()
                .filter(line -> line[1].equals(algorithm))
                .toList();
    }

    /** @return the labels in a column of a file */
    public static Labels labels(String file, String column) {
        List<String[]> lines = lines("reference/" + file);
        int index = List.of(lines.get(0)).indexOf(column);
        return Labels.of(lines.stream()
                .skip(1)
                .mapToInt(line -> Integer.parseInt(line[index]))
                .toArray());
    }

    /** @return the prepared matrix of "credit", "wholesale" or "onlineretail" */
    public static Matrix features(String set) {
        if (set.equals("onlineretail")) {
            return onlineRetail();
        }
        return Matrix.of(lines("reference/" + set + "_Z.csv").stream()
                .skip(1)
                .map(line ->
                        Arrays.stream(line).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new));
    }

    /** @return the own columns of "wholesale" or "onlineretail", without the number of the customer */
    public static CustomerTable customers(String set) {
        boolean isRetail = set.equals("onlineretail");
        List<String[]> lines = lines(isRetail ? "data/online_retail_customers.csv" : "data/" + set + "_customers.csv");
        List<Column> columns = new ArrayList<>();
        for (int c = isRetail ? 1 : 0; c < lines.get(0).length; c++) {
            int column = c;
            List<String> entries = new ArrayList<>();
            lines.stream().skip(1).forEach(line -> entries.add(line[column].isEmpty() ? null : line[column]));
            columns.add(column(lines.get(0)[c], entries));
        }
        return new CustomerTable(lines.size() - 1, columns);
    }

    private static Matrix onlineRetail() {
        CustomerTable table = customers("onlineretail");
        PreparationOptions options = new PreparationOptions(
                new NumericOptions(NumericMissing.MEAN, 0, false, Transformation.NONE),
                new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, false, 0, 100),
                PlainZScores.OPTIONS.scaling(),
                ColumnOptions.everything());
        RunContext run = RunContext.of(1);
        return Preparer.with(options)
                .fit(table, Set.of(), run)
                .apply(table, run)
                .features();
    }

    private static Column column(String name, List<String> entries) {
        if (entries.stream().anyMatch(e -> e != null && !e.matches("-?[0-9.]+"))) {
            return CategoryColumn.of(name, entries);
        }
        double[] values = entries.stream()
                .mapToDouble(e -> e == null ? Double.NaN : Double.parseDouble(e))
                .toArray();
        return new NumericColumn(name, values, false);
    }
}
