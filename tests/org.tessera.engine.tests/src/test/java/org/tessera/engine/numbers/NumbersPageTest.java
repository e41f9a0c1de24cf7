package org.tessera.engine.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What docs/numbers.md says of the metrics and the edge cases is what today's code gives. */
class NumbersPageTest {

    private static final Path PAGE = Path.of("../../docs/numbers.md");

    @Test
    void metrics_of_the_credit_customers_are_within_1e9() throws IOException {
        MetricNumbers numbers = MetricNumbers.of(ReferenceSet.credit());
        assertEquals(8, numbers.deviations().size());
        numbers.deviations().forEach((title, deviation) -> assertTrue(deviation.largest() <= 1e-9, title));
        assertOnPage("credit metrics", numbers.lines());
    }

    @Test
    void edge_cases_are_as_the_page_says() throws IOException {
        Map<String, List<String>> tables = WriteNumbers.edges();
        for (String name : tables.keySet()) {
            assertOnPage(name, tables.get(name));
        }
    }

    @Test
    void every_edge_case_of_the_reference_is_there() throws IOException {
        Set<String> there = new HashSet<>(MetricEdges.names());
        there.addAll(MetricEdges.others().keySet());
        there.addAll(AlgorithmEdges.cases().keySet());
        there.addAll(PreparationEdges.cases().keySet());
        assertEquals(EdgeCases.read().keySet(), there);
    }

    private static void assertOnPage(String name, List<String> table) throws IOException {
        String page = Files.readString(PAGE);
        String mark = "<!-- table: " + name + " -->\n";
        int from = page.indexOf(mark) + mark.length();
        assertEquals(
                String.join("\n", table),
                page.substring(from, page.indexOf("\n<!-- end -->", from)),
                "Table '" + name + "' of docs/numbers.md is out of date: write it anew, the page says how");
    }
}
