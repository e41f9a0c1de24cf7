package org.tessera.pmml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.reference.SharedReference;

/** Customers of files, columns of nothing but numbers as numbers. */
final class Customers {

    private Customers() {}

    /** The credit customers without their outcome. */
    static CustomerTable credit() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(SharedReference.class.getResourceAsStream("/reference/credit_customers.csv.gz")),
                StandardCharsets.UTF_8))) {
            return table(reader.lines()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Customers that may not be kept here; the test is skipped where they are not. */
    static CustomerTable shared(String file) {
        return table(SharedReference.lines("data/" + file));
    }

    private static CustomerTable table(List<String[]> lines) {
        List<Column> columns = new ArrayList<>();
        for (int c = 1; c < lines.get(0).length; c++) {
            List<String> entries = new ArrayList<>();
            for (String[] line : lines.subList(1, lines.size())) {
                entries.add(line[c].isEmpty() || line[c].equals("NA") ? null : line[c]);
            }
            columns.add(column(lines.get(0)[c], entries));
        }
        return new CustomerTable(lines.size() - 1, columns);
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

    /** A customer as the libraries take it: numbers, texts, dates in ISO form. */
    static Map<String, Object> row(CustomerTable customers, int i) {
        Map<String, Object> row = new HashMap<>();
        for (Column column : customers.columns()) {
            row.put(column.name(), column.isMissing(i) ? null : value(column, i));
        }
        return row;
    }

    private static Object value(Column column, int i) {
        if (column instanceof CategoryColumn texts) {
            return texts.levels().get(texts.codes()[i]);
        }
        NumericColumn numbers = (NumericColumn) column;
        double value = numbers.values()[i];
        return numbers.quantity() == Quantity.DATE ? Quantity.DATE.text(value) : (Object) value;
    }
}
