package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input fails with the path or the column in words, and leaves nothing that looks like a result. */
class BadInputTest {

    @TempDir
    static Path models;

    @TempDir
    Path folder;

    private static String model;
    private Path output;

    @BeforeAll
    static void model() {
        model = TestModels.write(TestModels.model("k-means", TestModels.table(TestModels.CREDIT)), models);
    }

    @BeforeEach
    void output() {
        output = folder.resolve("out");
    }

    private static Dataset<Row> customers() {
        return Command.spark()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(TestModels.LATER.toString());
    }

    private String parquet(Dataset<Row> rows) {
        String in = folder.resolve("in").toString();
        rows.write().parquet(in);
        return in;
    }

    private void assertFails(String in, String... words) throws IOException {
        Command run = Command.run("assign", "--model=" + model, "--in=" + in, "--out=" + output);
        assertFailed(run, words);
    }

    private void assertFailed(Command run, String... words) throws IOException {
        assertEquals(Main.FAILED, run.code(), run.console());
        for (String word : words) {
            assertTrue(run.errors().contains(word), word + " in: " + run.errors());
        }
        assertTrue(run.errors().lines().count() < 4, run.errors());
        assertTrue(Files.notExists(output));
        try (Stream<Path> left = Files.list(folder)) {
            List<Path> temporary =
                    left.filter(p -> p.getFileName().toString().startsWith("_")).toList();
            assertEquals(List.of(), temporary);
        }
    }

    @Test
    void a_path_that_is_not_there() throws IOException {
        assertFails(folder.resolve("nowhere").toString(), "nowhere", "no such file or folder");
        assertFails(folder.resolve("nowhere.csv").toString(), "nowhere.csv", "no such file or folder");
        Command table = Command.run("assign", "--model=" + model, "--in=no_table", "--format=table", "--out=" + output);
        assertFailed(table, "table 'no_table'", "no such table");
    }

    @Test
    void a_folder_without_customers() throws IOException {
        assertFails(Files.createDirectory(folder.resolve("empty")).toString(), "empty", "no Parquet file");
        Path csv = Files.writeString(folder.resolve("empty.csv"), "");
        assertFails(csv.toString(), "empty.csv", "no columns");
    }

    @Test
    void no_rows() throws IOException {
        assertFails(parquet(customers().limit(0)), "holds no customers");
        String header = Files.readAllLines(TestModels.LATER).get(0);
        assertFails(Files.writeString(folder.resolve("h.csv"), header + "\n").toString(), "h.csv", "no customers");
    }

    @Test
    void a_file_that_is_damaged() throws IOException {
        Path file = Files.createDirectory(folder.resolve("in")).resolve("part-0.parquet");
        Files.writeString(file, "no Parquet");
        assertFails(file.getParent().toString(), "part-0.parquet");
        List<String> lines = new ArrayList<>(Files.readAllLines(TestModels.LATER));
        lines.set(100, "C9999,good,1");
        assertFails(Files.write(folder.resolve("short.csv"), lines).toString(), "C9999");
    }

    @Test
    void a_column_that_is_gone() throws IOException {
        assertFails(parquet(customers().drop("Income")), "Column 'Income', which the model needs, is not in");
    }

    @Test
    void a_column_of_another_type() throws IOException {
        Dataset<Row> rows = customers();
        assertFails(
                parquet(rows.withColumn("Age", functions.concat(rows.col("Age"), functions.lit(" years")))),
                "Column 'Age' held numbers when the model was made, but holds texts in",
                "convert the column to numbers");
    }

    @Test
    void a_column_of_a_type_that_is_no_number_and_no_text() throws IOException {
        Dataset<Row> rows = customers();
        assertFails(
                parquet(rows.withColumn("Age", functions.array(rows.col("Age")))), "Column 'Age'", "holds array<int>");
    }

