package org.tessera.bench.segments;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;

/** Customers from a CSV file with a header: a column of numbers alone is numeric, any other one categorical. */
public final class CustomerFile {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");

    private CustomerFile() {}

    /**
     * Reads a file. An empty field is a missing value.
     *
     * @param file the file, UTF-8, separated by commas
     * @param without names of columns to leave out, such as outcomes
     * @return the customers
     * @throws IOException if it cannot be read
     */
    public static CustomerTable read(Path file, Set<String> without) throws IOException {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            reader.forEach(records::add);
        }
        List<String> names = records.get(0).getFields();
        List<CsvRecord> rows = records.subList(1, records.size());
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            if (!without.contains(names.get(j))) {
                int column = j;
                List<String> fields =
                        rows.stream().map(row -> row.getField(column)).toList();
                columns.add(column(names.get(j), fields));
            }
        }
        return new CustomerTable(rows.size(), columns);
    }

    private static Column column(String name, List<String> fields) {
        List<String> present = fields.stream().filter(field -> !field.isEmpty()).toList();
        if (!present.isEmpty() && present.stream().allMatch(NUMBER.asMatchPredicate())) {
            double[] values = fields.stream()
                    .mapToDouble(field -> field.isEmpty() ? Double.NaN : Double.parseDouble(field))
                    .toArray();
            return new NumericColumn(name, values, present.stream().allMatch(WHOLE_NUMBER.asMatchPredicate()));
        }
        return CategoryColumn.of(
                name,
                fields.stream().map(field -> field.isEmpty() ? null : field).toList());
    }
}
