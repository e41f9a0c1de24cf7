package org.tessera.workbench.batch;

import java.util.Arrays;
import java.util.List;

/**
 * A CSV file that is shown after a run.
 *
 * @param file the file, relative to the workflow
 * @param columns the columns that are shown, with texts in full; empty for all columns, with long texts cut
 */
public record ShownTable(String file, List<String> columns) {

    private static final String SEPARATOR = ";";

    /** Copies the list. */
    public ShownTable {
        columns = List.copyOf(columns);
    }

    /** The table of an argument such as "data/file.csv;Name;Reason". */
    static ShownTable of(String argument) {
        List<String> parts = Arrays.asList(argument.split(SEPARATOR));
        return new ShownTable(parts.get(0), parts.subList(1, parts.size()));
    }
}
