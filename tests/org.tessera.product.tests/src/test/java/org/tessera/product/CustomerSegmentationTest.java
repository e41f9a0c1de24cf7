package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.Workbench.Result;

/** The example workflow from end to end: the built product runs it in 1 GB, and its files hang together. */
class CustomerSegmentationTest {
    private static final Path WORKFLOW = Path.of("..", "..", "workflows", "customer-segmentation");
    private static final Path KEPT_MODEL =
            Path.of("..", "..", "workflows", "score-new-customers", "data", "segmentation.model");
    private static final int CUSTOMERS = 4454;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    @TempDir
    private static Path folder;

    private static Path data;
    private static Result result;
    private static Map<String, String> before;

    @BeforeAll
    static void run() throws Exception {
        before = Workbench.inventory(WORKFLOW);
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("scratch")));
        Path copy = folder.resolve("copy");
        result = workbench.run(
                "-workflowDir=" + WORKFLOW.toRealPath(),
                "-destDir=" + copy,
                "-showTable=data/verdict.csv;In words",
                "-showTable=data/leaderboard.csv;Rank;Segmentation;Reason",
                "-showTable=data/descriptions.csv;Description");
        data = copy.resolve("data");
    }

    private static List<String> column(String file, String name) throws IOException {
        return CsvFile.read(data.resolve(file)).column(name);
    }

    @Test
    void ends_with_0_and_leaves_the_workflow_alone() throws IOException {
        assertEquals(0, result.exitCode(), result::all);
        assertEquals(before, Workbench.inventory(WORKFLOW));
    }

    @Test
    void every_customer_keeps_its_row_and_gets_a_segment() throws IOException {
        List<String> customers = Files.readAllLines(WORKFLOW.resolve("data/credit_customers.csv"));
        List<String> segmented = Files.readAllLines(data.resolve("segmented_customers.csv"));
        assertEquals(CUSTOMERS + 1, customers.size());
        assertEquals(customers.size(), segmented.size());
        for (int i = 0; i < customers.size(); i++) {
            assertTrue(segmented.get(i).startsWith(customers.get(i)), segmented.get(i));
        }
        Map<String, Long> sizes = column("segmented_customers.csv", "Segment").stream()
                .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        List<String> described = column("descriptions.csv", "Segment");
        List<String> counted = column("descriptions.csv", "Customers");
        assertEquals(sizes.size(), described.size());
        for (int s = 0; s < described.size(); s++) {
            assertEquals(sizes.get(described.get(s)), Long.valueOf(counted.get(s)));
            assertTrue(s == 0 || Long.parseLong(counted.get(s)) <= Long.parseLong(counted.get(s - 1)));
        }
    }

    @Test
    void the_segmented_customers_have_their_own_columns_and_the_segment() throws IOException {
        List<String> columns = new ArrayList<>(
                CsvFile.read(WORKFLOW.resolve("data/credit_customers.csv")).header());
        columns.add("Segment");
        assertEquals(
                columns, CsvFile.read(data.resolve("segmented_customers.csv")).header());
    }

    @Test
    void new_customers_are_scored_by_the_model_of_the_example() throws IOException {
        Path made = data.resolve("segmentation.model");
        if (!System.getProperty("tessera.expected", "").isEmpty()) {
            Files.copy(made, KEPT_MODEL, StandardCopyOption.REPLACE_EXISTING);
        }
        Map<String, byte[]> expected = Example.content(made);
        Map<String, byte[]> kept = Example.content(KEPT_MODEL);
        assertEquals(expected.keySet(), kept.keySet());
        expected.forEach((entry, bytes) -> assertArrayEquals(
                bytes,
                kept.get(entry),
                () -> entry
                        + " differs from the model that customer-segmentation makes: if that is meant, write it anew"
                        + " with -Dtessera.expected=src/test/resources/expected"));
    }

    @Test
    void leaderboard_ranks_four_algorithms_by_silhouette_behind_the_guards() throws IOException {
        List<String> names = column("leaderboard.csv", "Segmentation");
        assertEquals(4, names.size());
        for (String algorithm : new String[] {"K-Means", "Hierarchical", "DBSCAN", "Gaussian Mixture"}) {
            assertEquals(1, names.stream().filter(n -> n.startsWith(algorithm)).count(), algorithm);
        }
        List<String> passes = column("leaderboard.csv", "Passes guards");
        List<String> silhouettes = column("leaderboard.csv", "Silhouette (noise as 0)");
        List<String> smallest = column("leaderboard.csv", "Smallest segment share");
        for (int i = 0; i < 4; i++) {
            boolean passed = "1".equals(passes.get(i));
            assertTrue(!passed || Double.parseDouble(smallest.get(i)) >= 0.02);
            boolean sameGroup = i > 0 && passes.get(i).equals(passes.get(i - 1));
            assertTrue(
                    !sameGroup || silhouette(silhouettes.get(i)) <= silhouette(silhouettes.get(i - 1)),
                    silhouettes::toString);
        }
        assertTrue(column("leaderboard.csv", "Reason").get(0).startsWith("Chosen"));
        assertTrue(result.output().contains(names.get(0)), result::all);
    }

    /** A segmentation of one segment has none. */
    private static double silhouette(String text) {
        return text.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
    }

    @Test
    void auto_segmentation_ranks_its_candidates_and_judges() throws IOException {
        List<String> ranked = column("auto_leaderboard.csv", "Segmentation");
        assertEquals(ranked.size(), column("auto_curves.csv", "Segmentation").size());
        assertTrue(ranked.size() >= 27, ranked::toString);
        assertTrue(column("auto_leaderboard.csv", "Reason").get(0).startsWith("Chosen"));
        assertEquals(
                3,
                column("auto_curves.csv", "Knee of inertia").stream()
                        .filter("1"::equals)
                        .count());
        assertEquals(1, column("verdict.csv", "In words").size());
        assertTrue(Files.size(data.resolve("auto_segmentation.model")) > 1_000);
    }

    @Test
    void console_ends_with_verdict_ranking_a_line_per_segment_and_where_the_report_lies() throws IOException {
        List<String> lines = result.output().lines().toList();
        int verdict = lines.indexOf("verdict.csv:");
        assertTrue(verdict >= 0, result::all);
        assertEquals("  " + column("verdict.csv", "In words").get(0), lines.get(verdict + 1));
        int ranking = lines.indexOf("leaderboard.csv:");
        assertTrue(ranking > verdict && lines.get(ranking + 2).contains("Chosen: "), result::all);
        int segments = lines.indexOf("descriptions.csv:");
        assertTrue(segments > ranking, result::all);
        List<String> described = column("descriptions.csv", "Description").stream()
                .map(description -> "  " + description)
                .toList();
        int files = lines.indexOf("Files written:");
        assertEquals(described, lines.subList(segments + 1, files));
        assertTrue(lines.subList(files, lines.size()).contains("  " + data.resolve("report.html")), result::all);
    }

    @Test
    void scores_equal_the_winner_of_the_leaderboard() throws IOException {
        assertEquals(
                column("leaderboard.csv", "Silhouette (noise as 0)").get(0),
                column("scores.csv", "Value").get(0));
        double[] shares = column("segment_scores.csv", "Share").stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
    }

    @Test
    void profile_describes_the_customers_own_columns() throws IOException {
        List<String> columns =
                column("profile.csv", "Column").stream().distinct().sorted().toList();
        List<String> own = new ArrayList<>(
                List.of("Age", "Amount", "Assets", "Debt", "Expenses", "Home", "Income", "Job", "Marital", "Price"));
        own.addAll(List.of("Records", "Seniority", "Status", "Time"));
        assertEquals(own, columns);
        List<String> ranks = column("drivers.csv", "Rank");
        assertEquals(IntStream.rangeClosed(1, 14).mapToObj(Integer::toString).toList(), ranks);
        List<String> names = column("descriptions.csv", "Name");
        List<String> sentences = column("descriptions.csv", "Description");
        for (int s = 0; s < names.size(); s++) {
            assertTrue(sentences.get(s).startsWith(names.get(s) + " ("), sentences.get(s));
        }
    }

    @Test
    void the_report_says_what_the_tables_say_and_the_console_names_it() throws IOException {
        Path report = data.resolve("report.html");
        String html = Files.readString(report);
        assertTrue(html.contains(column("verdict.csv", "In words").get(0).replace("'", "&#39;")));
        for (String segmentation : column("leaderboard.csv", "Segmentation")) {
            assertTrue(html.contains("<bdi>" + segmentation + "</bdi>"), segmentation);
        }
        for (String size : column("descriptions.csv", "Customers")) {
            assertTrue(html.contains(String.format(Locale.ROOT, " %,d customers, ", Integer.valueOf(size))), size);
        }
        assertTrue(result.output().lines().anyMatch(line -> line.equals("  " + report)), result::all);
    }

    @Test
    void charts_are_one_png_picture() throws IOException {
        byte[] bytes = Files.readAllBytes(data.resolve("charts.png"));
        assertArrayEquals(PNG, Arrays.copyOf(bytes, 8));
        assertTrue(bytes.length > 100_000);
    }

    @Test
    void everything_through_bytes_gives_the_same_files_again() throws Exception {
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("again")));
        Path copy = folder.resolve("second copy");
        Result again = workbench.run("-workflowDir=" + WORKFLOW.toRealPath(), "-destDir=" + copy, "-roundTrips");
        assertEquals(0, again.exitCode(), again::all);
        Example.assertResults(copy);
    }

    @Test
    void a_failure_shows_summary_details_and_resolutions() throws Exception {
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("failing")));
        Result failed = workbench.run("-workflowDir=" + withTheSameCustomerTwice());
        assertEquals(4, failed.exitCode(), failed::all);
        List<String> lines = failed.errors().lines().toList();
        int summary =
                lines.indexOf("ERROR Segmentation Preprocessor (#2): None of the 13 columns can tell customers apart.");
        assertTrue(summary >= 0, failed::all);
        assertEquals("      'Seniority' has one value only", lines.get(summary + 1), failed::all);
        assertEquals("      - Choose other columns.", lines.get(summary + 14), failed::all);
    }

    /** A copy of the workflow whose table holds the first customer twice. */
    private static Path withTheSameCustomerTwice() throws IOException {
        Path workflow = folder.resolve("same customer twice");
        try (Stream<Path> files = Files.walk(WORKFLOW)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, workflow.resolve(WORKFLOW.relativize(file).toString()));
            }
        }
        Path customers = workflow.resolve("data/credit_customers.csv");
        List<String> lines = Files.readAllLines(customers);
        Files.write(customers, List.of(lines.get(0), lines.get(1), lines.get(1)));
        return workflow;
    }
}
