package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.apply.drift.Drift;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.model.SegmentationModel;

/** {@code assign} gives what the Segment Assigner gives, bit for bit. */
class AssignTest {

    /** A comma outside quotes. */
    private static final String COMMA = ",(?=([^\"]*\"[^\"]*\")*[^\"]*$)";

    @TempDir
    Path folder;

    private static List<String> algorithms() {
        return TestModels.algorithms();
    }

    /** What was appended, by customer. */
    private static Map<String, List<String>> appended(String output, int own) {
        Map<String, List<String>> found = new HashMap<>();
        for (Row row : Command.spark().read().parquet(output + "/customers").collectAsList()) {
            List<String> cells = new ArrayList<>();
            for (int c = own; c < row.length(); c++) {
                cells.add(row.isNullAt(c) ? null : row.get(c).toString());
            }
            found.put(row.getString(0), cells);
        }
        return found;
    }

    private static void assertAppended(WholeTable expected, List<String> ids, String output, int own) {
        Map<String, List<String>> found = appended(output, own);
        assertEquals(ids.size(), found.size());
        for (int i = 0; i < ids.size(); i++) {
            assertEquals(expected.appended.get(i), found.get(ids.get(i)), ids.get(i));
        }
    }

    private static List<String> ids(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')).replace("\"", ""))
                .toList();
    }

