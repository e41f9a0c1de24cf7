package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.product.Workbench.Result;

/**
 * Each node has a workflow of its own in {@code workflows/tests}. The built product runs it, and the tables that it
 * writes are those kept in {@code src/test/resources/expected}. The system property "tessera.expected" names a directory
 * to which they are written anew instead of being compared.
 */
class NodeWorkflowsTest {
    private static final Path WORKFLOWS = Path.of("../../workflows/tests");
    private static final Path EXPECTED = Path.of("src/test/resources/expected");
    private static final String RENEW = System.getProperty("tessera.expected", "");

    /** Between machines the last bits of logarithms and exponentials may differ. */
    private static final double TOLERANCE = 1e-9;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+\\.[0-9]+(E-?[0-9]+)?");

    private static final List<String> NOT_KEPT = List.of("customers.csv", "new_customers.csv");

    @TempDir
    private Path folder;

    static Stream<String> workflows() throws IOException {
        return files(WORKFLOWS).stream().filter(name -> !name.startsWith("."));
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void gives_the_tables_kept_for_it(String name) throws Exception {
        Path data = run(name).resolve("data");
        List<String> tables = new ArrayList<>(files(data));
        tables.removeAll(NOT_KEPT);
        tables.removeIf(file -> file.endsWith(".png") || file.endsWith(".html"));
        if (!RENEW.isEmpty()) {
            renew(data, tables, Path.of(RENEW, name));
            return;
        }
        Path kept = EXPECTED.resolve(name);
        assertEquals(Files.exists(kept) ? files(kept) : List.of(), tables, "tables written by " + name);
        for (String table : tables) {
            String difference = table.endsWith(".pmml")
                    ? difference(Files.readString(kept.resolve(table)), Files.readString(data.resolve(table)))
                    : CsvFile.read(kept.resolve(table)).difference(results(data, table), TOLERANCE);
            assertEquals(
                    "",
                    difference,
                    () -> name + "/" + table + " has changed. If that is meant, write all of them anew with"
                            + " -Dtessera.expected=" + EXPECTED + " and look at their difference.");
        }
    }

    /** The first difference of two texts whose numbers may differ by the tolerance, "" if there is none. */
    private static String difference(String kept, String text) {
        Matcher was = NUMBER.matcher(kept);
        Matcher is = NUMBER.matcher(text);
        if (!was.replaceAll("#").equals(is.replaceAll("#"))) {
            return "other texts or more or fewer numbers";
        }
        was.reset();
        is.reset();
        while (was.find() && is.find()) {
            double difference = Double.parseDouble(is.group()) - Double.parseDouble(was.group());
            if (!(Math.abs(difference) <= TOLERANCE * Math.max(1, Math.abs(Double.parseDouble(was.group()))))) {
                return is.group() + " instead of " + was.group();
            }
        }
        return "";
    }

    @Test
    void charts_are_pictures_of_twice_the_pixels() throws Exception {
        Path data = run("segment-view").resolve("data");
        List<String> charts =
                files(data).stream().filter(file -> file.endsWith(".png")).toList();
        assertEquals(5, charts.size());
        for (String chart : charts) {
            BufferedImage image = ImageIO.read(data.resolve(chart).toFile());
            assertEquals(1800, image.getWidth(), chart);
            assertEquals(1300, image.getHeight(), chart);
            Set<Integer> colors = new TreeSet<>();
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    colors.add(image.getRGB(x, y));
                }
            }
            assertTrue(colors.size() > 20, chart + " has " + colors.size() + " colors");
        }
    }

    @Test
    void reports_are_complete_with_and_without_leaderboard_and_verdict() throws Exception {
        Path data = run("report").resolve("data");
        String complete = Files.readString(data.resolve("report.html"));
        String brief = Files.readString(data.resolve("brief.html"));
        for (String report : List.of(complete, brief)) {
            assertTrue(report.startsWith("<!DOCTYPE html>") && report.strip().endsWith("</html>"));
            assertTrue(report.contains("400 customers in 3 segments, made by K-Means, k = 3"));
            assertTrue(report.contains("chart-choice-of-k"));
        }
        assertTrue(complete.contains("Verdict: Continuum") && complete.contains("Chosen: highest silhouette 0.165"));
        assertTrue(brief.contains("Verdict: not known") && brief.contains("Connect the leaderboard"));
    }

    @Test
    void every_node_has_a_workflow() throws IOException {
        Set<String> tested = new TreeSet<>();
        for (String workflow : workflows().toList()) {
            WorkflowFiles.read(WORKFLOWS.resolve(workflow)).nodes().forEach(node -> tested.add(node.factory()));
        }
        Matcher factory = Pattern.compile("factory-class=\"([^\"]+)\"")
                .matcher(Files.readString(Path.of("../../plugins/org.tessera.knime/plugin.xml")));
        List<String> untested = new ArrayList<>();
        while (factory.find()) {
            if (!tested.contains(factory.group(1))) {
                untested.add(factory.group(1));
            }
        }
        assertEquals(List.of(), untested, "nodes without a workflow in " + WORKFLOWS);
    }

    private Path run(String name) throws Exception {
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("scratch")));
        Path copy = folder.resolve(name);
        Result result = workbench.run(
                "-workflowDir=" + WORKFLOWS.resolve(name).toRealPath(), "-destDir=" + copy, "-roundTrips");
        assertEquals(0, result.exitCode(), result::all);
        return copy;
    }

    /** The columns that the workflow adds: those of the customers it read are checked and left out. */
    private static CsvFile results(Path data, String table) throws IOException {
        CsvFile results = CsvFile.read(data.resolve(table));
        for (String input : NOT_KEPT) {
            Path file = data.resolve(input);
            if (Files.exists(file)) {
                CsvFile customers = CsvFile.read(file);
                if (results.header().containsAll(customers.header())
                        && results.rows().size() == customers.rows().size()) {
                    for (String column : customers.header()) {
                        assertEquals(customers.column(column), results.column(column), table);
                    }
                    return withoutFeatures(results.without(customers.header()), table);
                }
            }
        }
        return results;
    }

    /** Prepared features are what the Preprocessor's workflow is for; the others keep what comes behind them. */
    private static CsvFile withoutFeatures(CsvFile results, String table) {
        if (!table.matches("(segments|assigned|per_customer).*")) {
            return results;
        }
        return results.without(
                results.header().stream().filter(name -> name.endsWith("(z)")).toList());
    }

    private static void renew(Path data, List<String> tables, Path directory) throws IOException {
        if (tables.isEmpty()) {
            return;
        }
        Files.createDirectories(directory);
        for (String table : tables) {
            String text = table.endsWith(".pmml")
                    ? Files.readString(data.resolve(table))
                    : results(data, table).text();
            Files.writeString(directory.resolve(table), text);
        }
    }
}
