package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.Workbench.Result;

/** The examples beside customer-segmentation, run by the built product. */
class MoreExamplesTest {
    private static final Path WORKFLOWS = Path.of("../../workflows");

    @TempDir
    private Path folder;

    private Path run(String name) throws Exception {
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("scratch")));
        Path copy = folder.resolve("copy");
        Result result = workbench.run("-workflowDir=" + WORKFLOWS.resolve(name).toRealPath(), "-destDir=" + copy);
        assertEquals(0, result.exitCode(), result::all);
        return copy.resolve("data");
    }

    @Test
    void new_customers_get_the_segments_of_the_model_in_the_file() throws Exception {
        Path data = run("score-new-customers");
        CsvFile customers = CsvFile.read(data.resolve("new_customers.csv"));
        CsvFile assigned = CsvFile.read(data.resolve("assigned_customers.csv"));
        for (String column : customers.header()) {
            assertEquals(customers.column(column), assigned.column(column));
        }
        CsvFile shares = CsvFile.read(data.resolve("segment_shares.csv"));
        int count = shares.rows().size() - 1;
        assertTrue(count >= 2, count + " segments");
        List<String> segments = shares.column("Segment").subList(0, count);
        assertEquals(count, Set.copyOf(segments).size());
        assertTrue(segments.stream().noneMatch(name -> name.matches("Segment \\d+")), () -> "names: " + segments);
        assertTrue(segments.containsAll(assigned.column("Segment")));
        for (int s = 0; s < count; s++) {
            String segment = segments.get(s);
            long assignedHere =
                    assigned.column("Segment").stream().filter(segment::equals).count();
            assertEquals(Long.toString(assignedHere), shares.column("Customers").get(s), segment);
        }
        assertEquals("200", shares.column("Customers").get(count));
        int old = customers.column("Age").indexOf("83");
        assertEquals("Age above 68", assigned.column("Segment out of range").get(old));
    }

    @Test
    void a_model_file_alone_gives_the_same_segments() throws Exception {
        Path data = run("score-new-customers");
        Path out = folder.resolve("out, of new ones.csv");
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("other")));
        Result result = workbench.run(
                "-assign",
                "-model=" + data.resolve("segmentation.model"),
                "-in=" + data.resolve("new_customers.csv"),
                "-out=" + out);
        assertEquals(0, result.exitCode(), result::all);
        CsvFile assigned = CsvFile.read(out);
        CsvFile expected = CsvFile.read(data.resolve("assigned_customers.csv"));
        for (String column : assigned.header()) {
            assertEquals(expected.column(column), assigned.column(column));
        }
    }

    @Test
    void a_model_of_spark_assigns_and_describes() throws Exception {
        Path data = run("score-spark-model");
        List<String> assigned =
                CsvFile.read(data.resolve("assigned_customers.csv")).column("Segment");
        assertEquals(200, assigned.size());
        CsvFile described = CsvFile.read(data.resolve("descriptions.csv"));
        assertEquals(Set.copyOf(assigned), Set.copyOf(described.column("Segment")));
        for (int s = 0; s < described.rows().size(); s++) {
            String segment = described.column("Segment").get(s);
            assertEquals(
                    Long.toString(assigned.stream().filter(segment::equals).count()),
                    described.column("Customers").get(s));
        }
        Set<String> compared =
                Set.copyOf(CsvFile.read(data.resolve("drift.csv")).column("Training customers"));
        assertEquals(Set.of("4454"), compared, "all customers of Spark, not the sample");
    }

    @Test
    void a_model_file_is_written_as_pmml() throws Exception {
        Path data = run("score-new-customers");
        Path out = folder.resolve("of last month, all.pmml");
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("other")));
        Result result = workbench.run("-pmml", "-model=" + data.resolve("segmentation.model"), "-out=" + out);
        assertEquals(0, result.exitCode(), result::all);
        assertTrue(Files.readString(out).contains("<PMML version=\"4.4\""));
        Result without = workbench.run("-pmml", "-out=" + out);
        assertEquals(2, without.exitCode(), without::all);
        assertTrue(without.errors().contains("-model=<file>"), without::all);
    }

    @Test
    void a_model_file_that_is_missing_is_named() throws Exception {
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("scratch")));
        Path model = folder.resolve("none.model").toAbsolutePath();
        Result result =
                workbench.run("-assign", "-model=" + model, "-in=" + model, "-out=" + folder.resolve("out.csv"));
        assertEquals(4, result.exitCode(), result::all);
        assertTrue(result.all().contains("'" + model + "' does not exist"), result::all);
        Result without = workbench.run("-assign", "-model=" + model);
        assertEquals(2, without.exitCode(), without::all);
        assertTrue(without.errors().contains("-in=<file.csv>"), without::all);
    }

    @Test
    void segments_of_last_quarter_are_found_again_by_their_names() throws Exception {
        Path data = run("compare-two-quarters");
        CsvFile matches = CsvFile.read(data.resolve("matches.csv"));
        assertEquals(matches.column("Earlier segments"), matches.column("Today's segments"));
        assertEquals(5, matches.rows().size());
        assertTrue(matches.column("What happened").containsAll(List.of("Stayed", "Grew", "Shrank")));
        CsvFile customers = CsvFile.read(data.resolve("matched_customers.csv"));
        assertEquals(Set.copyOf(matches.column("Earlier segments")), Set.copyOf(customers.column("Matched segment")));
        assertTrue(Set.copyOf(customers.column("Moved")).size() == 2);
        int moved = customers.column("Moved").indexOf("1");
        assertEquals("Segments", customers.column("What changed").get(moved));
        String start = customers.column("Matched segment").get(moved) + " rather than "
                + customers.column("Earlier segment").get(moved) + ": ";
        String why = customers.column("Matched segment why").get(moved);
        assertTrue(why.startsWith(start), why);
    }

    @Test
    void names_given_by_hand_are_in_every_table_and_reasons_add_up() throws Exception {
        Path data = run("name-and-explain");
        List<String> names = CsvFile.read(data.resolve("descriptions.csv")).column("Name");
        Set<String> own = Set.of("Settled owners", "Young singles", "Small, short loans", "Renting families");
        assertEquals(5, names.size());
        assertTrue(names.containsAll(own), names::toString);
        assertTrue(CsvFile.read(data.resolve("overview.csv")).header().containsAll(names));
        CsvFile explained = CsvFile.read(data.resolve("explained_customers.csv"));
        assertTrue(names.containsAll(explained.column("Segment")));
        List<String> terms = explained.header().stream()
                .filter(column -> column.startsWith("Segment why: "))
                .toList();
        assertEquals(13, terms.size());
        for (int row = 0; row < explained.rows().size(); row++) {
            int at = row;
            String start = explained.column("Segment").get(at) + " rather than "
                    + explained.column("Segment runner-up").get(at) + ": ";
            assertTrue(explained.column("Segment why").get(at).startsWith(start), start);
            double sum = terms.stream()
                    .mapToDouble(
                            term -> Double.parseDouble(explained.column(term).get(at)))
                    .sum();
            assertEquals(Double.parseDouble(explained.column("Segment margin").get(at)), sum, 1e-9);
        }
    }

    @Test
    void eight_segmentations_are_ranked_by_three_metrics() throws Exception {
        Path data = run("compare-algorithms");
        Set<String> names = null;
        for (String file : List.of("by_silhouette.csv", "by_davies_bouldin.csv", "by_calinski_harabasz.csv")) {
            CsvFile leaderboard = CsvFile.read(data.resolve(file));
            assertEquals(List.of("1", "2", "3", "4", "5", "6", "7", "8"), leaderboard.column("Rank"));
            assertTrue(leaderboard.column("Reason").get(0).startsWith("Chosen: "), file);
            Set<String> ranked = new TreeSet<>(leaderboard.column("Segmentation"));
            assertEquals(8, ranked.size());
            assertTrue(names == null || names.equals(ranked), file);
            names = ranked;
        }
        assertTrue(Files.size(data.resolve("best_silhouettes.png")) > 10_000);
    }
}