    private static void assertTables(WholeTable expected, String output) throws IOException {
        List<String> shares = Files.readAllLines(Path.of(output, "shares.csv"));
        for (int s = 0; s < expected.shares.customers().length; s++) {
            String[] cells = shares.get(s + 1).split(COMMA);
            assertEquals(expected.shares.training()[s], Integer.parseInt(cells[1]), shares.get(s + 1));
            assertEquals(expected.shares.customers()[s], Integer.parseInt(cells[3]), shares.get(s + 1));
            assertEquals(expected.shares.index(s), Double.parseDouble(cells[5]), shares.get(s + 1));
        }
        List<String> drift = Files.readAllLines(Path.of(output, "drift.csv"));
        assertEquals(expected.drift.rows().size() + 1, drift.size());
        for (int c = 0; c < expected.drift.rows().size(); c++) {
            Drift.Row row = expected.drift.rows().get(c);
            String line = drift.get(c + 1);
            assertTrue(line.startsWith(row.name().isEmpty() ? "(shares of the segments)," : row.name() + ","), line);
            assertTrue(
                    line.contains("," + row.effect() + "," + row.p() + "," + row.corrected() + "," + row.inWords() + ","
                            + row.index() + ","),
                    line);
        }
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void customers_of_csv_get_what_the_node_gives(String algorithm) throws IOException {
        SegmentationModel model = TestModels.model(algorithm, TestModels.table(TestModels.CREDIT));
        String output = folder.resolve("out").toString();
        Command run = Command.run(
                "assign",
                "--model=" + TestModels.write(model, folder),
                "--in=" + TestModels.LATER,
                "--out=" + output,
                "--why=contributions",
                "--drift");
        assertEquals(Main.DONE, run.code(), run.errors());
        CustomerTable later = TestModels.table(TestModels.LATER);
        WholeTable expected = new WholeTable(model, later);
        assertAppended(expected, ids(TestModels.LATER), output, later.columns().size() + 1);
        assertTables(expected, output);
        assertTrue(run.console().contains("assigned to " + model.labels().segments() + " segment"), run.console());
    }

    @Test
    void partitions_and_types_of_columns_change_nothing() throws IOException {
        SegmentationModel model = TestModels.model("mixture", TestModels.table(TestModels.CREDIT));
        String file = TestModels.write(model, folder);
        CustomerTable later = TestModels.table(TestModels.LATER);
        WholeTable expected = new WholeTable(model, later);
        SparkSession spark = Command.spark();
        Dataset<Row> typed =
                spark.read().option("header", true).option("inferSchema", true).csv(TestModels.LATER.toString());
        for (int partitions : new int[] {1, 2, 16}) {
            String in = folder.resolve("in" + partitions).toString();
            typed.repartition(partitions).write().parquet(in);
            String output = folder.resolve("out" + partitions).toString();
            Command run = Command.run(
                    "assign", "--model=" + file, "--in=" + in, "--out=" + output, "--why=contributions", "--drift");
            assertEquals(Main.DONE, run.code(), run.errors());
            assertAppended(
                    expected, ids(TestModels.LATER), output, later.columns().size() + 1);
            assertTables(expected, output);
        }
    }

    @Test
    void a_model_file_of_knime_gives_what_it_gives_there() throws IOException {
        Path data = Path.of("..", "..", "workflows/score-new-customers/data");
        Path file = data.resolve("segmentation.model");
        Path in = data.resolve("new_customers.csv");
        SegmentationModel model = ModelFile.read(Files.readAllBytes(file), TestModels.RUN);
        WholeTable expected = new WholeTable(model, TestModels.table(in));
        String output = folder.resolve("out").toString();
        Command run = Command.run(
                "assign", "--model=" + file, "--in=" + in, "--out=" + output, "--why=contributions", "--drift");
        assertEquals(Main.DONE, run.code(), run.errors());
        assertAppended(expected, ids(in), output, TestModels.table(in).columns().size() + 1);
        assertTables(expected, output);
        assertTrue(model.labels().names().stream().noneMatch(name -> name.startsWith("Segment ")), "names of its own");
        assertTrue(model.labels()
                .names()
                .containsAll(Files.readAllLines(Path.of(output, "shares.csv")).stream()
                        .skip(1)
                        .limit(model.labels().segments())
                        .map(line -> line.split(COMMA)[0].replace("\"", ""))
                        .toList()));
    }

    @Test
    void all_customers_in_one_of_many_partitions_are_assigned_block_by_block() throws IOException {
        SegmentationModel model = TestModels.model("k-means", TestModels.table(TestModels.CREDIT));
        SparkSession spark = Command.spark();
        Dataset<Row> customers =
                spark.read().option("header", true).option("inferSchema", true).csv(TestModels.LATER.toString());
        Dataset<Row> many = customers;
        for (int i = 0; i < 3; i++) {
            many = many.union(many);
        }
        String in = folder.resolve("in").toString();
        // 13,000 customers and 15 empty partitions: several blocks in one task
        many.repartition(16, functions.lit(1)).write().parquet(in);
        String output = folder.resolve("out").toString();
        Command run = Command.run(
                "assign", "--model=" + TestModels.write(model, folder), "--in=" + in, "--out=" + output, "--drift");
        assertEquals(Main.DONE, run.code(), run.errors());
        WholeTable expected = new WholeTable(model, TestModels.table(TestModels.LATER));
        List<String> shares = Files.readAllLines(Path.of(output, "shares.csv"));
        for (int s = 0; s < 4; s++) {
            long eight = 8 * expected.shares.customers()[s];
            assertEquals(eight, Long.parseLong(shares.get(s + 1).split(",")[3]));
        }
        assertEquals(
                8L * ids(TestModels.LATER).size(),
                spark.read().parquet(output + "/customers").count());
    }

    @Test
    void customers_outside_the_training_data_can_be_left_without_a_segment() throws IOException {
        SegmentationModel model = TestModels.model("k-means", TestModels.table(TestModels.CREDIT));
        String output = folder.resolve("out").toString();
        Command run = Command.run(
                "assign",
                "--model=" + TestModels.write(model, folder),
                "--in=" + TestModels.LATER,
                "--out=" + output,
                "--out-of-range=leave-missing",
                "--segment-column=Group",
                "--no-confidence",
                "--no-runner-up");
        assertEquals(Main.DONE, run.code(), run.errors());
        Dataset<Row> rows = Command.spark().read().parquet(output + "/customers");
        String[] names = rows.columns();
        assertEquals(
                List.of("Group", "Group out of range"), Arrays.asList(names).subList(names.length - 2, names.length));
        long outside = rows.filter(rows.col("Group out of range").isNotNull()).count();
        assertTrue(outside > 0);
        assertEquals(outside, rows.filter(rows.col("Group").isNull()).count());
        assertTrue(
                run.console().contains(" with a number outside the range of training, without a segment."),
                run.console());
    }
}