    @Test
    void parts_with_different_columns() throws IOException {
        Dataset<Row> rows = customers();
        Path in = folder.resolve("in");
        rows.write().parquet(in.resolve("month=1").toString());
        rows.withColumn("Age", rows.col("Age").cast("string"))
                .write()
                .parquet(in.resolve("month=2").toString());
        assertFails(in.toString(), "Age");
    }

    @Test
    void a_text_among_the_numbers_of_csv() throws IOException {
        String text = Files.readString(TestModels.LATER).replaceFirst("(?m)^(\"C\\d+\",\"\\w+\"),\\d+", "$1,many");
        assertFails(
                Files.writeString(folder.resolve("in.csv"), text).toString(),
                "Column 'Seniority' holds 'many', but numbers are needed");
    }

    @Test
    void an_infinite_number() throws IOException {
        assertFails(
                parquet(customers().withColumn("Income", functions.lit(Double.POSITIVE_INFINITY))),
                "Column 'Income' holds Infinity");
    }

    @Test
    void a_category_that_must_not_be_new() throws IOException {
        String in = parquet(customers().withColumn("Job", functions.lit("pirate")));
        Command run = Command.run("assign", "--model=" + model, "--in=" + in, "--out=" + output, "--unseen=fail");
        assertFailed(run, "Column 'Job' holds 'pirate', which was not seen in training");
    }

    @Test
    void a_column_without_any_value_is_said_and_goes_on() {
        String in = parquet(customers().withColumn("Income", functions.lit(null).cast("double")));
        Command run = Command.run("assign", "--model=" + model, "--in=" + in, "--out=" + output);
        assertEquals(Main.DONE, run.code(), run.errors());
        assertTrue(run.console().contains("No value at all in 'Income'"), run.console());
    }

    @Test
    void a_model_that_is_none() throws IOException {
        Path file = Files.writeString(folder.resolve("my.model"), "no model");
        String in = TestModels.LATER.toString();
        assertFailed(Command.run("assign", "--model=" + file, "--in=" + in, "--out=" + output), "Model '", "my.model");
        assertFailed(
                Command.run("assign", "--model=" + folder.resolve("no.model"), "--in=" + in, "--out=" + output),
                "no.model",
                "no such file");
    }

    @Test
    void an_output_that_is_there_stays_unless_it_is_replaced() throws IOException {
        Files.createDirectory(output);
        Files.writeString(output.resolve("precious.txt"), "mine");
        String[] line = {"assign", "--model=" + model, "--in=" + TestModels.LATER, "--out=" + output};
        Command run = Command.run(line);
        assertEquals(Main.FAILED, run.code());
        assertTrue(run.errors().contains("exists already") && run.errors().contains("--overwrite"), run.errors());
        assertTrue(Files.exists(output.resolve("precious.txt")));
        Command failing = Command.run(
                "assign", "--model=" + model, "--in=" + folder.resolve("no"), "--out=" + output, "--overwrite");
        assertEquals(Main.FAILED, failing.code());
        assertTrue(Files.exists(output.resolve("precious.txt")), "what is there stays when the command fails");
        assertEquals(
                Main.DONE,
                Command.run(Stream.concat(Stream.of(line), Stream.of("--overwrite"))
                                .toArray(String[]::new))
                        .code());
        assertTrue(Files.notExists(output.resolve("precious.txt")));
        assertTrue(Files.exists(output.resolve("customers/_SUCCESS")));
    }

    @Test
    void an_output_that_cannot_be_written() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Command run =
                Command.run("assign", "--model=" + model, "--in=" + TestModels.LATER, "--out=" + file.resolve("out"));
        assertFailed(run, file.resolve("out").toString(), "file is in the way");
    }

    @Test
    void a_full_disk() throws IOException {
        FullDisk.install(Command.spark());
        String out = "full:" + output;
        Command run = Command.run("assign", "--model=" + model, "--in=" + TestModels.LATER, "--out=" + out);
        assertFailed(run, out, "No space left on device");
    }
}
