package org.tessera.workbench.csv;

import java.util.List;

/**
 * The columns of a CSV file, without the row ids.
 *
 * @param names the column names, unique
 * @param types the column types, one per name
 */
public record CsvSpec(List<String> names, List<CsvType> types) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if their sizes differ
     */
    public CsvSpec {
        names = List.copyOf(names);
        types = List.copyOf(types);
        if (names.size() != types.size()) {
            throw new IllegalArgumentException(names.size() + " column names, but " + types.size() + " types");
        }
    }
}
