package org.tessera.engine.prep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;

/** The bundled credit customers and scikit-learn's prepared matrix of them. */
final class CreditCustomers {

    private CreditCustomers() {}

    /** All columns but the outcome 'Status'. */
    static CustomerTable table() {
        List<String[]> rows = read("/reference/credit_customers.csv.gz");
        String[] names = rows.get(0);
        List<Column> columns = new ArrayList<>();
        for (int c = 1; c < names.length; c++) {
            List<String> entries = new ArrayList<>();
            for (String[] row : rows.subList(1, rows.size())) {
                entries.add(c < row.length && !row[c].isEmpty() ? row[c] : null);
            }
            boolean numbers = entries.stream().allMatch(e -> e == null || e.matches("-?[0-9.]+"));
            if (numbers) {
                double[] values = entries.stream()
                        .mapToDouble(e -> e == null ? Double.NaN : Double.parseDouble(e))
                        .toArray();
                columns.add(new NumericColumn(names[c], values, true));
            } else {
                columns.add(CategoryColumn.of(names[c], entries));
            }
        }
        return new CustomerTable(rows.size() - 1, columns);
    }

    /** The rows with the given indices; categories are encoded anew, in order of first appearance. */
    static CustomerTable select(CustomerTable table, int... rows) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column instanceof NumericColumn n) {
                double[] values =
                        Arrays.stream(rows).mapToDouble(i -> n.values()[i]).toArray();
                columns.add(new NumericColumn(n.name(), values, n.integral()));
            } else {
                CategoryColumn c = (CategoryColumn) column;
                List<String> entries = new ArrayList<>();
                for (int row : rows) {
                    entries.add(c.isMissing(row) ? null : c.levels().get(c.codes()[row]));
                }
                columns.add(CategoryColumn.of(c.name(), entries));
            }
        }
        return new CustomerTable(rows.length, columns);
    }

    /** Prepared by scikit-learn 1.2.1: mean, most frequent, one-hot, z-score. */
    static Matrix scikitLearn() {
        List<String[]> rows = read("/reference/credit_Z.csv.gz");
        int d = rows.get(0).length;
        double[] values = new double[(rows.size() - 1) * d];
        int at = 0;
        for (String[] row : rows.subList(1, rows.size())) {
            for (String value : row) {
                values[at++] = Double.parseDouble(value);
            }
        }
        return Matrix.wrap(rows.size() - 1, d, values);
    }

    private static List<String[]> read(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(CreditCustomers.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
