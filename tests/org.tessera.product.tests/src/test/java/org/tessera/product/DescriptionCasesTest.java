package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.CaseWorkflow.Kind;
import org.tessera.product.CaseWorkflow.Port;
import org.tessera.product.Workbench.Result;

/**
 * What the built product says of segments of customers whose description is easily misleading, with its defaults: those
 * in {@code src/test/resources/cases} are made up after public reports, others of the same kinds are made here. All of
 * them are branches of one workflow.
 */
class DescriptionCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Map<String, String> INDICATOR = Map.of("missingIndicator:xboolean", "true");

    @TempDir
    private static Path folder;

    private static final CaseWorkflow WORKFLOW = new CaseWorkflow();
    private static Path data;

    @BeforeAll
    static void run_all_of_them_once() throws Exception {
        Path workflow = Files.createDirectories(folder.resolve("cases/data")).getParent();
        data = workflow.resolve("data");
        addCases();
        WORKFLOW.save(workflow);
        Result result = new Workbench(Files.createDirectory(folder.resolve("scratch")))
                .run("-workflowDir=" + workflow, "-destDir=" + folder.resolve("out"));
        assertEquals(0, result.exitCode(), result::all);
        data = folder.resolve("out/data");
    }

    private static void addCases() throws IOException {
        described("segments-by-a-missing-indicator", 4, INDICATOR);
        made(
                "coupons-missing",
                INDICATOR,
                i -> i % 3 == 0 ? "10,5," + (30 + i % 2) : ",," + i % 2,
                "discount,coupon,visits");
        made("home-missing", Map.of(), i -> (i % 2 == 0 ? "" : "own") + "," + i % 2 * 30, "home,visits");
        described("rule-that-names-one-customer", 2, Map.of());
        made("number-ids", Map.of(), i -> 71_000 + 13 * (i * 37 % 60) + "," + visits(i), "CustomerID,visits");
        made("surnames", Map.of(), i -> "Name" + i * 17 % 53 + "," + visits(i), "surname,visits");
        described("currency-written-as-text", 2, Map.of());
        made("exited", Map.of(), i -> i % 2 + "," + visits(i), "Exited,visits");
        made("channels", Map.of(), i -> (i % 2 == 1 || i == 4 ? 2 : 1) + "," + visits(i), "Channel,visits");
        made("booleans", Map.of(), i -> (i % 2 == 0) + "," + visits(i), "Active,visits");
        made(
                "no-internet",
                Map.of(),
                i -> i % 2 == 0
                        ? "No,No internet service,No internet service,20"
                        : "Fiber," + (i % 4 == 1 ? "Yes" : "No") + "," + (i % 3 == 0 ? "Yes" : "No") + ","
                                + (80 + i % 9),
                "InternetService,OnlineBackup,TechSupport,Charges");
        made(
                "homes",
                Map.of(),
                i -> List.of("own", "other", "rent", "priv").get(i % 4) + "," + visits(i),
                "Home,visits");
    }

    private static int visits(int i) {
        return i % 2 * 40 + i % 7;
    }

    /** Sixty made-up customers in two segments. */
    private static void made(String name, Map<String, String> preprocessor, IntFunction<String> row, String header)
            throws IOException {
        String rows = IntStream.range(0, 60).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n"));
        Files.writeString(data.resolve(name + ".csv"), rows);
        described(name, 2, preprocessor);
    }

    private static void described(String name, int k, Map<String, String> preprocessor) throws IOException {
        Path file = data.resolve(name + ".csv");
        if (Files.notExists(file)) {
            Files.copy(CASES.resolve(name + ".csv"), file);
        }
        int reader = WORKFLOW.add(Kind.READER, Map.of("path", name + ".csv"));
        int prepared = WORKFLOW.add(Kind.PREPROCESSOR, preprocessor, new Port(reader, 1));
        int segments = WORKFLOW.add(
                Kind.K_MEANS, Map.of("numberOfSegments:xint", "" + k), new Port(prepared, 1), new Port(prepared, 2));
        int profiler = WORKFLOW.add(Kind.PROFILER, Map.of(), new Port(segments, 1), new Port(segments, 2));
        WORKFLOW.write(new Port(profiler, 3), name + "_drivers.csv");
        WORKFLOW.write(new Port(profiler, 4), name + "_descriptions.csv");
    }

    private static List<String> drivers(String name, String column) throws IOException {
        return CsvFile.read(data.resolve(name + "_drivers.csv")).column(column);
    }

    private static List<String> descriptions(String name, String column) throws IOException {
        return CsvFile.read(data.resolve(name + "_descriptions.csv")).column(column);
    }

    private static void assertSays(String name, String sentence) throws IOException {
        List<String> all = descriptions(name, "Description");
        assertTrue(all.stream().anyMatch(d -> d.contains(sentence)), () -> "'" + sentence + "' is not in " + all);
    }

    private static void assertHasRule(String name, String rule) throws IOException {
        List<String> rules = descriptions(name, "Rule");
        int segment = rules.indexOf(rule);
        assertTrue(segment >= 0, () -> "'" + rule + "' is not in " + rules);
        assertEquals("1.0", descriptions(name, "Rule coverage").get(segment).replaceAll("^1$", "1.0"));
        assertEquals("1.0", descriptions(name, "Rule precision").get(segment).replaceAll("^1$", "1.0"));
    }

    @Test
    void segments_by_missing_entries_are_named_so() throws IOException {
        assertSays("segments-by-a-missing-indicator", "always missing discount (100 % vs 67 %");
        assertTrue(descriptions("segments-by-a-missing-indicator", "Rule").stream()
                .anyMatch(rule -> rule.contains("discount is missing")));
        assertSays("coupons-missing", "always missing discount (100 % vs 67 % of all; likewise coupon)");
        assertEquals("discount", drivers("coupons-missing", "Column").get(0));
        assertEquals("discount", drivers("coupons-missing", "Same as").get(1));
        assertHasRule("coupons-missing", "discount is missing");
        assertHasRule("coupons-missing", "discount = 10");
        assertSays("home-missing", "always missing home (100 % vs 50 %");
    }

    @Test
    void ids_and_free_text_that_were_left_out_describe_nothing() throws IOException {
        Map<String, String> ids =
                Map.of("rule-that-names-one-customer", "customer", "number-ids", "CustomerID", "surnames", "surname");
        for (Map.Entry<String, String> id : ids.entrySet()) {
            assertFalse(drivers(id.getKey(), "Column").contains(id.getValue()), id.getKey());
            for (String column : List.of("Description", "Rule")) {
                String text = descriptions(id.getKey(), column).toString();
                assertFalse(text.matches(".*\\b" + id.getValue() + "\\b.*"), text);
            }
        }
        assertTrue(descriptions("currency-written-as-text", "Rule").stream().noneMatch(rule -> rule.contains("$")));
        assertSays("currency-written-as-text", "spend (");
    }

    @Test
    void two_values_are_shares() throws IOException {
        assertSays("exited", "always Exited (100 % vs 50 %");
        assertSays("exited", "never Exited (0 % vs 50 %");
        assertHasRule("exited", "Exited = 0");
        assertSays("channels", "more often Channel = 1 (97 % vs 48 % of all)");
        assertSays("booleans", "never Active (0 % vs 50 %");
    }

    @Test
    void what_several_columns_say_is_told_once() throws IOException {
        assertSays(
                "no-internet",
                ": always InternetService = No (100 % vs 50 % of all; likewise OnlineBackup and TechSupport = No internet"
                        + " service), lower Charges (");
    }

    @Test
    void categories_of_a_column_are_taken_together() throws IOException {
        assertSays("homes", "always Home = other or priv (100 % vs 50 % of all)");
        assertHasRule("homes", "visits < 23");
    }
}
