package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.CaseWorkflow.Kind;
import org.tessera.product.CaseWorkflow.Port;
import org.tessera.product.Workbench.Result;

/**
 * Customers on which tools of the field fail, through the built product with its defaults: those in
 * {@code src/test/resources/cases} are made up after public reports of such failures, others of the same kinds are made
 * here. All of them are branches of one workflow.
 */
class CasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    @TempDir
    private static Path folder;

    private static final CaseWorkflow WORKFLOW = new CaseWorkflow();
    private static final Map<String, Integer> PREPROCESSORS = new HashMap<>();
    private static final Map<String, Integer> READERS = new HashMap<>();
    private static final Map<String, Integer> CLUSTERERS = new HashMap<>();
    private static final Map<String, Integer> SELECTORS = new HashMap<>();
    private static Path data;
    private static String output;

    @BeforeAll
    static void run_all_of_them_once() throws Exception {
        Path workflow = Files.createDirectories(folder.resolve("cases/data")).getParent();
        data = workflow.resolve("data");
        addCases();
        WORKFLOW.save(workflow);
        Result result = new Workbench(Files.createDirectory(folder.resolve("scratch")))
                .run("-workflowDir=" + workflow, "-destDir=" + folder.resolve("out"));
        output = result.output();
        assertEquals(0, result.exitCode(), result::all);
        data = folder.resolve("out/data");
    }

    private static void addCases() throws IOException {
        kMeans("near-constant-by-rounding", 2);
        kMeans("currency-written-as-text", 2);
        kMeans("decimal-comma-read-as-text", 2, Map.of("column_delimiter", ";"), Map.of());
        kMeans("dates-in-iso-form", 2);
        kMeans("text-id-with-one-customer-twice", 2);
        kMeans("forty-areas-and-three-clear-groups", 3);
        kMeans("robust-scaling-of-mostly-zeros", 2, Map.of(), Map.of("scaling:xstring", "ROBUST"));
        kMeans("latin-1-read-as-utf-8", 3);
        kMeans("ids-that-begin-with-a-hash", 2);
        kMeans("a-category-named-other", 2, Map.of(), Map.of("rareBelowPercent:xdouble", "5.0"));
        made(
                "euros",
                2,
                i -> "\"" + (1 + i % 2 * 7) + "." + (100 + 7 * i) + "," + (10 + i) + " €\"," + i % 7,
                "umsatz,besuche");
        made("one-not-available", 2, i -> (i == 17 ? "N/A" : i * i + 0.5) + "," + (i % 2 * 50 + i % 5), "spend,visits");
        made(
                "dates-as-whole-numbers",
                2,
                i -> (i % 2 == 0 ? 2012 : 2022) + "" + (10 + i % 3) + (10 + i % 18) + "," + i % 9,
                "since,visits");
        made(
                "sparse-number-ids",
                2,
                i -> 708082083L + 12_345L * (i * 37 % 60) + "," + (i % 2 * 40 + i % 7),
                "CLIENTNUM,visits");
        made(
                "ids-with-gaps",
                2,
                i -> (i % 20 == 3 ? "" : "K-" + (7000 + i * 13 % 997)) + "," + (i % 2 * 40 + i % 7),
                "code,visits");
        made("surnames", 2, i -> "Name" + (i * 17 % 53) + "," + (i % 2 * 40 + i % 7), "surname,visits");
        made(
                "code-and-name",
                2,
                i -> List.of("N,North", "S,South", "E,East").get(i % 3) + "," + (i % 2 * 40 + i % 7),
                "area,region,visits");
        made("total-of-parts", 2, i -> i % 11 + "," + i * 5 % 13 + "," + (i % 11 + i * 5 % 13), "food,drinks,total");
        made(
                "nothing-known",
                2,
                i -> i % 10 == 4 ? ",," : i % 2 * 40 + i % 7 + "," + i % 5 + "," + (i % 2 == 0 ? "rent" : "own"),
                "visits,age,home");
        made(
                "rare-flag",
                2,
                i -> (i == 5 ? 1 : 0) + "," + (i % 2 * 40 + i % 7) + "," + (i % 2 * 9 + i % 3),
                "flag,visits,orders");
        for (String survey : List.of("dbscan-survey-answers-200", "dbscan-survey-answers-2100")) {
            int reader = read(survey, Map.of());
            segments(survey, Kind.DBSCAN, Map.of(), new Port(reader, 1));
        }
        prepared("dbscan-on-scaled-whole-numbers", Kind.DBSCAN, Map.of());
        int points = read("mixture-on-whole-numbers", Map.of());
        segments(
                "mixture-on-whole-numbers", Kind.GAUSSIAN_MIXTURE, Map.of("components:xint", "3"), new Port(points, 1));
        Map<String, String> radius = Map.of("radiusChoice:xstring", "MANUAL", "radius:xdouble", "0.5");
        selected("noise-left-out-of-the-comparison", 2, radius);
        makeCustomers(
                "stragglers",
                i -> i % 2 * 40 + (i % 15 == 7 ? 20 : i * 7 % 20 / 10.0) + "," + (i % 2 * 30 + i * 5 % 13),
                "spend,visits");
        selected("stragglers", 2, radius);
        makeCustomers(
                "stragglers-of-three",
                i -> i % 3 * 40 + (i % 20 == 7 ? 20 : i * 7 % 20 / 10.0) + "," + (i % 3 * 30 + i * 5 % 13),
                "spend,visits");
        selected("stragglers-of-three", 3, radius);
        selected(
                "only-gender",
                2,
                i -> (i % 2 == 0 ? "f," : "m,") + (i % 10 == 3 ? "yes," : "no,") + (i % 10 == 4 ? "yes" : "no"),
                "gender,senior,partner");
        selected(
                "channel-by-region",
                6,
                i -> (i % 2 == 0 ? "shop," : "web,")
                        + List.of("north,", "south,", "west,").get(i / 2 % 3)
                        + (i % 20 == 3 ? "yes" : "no"),
                "channel,region,returned");
        selected(
                "only-tenure",
                3,
                i -> i % 3 * 40 + i * 7 % 60 / 10.0 + "," + i * 17 % 23 + "," + i * 23 % 19,
                "tenure,spend,visits");
        selected(
                "few-with-a-flag",
                2,
                i -> (i % 30 == 7 ? "yes," : "no,") + (i == 11 ? "yes" : "no"),
                "premium,returned");
        kMeans("column-without-numbers", 3);
        int newCustomers = read("column-without-numbers-new", Map.of());
        int assigner = WORKFLOW.add(
                Kind.ASSIGNER,
                Map.of(),
                new Port(newCustomers, 1),
                new Port(CLUSTERERS.get("column-without-numbers"), 2));
        CLUSTERERS.put("column-without-numbers-new", assigner);
        WORKFLOW.write(new Port(assigner, 1), "column-without-numbers-new_segments.csv");
    }

    private static void kMeans(String name, int k) throws IOException {
        kMeans(name, k, Map.of(), Map.of());
    }

    private static void kMeans(String name, int k, Map<String, String> reader, Map<String, String> preprocessor)
            throws IOException {
        int table = read(name, reader);
        int prepared = WORKFLOW.add(Kind.PREPROCESSOR, preprocessor, new Port(table, 1));
        PREPROCESSORS.put(name, prepared);
        segments(
                name,
                Kind.K_MEANS,
                Map.of("numberOfSegments:xint", "" + k),
                new Port(prepared, 1),
                new Port(prepared, 2));
    }

    private static void prepared(String name, Kind kind, Map<String, String> settings) throws IOException {
        int table = read(name, Map.of());
        int prepared = WORKFLOW.add(Kind.PREPROCESSOR, Map.of(), new Port(table, 1));
        PREPROCESSORS.put(name, prepared);
        segments(name, kind, settings, new Port(prepared, 1), new Port(prepared, 2));
    }

    /** Sixty made-up customers. */
    private static void made(String name, int k, IntFunction<String> row, String header) throws IOException {
        makeCustomers(name, row, header);
        kMeans(name, k);
    }

    private static void makeCustomers(String name, IntFunction<String> row, String header) throws IOException {
        String rows = IntStream.range(0, 60).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n"));
        Files.writeString(data.resolve(name + ".csv"), rows);
    }

    /** Segmentations by all algorithms but the hierarchical one, and the best of them. */
    private static void selected(String name, int k, Map<String, String> dbscan) throws IOException {
        int table = read(name, Map.of());
        Port customers = new Port(WORKFLOW.add(Kind.PREPROCESSOR, Map.of(), new Port(table, 1)), 1);
        Port preparation = new Port(customers.node(), 2);
        List<Port> inputs = new ArrayList<>(List.of(customers));
        for (Map<String, String> options :
                List.of(Map.of("numberOfSegments:xint", "" + k), Map.of("numberOfSegments:xint", "" + (k + 1)))) {
            inputs.add(new Port(WORKFLOW.add(Kind.K_MEANS, options, customers, preparation), 2));
        }
        inputs.add(new Port(WORKFLOW.add(Kind.DBSCAN, dbscan, customers, preparation), 2));
        Map<String, String> components = Map.of("components:xint", "" + k);
        inputs.add(new Port(WORKFLOW.add(Kind.GAUSSIAN_MIXTURE, components, customers, preparation), 2));
        int selector = WORKFLOW.add(Kind.SELECTOR, Map.of(), inputs.toArray(Port[]::new));
        SELECTORS.put(name, selector);
        WORKFLOW.write(new Port(selector, 3), name + "_leaderboard.csv");
    }

    private static void selected(String name, int k, IntFunction<String> row, String header) throws IOException {
        makeCustomers(name, row, header);
        selected(name, k, Map.of());
    }

    private static int read(String name, Map<String, String> settings) throws IOException {
        Path file = data.resolve(name + ".csv");
        if (Files.notExists(file)) {
            Files.copy(CASES.resolve(name + ".csv"), file);
        }
        Map<String, String> all = new HashMap<>(settings);
        all.put("path", name + ".csv");
        int reader = WORKFLOW.add(Kind.READER, all);
        READERS.put(name, reader);
        return reader;
    }

    private static void segments(String name, Kind kind, Map<String, String> settings, Port... inputs) {
        int clusterer = WORKFLOW.add(kind, settings, inputs);
        CLUSTERERS.put(name, clusterer);
        WORKFLOW.write(new Port(clusterer, 1), name + "_segments.csv");
    }

    /** The warning of a node, or "". */
    private static String message(int node) {
        Matcher warning = Pattern.compile(
                        "(?s)Warning, [^\\n]*\\(#" + node + "\\): (.*?)\\n(?=\\[| {0,6}Warning|Executed)")
                .matcher(output);
        return warning.find() ? warning.group(1) : "";
    }

    private static void assertPreprocessorSays(String name, String... parts) {
        String message = message(PREPROCESSORS.get(name));
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
        }
    }

    private static Map<String, Integer> sizes(String name) throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        CsvFile.read(data.resolve(name + "_segments.csv"))
                .column("Segment")
                .forEach(segment -> sizes.merge(segment, 1, Integer::sum));
        return sizes;
    }

    /** Fails unless the segments are the groups that a function of a column names. */
    private static void assertSegmentsAre(String name, String column, Function<String, Object> group)
            throws IOException {
        CsvFile table = CsvFile.read(data.resolve(name + "_segments.csv"));
        List<String> values = table.column(column);
        List<String> segments = table.column("Segment");
        Set<String> pairs = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String of = group.apply(values.get(i)).toString();
            groups.add(of);
            pairs.add(of + " " + segments.get(i));
        }
        assertEquals(groups.size(), pairs.size(), () -> name + ": " + pairs);
        assertEquals(groups.size(), new HashSet<>(segments).size(), name);
    }

    private static Function<String, Object> above(double... bounds) {
        return value -> {
            int group = 0;
            for (double bound : bounds) {
                group += Double.parseDouble(value) > bound ? 1 : 0;
            }
            return group;
        };
    }

    @Test
    void a_column_constant_but_for_rounding_is_left_out() throws IOException {
        assertPreprocessorSays("near-constant-by-rounding", "'rate' has one value only, but for rounding");
        assertSegmentsAre("near-constant-by-rounding", "visits", above(15));
    }

    @Test
    void amounts_written_as_text_are_read() throws IOException {
        assertPreprocessorSays("currency-written-as-text", "'spend' as numbers");
        assertPreprocessorSays("decimal-comma-read-as-text", "'umsatz' as numbers");
        assertSegmentsAre("decimal-comma-read-as-text", "umsatz", v -> v.length() > 8);
        assertPreprocessorSays("euros", "'umsatz' as numbers");
        assertPreprocessorSays("one-not-available", "'spend' as numbers", "N/A");
    }

    @Test
    void dates_written_as_text_or_whole_numbers_are_dates() throws IOException {
        assertPreprocessorSays("dates-in-iso-form", "'since'", "dates");
        assertSegmentsAre("dates-in-iso-form", "since", v -> v.compareTo("2015") > 0);
        assertPreprocessorSays("dates-as-whole-numbers", "'since'", "dates");
        assertSegmentsAre("dates-as-whole-numbers", "since", above(2015_00_00));
    }

    @Test
    void ids_are_left_out_whatever_their_type_and_name() throws IOException {
        assertPreprocessorSays("text-id-with-one-customer-twice", "'customer' looks like");
        assertSegmentsAre("text-id-with-one-customer-twice", "spend", above(300));
        for (String name : List.of("sparse-number-ids", "ids-with-gaps", "surnames")) {
            assertPreprocessorSays(name, "1 column left out");
            assertSegmentsAre(name, "visits", above(20));
        }
    }

    @Test
    void columns_that_follow_from_others_are_left_out() throws IOException {
        assertPreprocessorSays("code-and-name", "goes one to one with");
        assertPreprocessorSays("total-of-parts", "'total'", "sum");
    }

    @Test
    void categories_do_not_drown_numbers_and_a_rare_flag_is_no_segment() throws IOException {
        assertSegmentsAre("forty-areas-and-three-clear-groups", "age", above(35, 52));
        assertSegmentsAre("rare-flag", "visits", above(20));
    }

    @Test
    void customers_of_whom_nothing_is_known_are_set_apart() throws IOException {
        assertPreprocessorSays("nothing-known", "Nothing known of 6 customers");
        assertEquals(6, sizes("nothing-known").get(""));
        assertEquals(3, sizes("nothing-known").size());
    }

    @Test
    void what_only_the_user_can_know_is_asked() {
        assertPreprocessorSays("robust-scaling-of-mostly-zeros", "'spend_online'");
        assertPreprocessorSays("latin-1-read-as-utf-8", "'city'", "character set");
        assertPreprocessorSays("a-category-named-other", "\"(other)\"");
    }

    @Test
    void lines_taken_as_comments_are_counted() {
        String message = message(READERS.get("ids-that-begin-with-a-hash"));
        assertTrue(message.contains("40 lines were taken as comments"), message);
    }

    @Test
    void the_radius_of_dbscan_is_not_fooled_by_whole_numbers() throws IOException {
        assertEquals(Map.of("Segment 1", 100, "Segment 2", 100), sizes("dbscan-survey-answers-200"));
        assertEquals(Map.of("Segment 1", 1050, "Segment 2", 1050), sizes("dbscan-survey-answers-2100"));
        assertEquals(Map.of("Segment 1", 30, "Segment 2", 30), sizes("dbscan-on-scaled-whole-numbers"));
    }

    @Test
    void a_mixture_makes_no_segment_of_equal_whole_numbers() throws IOException {
        assertEquals(Map.of("Segment 1", 10, "Segment 2", 10, "Segment 3", 10), sizes("mixture-on-whole-numbers"));
    }

    @Test
    void new_customers_without_a_value_in_a_column_get_segments() throws IOException {
        assertFalse(sizes("column-without-numbers-new").containsKey(""));
        String message = message(CLUSTERERS.get("column-without-numbers-new"));
        assertTrue(message.contains("'spend'"), message);
    }

    private static List<String> leaderboard(String name, String column) throws IOException {
        return CsvFile.read(data.resolve(name + "_leaderboard.csv")).column(column);
    }

    @Test
    void leaving_ordinary_customers_out_as_noise_does_not_win() throws IOException {
        for (String name : List.of("noise-left-out-of-the-comparison", "stragglers", "stragglers-of-three")) {
            List<String> names = leaderboard(name, "Segmentation");
            List<String> noise = leaderboard(name, "Noise share");
            int dbscan = names.indexOf("DBSCAN, eps = 0.5, minimum points = 5");
            assertTrue(Double.parseDouble(noise.get(dbscan)) > 0, () -> name + ": " + noise);
            assertEquals("1", leaderboard(name, "Passes guards").get(dbscan), name);
            assertTrue(names.get(0).startsWith("K-Means"), () -> name + ": " + names);
            assertEquals("0", noise.get(0), name);
        }
    }

    private static void assertCopy(String name, String segmentation, String column) throws IOException {
        int row = leaderboard(name, "Segmentation").indexOf(segmentation);
        String reason = leaderboard(name, "Reason").get(row);
        assertTrue(reason.contains("segments say no more than " + column), () -> name + ": " + reason);
    }

    @Test
    void segments_that_copy_columns_are_set_aside() throws IOException {
        assertCopy("only-gender", "K-Means, k = 2", "'gender',");
        assertCopy("channel-by-region", "K-Means, k = 6", "'channel' and 'region' crossed");
        assertCopy("only-tenure", "Gaussian Mixture (diagonal), k = 3", "'tenure' cut at 5.7 and 45.8");
    }

    @Test
    void one_giant_segment_is_set_aside() throws IOException {
        int row = leaderboard("few-with-a-flag", "Segmentation").indexOf("K-Means, k = 2");
        String reason = leaderboard("few-with-a-flag", "Reason").get(row);
        assertTrue(reason.contains("largest segment holds 96.7 % of the customers (58 of 60)"), reason);
    }

    @Test
    void when_no_segmentation_passes_that_is_said() throws IOException {
        String reason = leaderboard("only-gender", "Reason").get(0);
        assertTrue(reason.startsWith("Chosen although it misses the guards, as every candidate does"), reason);
        assertTrue(reason.contains("; try other algorithms or numbers of segments"), reason);
        assertTrue(
                message(SELECTORS.get("only-gender")).startsWith("None of the 4 candidates passes the guards."),
                output);
    }
}
