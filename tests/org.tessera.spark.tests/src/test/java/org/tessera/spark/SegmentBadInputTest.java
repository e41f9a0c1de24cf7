package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.model.SegmentationModel;

/** Customers of whom no segmentation can be made are refused with the column or path; odd ones are segmented. */
class SegmentBadInputTest {

    private static final Column NOTHING = functions.lit(null).cast("double");

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void output() {
        out = folder.resolve("out");
    }

    private Command segment(String in, String... more) {
        List<String> line = new ArrayList<>(List.of("segment", "--in=" + in, "--out=" + out, "--id=Customer"));
        line.addAll(List.of("--algorithms=k-means", "--segments=2..3", "--seconds=2", "--sample=500", "--passes=5"));
        line.addAll(List.of(more));
        return Command.run(line.toArray(String[]::new));
    }

    private static Dataset<Row> customers() {
        return Command.spark()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(TestModels.CREDIT.toString());
    }

    private String parquet(Dataset<Row> rows) {
        String in = folder.resolve("in").toString();
        rows.write().mode("overwrite").parquet(in);
        return in;
    }

    private void assertFails(Command run, String... words) throws IOException {
        assertEquals(Main.FAILED, run.code(), run.console());
        for (String word : words) {
            assertTrue(run.errors().contains(word), word + " in: " + run.errors());
        }
        assertTrue(run.errors().lines().count() < 4, run.errors());
        assertTrue(Files.notExists(out));
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(p -> p.getFileName().toString().startsWith("_")));
        }
    }

    private SegmentationModel model() throws IOException {
        return ModelFile.read(Files.readAllBytes(out.resolve("segmentation.model")), TestModels.RUN);
    }

    @Test
    void no_customers() throws IOException {
        assertFails(segment(parquet(customers().limit(0))), "no customers");
        String header = Files.readAllLines(TestModels.CREDIT).get(0);
        Path csv = Files.writeString(folder.resolve("header.csv"), header + "\n");
        assertFails(segment(csv.toString()), "no customers");
    }

    @Test
    void paths_that_cannot_be_read() throws IOException {
        assertFails(segment(folder.resolve("no").toString()), "'" + folder.resolve("no"), "no such file or folder");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertFails(segment(empty.toString()), empty.toString(), "no Parquet file");
        Path damaged = Files.writeString(empty.resolve("part-0.parquet"), "no Parquet");
        assertFails(segment(empty.toString()), damaged.getFileName().toString());
    }

    @Test
    void columns_that_are_not_there_or_hold_no_finite_number() throws IOException {
        assertFails(segment(TestModels.CREDIT.toString(), "--columns=Age,Wealth"), "'Wealth'", "--columns");
        Dataset<Row> infinite = customers().withColumn("Income", functions.lit(Double.NEGATIVE_INFINITY));
        assertFails(segment(parquet(infinite)), "'Income'", "-Infinity");
    }

    @Test
    void columns_that_tell_no_customers_apart() throws IOException {
        Dataset<Row> rows = customers()
                .withColumn("Nothing", NOTHING)
                .withColumn("Empty", NOTHING)
                .withColumn("Same", functions.lit(7));
        String in = parquet(rows);
        assertFails(segment(in, "--columns=Nothing,Empty"), "'Nothing' has no value", "'Empty' has no value");
        assertFails(segment(in, "--columns=Same,Nothing"), "'Same' has one value only", "'Nothing' has no value");
        Command run = segment(in, "--columns=Nothing,Same,Age,Income,Amount");
        assertEquals(Main.DONE, run.code(), run.errors());
        String dropped = model().preparation().orElseThrow().droppedInWords().toString();
        assertTrue(dropped.contains("'Nothing'") && dropped.contains("'Same'"), dropped);
    }

    @Test
    void a_category_that_only_a_customer_outside_the_sample_has() throws IOException {
        Dataset<Row> rows = customers();
        Column job =
                functions.when(rows.col("Customer").equalTo("C0012"), "pirate").otherwise(rows.col("Job"));
        String in = parquet(rows.withColumn("Job", job));
        Command run = segment(in, "--columns=Job,Age,Income,Amount");
        assertEquals(Main.DONE, run.code(), run.errors());
        List<String> ofSample = model().baseline().columns().stream()
                .filter(ColumnBaseline.Categories.class::isInstance)
                .flatMap(column -> ((ColumnBaseline.Categories) column).levels().stream())
                .toList();
        assertTrue(ofSample.contains("freelance") && !ofSample.contains("pirate"), "in the sample: " + ofSample);
        Command again = Command.run(
                "assign",
                "--model=" + out.resolve("segmentation.model"),
                "--in=" + in,
                "--out=" + folder.resolve("again"),
                "--unseen=fail");
        assertEquals(Main.DONE, again.code(), "known from the pass over all customers: " + again.errors());
    }

    @Test
    void an_output_that_is_there_stays_unless_it_is_replaced() throws IOException {
        Path mine = Files.writeString(Files.createDirectory(out).resolve("precious.txt"), "mine");
        Command run = segment(TestModels.CREDIT.toString());
        assertEquals(Main.FAILED, run.code());
        assertTrue(run.errors().contains("exists already") && run.errors().contains("--overwrite"), run.errors());
        assertTrue(run.console().lines().noneMatch(line -> line.startsWith("Pass")), "refused before the first pass");
        Command failing = segment(parquet(customers().limit(0)), "--overwrite");
        assertEquals(Main.FAILED, failing.code());
        assertTrue(Files.exists(mine), "what is there stays when the command fails");
    }
}
