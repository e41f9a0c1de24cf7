package org.tessera.engine.numbers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the tables of docs/numbers.md anew: of the credit customers and the edge cases always, of the other customers
 * only if {@code -Dreference} names a folder with them; without it their tables stay as they are.
 */
public final class WriteNumbers {

    private static final Set<String> WHOLESALE = Set.of("Channel", "Region");
    private static final Set<String> RETAIL = Set.of("Country", "FavoriteWeekday", "FavoriteDaypart");

    private WriteNumbers() {}

    /**
     * Writes the tables.
     *
     * @param arguments none
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(System.getProperty("tessera.root"), "docs", "numbers.md");
        Map<String, List<String>> tables = new LinkedHashMap<>(metrics());
        tables.putAll(edges());
        ReferenceSet credit = ReferenceSet.credit();
        tables.putAll(algorithms("credit", credit));
        String reference = System.getProperty("reference", "");
        if (!reference.isEmpty()) {
            Path folder = Path.of(reference);
            tables.putAll(all("wholesale", ReferenceSet.of(folder, "wholesale", WHOLESALE)));
            tables.putAll(all("onlineretail", ReferenceSet.of(folder, "onlineretail", RETAIL)));
        }
        Files.writeString(page, replaced(Files.readString(page), tables));
    }

    /** The metrics of the credit customers, by the name of the table. */
    static Map<String, List<String>> metrics() throws IOException {
        return Map.of("credit metrics", MetricNumbers.of(ReferenceSet.credit()).lines());
    }

    /** The tables of edge cases by name. */
    static Map<String, List<String>> edges() throws IOException {
        Map<String, String> expected = EdgeCases.read();
        Map<String, EdgeCases.Case> others = new LinkedHashMap<>(MetricEdges.others());
        others.putAll(AlgorithmEdges.cases());
        others.putAll(PreparationEdges.cases());
        return Map.of("edge metrics", MetricEdges.lines(expected), "edge others", EdgeCases.lines(expected, others));
    }

    private static Map<String, List<String>> all(String name, ReferenceSet reference) {
        Map<String, List<String>> tables = new LinkedHashMap<>(algorithms(name, reference));
        tables.put(name + " metrics", MetricNumbers.of(reference).lines());
        return tables;
    }

    private static Map<String, List<String>> algorithms(String name, ReferenceSet reference) {
        AlgorithmNumbers numbers = new AlgorithmNumbers(reference);
        return Map.of(name + " optima", numbers.optima(), name + " partitions", numbers.partitions());
    }

    /** The page with what stands between the marks of each table replaced. */
    static String replaced(String page, Map<String, List<String>> tables) {
        List<String> result = new ArrayList<>();
        boolean copying = true;
        for (String line : page.split("\n", -1)) {
            boolean end = line.equals("<!-- end -->");
            copying |= end;
            if (copying) {
                result.add(line);
            }
            List<String> table = tables.get(line.replaceAll("^<!-- table: (.*) -->$", "$1"));
            if (table != null) {
                result.addAll(table);
                copying = false;
            }
        }
        return String.join("\n", result);
    }
}
