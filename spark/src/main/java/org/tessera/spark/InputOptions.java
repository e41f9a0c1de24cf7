package org.tessera.spark;

import java.util.Locale;
import java.util.Set;

/**
 * Where customers are read from.
 *
 * @param location a path that Hadoop understands, or the name of a table of the catalog
 * @param format what is there
 * @param delimiter the character between the cells of CSV
 */
record InputOptions(String location, Format format, String delimiter) {

    /** The arguments of these options. */
    static final Set<String> NAMES = Set.of("in", "format", "delimiter");

    private static final String CSV_NAMES = ".*\\.csv(\\.[a-z0-9]+)?";

    /** What customers can be read from. */
    enum Format {
        PARQUET,
        CSV,
        TABLE
    }

    static InputOptions of(Arguments arguments) throws UsageException {
        String location = arguments.required("in");
        Format guess = location.toLowerCase(Locale.ROOT).matches(CSV_NAMES) ? Format.CSV : Format.PARQUET;
        String delimiter = arguments.text("delimiter").orElse(",");
        if (delimiter.length() != 1 && !delimiter.equals("\\t")) {
            throw new UsageException(
                    "Argument '--delimiter' is '" + delimiter + "', but has to be one character or \\t");
        }
        return new InputOptions(location, arguments.choice("format", guess), delimiter);
    }

    /** @return the input as named in messages, such as "'customers.csv'" */
    String name() {
        return (format == Format.TABLE ? "table '" : "'") + location + "'";
    }
}
