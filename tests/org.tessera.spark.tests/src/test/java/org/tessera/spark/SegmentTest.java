package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.choose.large.LargeOptions;
import org.tessera.engine.choose.large.LargeResult;
import org.tessera.engine.choose.large.LargeSegmentation;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.pass.CustomersInMemory;
import org.tessera.engine.prep.PreparationOptions;
import org.xml.sax.SAXException;

/** {@code segment} gives what the engine gives for the same customers in memory, bit for bit. */
class SegmentTest {

    /** What is written beside the customers. */
    static final List<String> FILES = List.of(
            "segmentation.model",
            "leaderboard.csv",
            "curves.csv",
            "verdict.csv",
            "figures.csv",
            "profile.csv",
            "descriptions.csv",
            "report.html");

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void output() {
        out = folder.resolve("out");
    }

    private Command segment(String in, Path output, String... more) {
        List<String> line = new ArrayList<>(List.of("segment", "--in=" + in, "--out=" + output));
        line.addAll(List.of("--id=Customer", "--without=Status", "--algorithms=k-means", "--segments=2..4"));
        line.addAll(List.of("--seconds=2", "--sample=500"));
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

    private String parquet(Dataset<Row> rows, String name) {
        String in = folder.resolve(name).toString();
        rows.write().parquet(in);
        return in;
    }

    private static LargeResult inMemory() throws IOException {
        CustomerTable table = TestModels.table(TestModels.CREDIT);
        CustomerTable used = new CustomerTable(
                table.rows(),
                table.columns().stream().filter(c -> !c.name().equals("Status")).toList());
        long[] ids = Files.readAllLines(TestModels.CREDIT).stream()
                .skip(1)
                .mapToLong(line -> TrainingRows.hash(line.substring(1, line.indexOf(',') - 1)))
                .toArray();
        return LargeSegmentation.of(
                CustomersInMemory.of(used, ids, 3),
                PreparationOptions.defaults(),
                SweepOptions.defaults()
                        .withAlgorithms("k-means")
                        .withSegments(2, 4)
                        .withSeconds(2),
                LargeOptions.defaults().withSampleRows(500).withMaxPasses(LargeOptions.MAX_PASSES - 1),
                TestModels.RUN);
    }

    @Test
    void file_formats_and_partitions_change_nothing() throws IOException {
        LargeResult expected = inMemory();
        byte[] model = ModelFile.write(expected.model(), TestModels.RUN);
        Command csv = segment(TestModels.CREDIT.toString(), out);
        assertEquals(Main.DONE, csv.code(), csv.errors());
        assertArrayEquals(model, Files.readAllBytes(out.resolve("segmentation.model")));
        for (int partitions : new int[] {1, 16}) {
            Path output = folder.resolve("out" + partitions);
            Command run = segment(parquet(customers().repartition(partitions), "in" + partitions), output);
            assertEquals(Main.DONE, run.code(), run.errors());
            for (String file : FILES) {
                assertEquals(-1, Files.mismatch(out.resolve(file), output.resolve(file)), file);
            }
            assertArrayEquals(rows(out), rows(output));
        }
        assertTrue(expected.passes() > 4 && expected.passes() < 12, "refined by " + expected.passes() + " passes");
        assertEquals(
                expected.passes() + 1L,
                csv.console().lines().filter(line -> line.startsWith("Pass ")).count());
    }

    private static String[] rows(Path output) {
        return Command.spark().read().parquet(output.resolve("customers").toString()).collectAsList().stream()
                // typed or as CSV has it: the same text
                .map(row -> row.mkString("|"))
                .sorted()
                .toArray(String[]::new);
    }

    @Test
    void results_are_there_and_fit_together() throws IOException, ParserConfigurationException, SAXException {
        Command run = segment(TestModels.CREDIT.toString(), out, "--segment-column=Group");
        assertEquals(Main.DONE, run.code(), run.errors());
        Dataset<Row> labeled =
                Command.spark().read().parquet(out.resolve("customers").toString());
        assertEquals(1500, labeled.count());
        for (String line : Files.readAllLines(out.resolve("descriptions.csv")).subList(1, 3)) {
            String[] cells = line.replaceAll("\"[^\"]*\"", "text").split(",");
            assertEquals(
                    labeled.filter(labeled.col("Group").equalTo(cells[0])).count(), Long.parseLong(cells[2]), line);
        }
        String page = Files.readString(out.resolve("report.html"))
                .replace("<!DOCTYPE html>", "")
                .replace("<meta charset=\"UTF-8\">", "");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertTrue(document.getElementsByTagName("h3").getLength() >= 2);
        Path again = folder.resolve("again");
        Command assign = Command.run(
                "assign",
                "--model=" + out.resolve("segmentation.model"),
                "--in=" + TestModels.CREDIT,
                "--out=" + again,
                "--drift");
        assertEquals(Main.DONE, assign.code(), assign.errors());
        assertArrayEquals(rows(out), rows(again));
        assertTrue(assign.console().contains("No shift beyond chance"), assign.console());
    }

    /** The file of the workflow is renewed by the line of the message. */
    @Test
    void the_model_of_the_workflow_is_what_is_made_today() throws IOException {
        String line = "segment --without=Status --sample=1000 --algorithms=k-means --segments=2..8 --in=%s/%s --out=%s";
        String customers = "workflows/customer-segmentation/data/credit_customers.csv";
        Command run = Command.run(line.formatted("../..", customers, out).split(" "));
        assertEquals(Main.DONE, run.code(), run.errors());
        byte[] kept = Files.readAllBytes(Path.of("../../workflows/score-spark-model/data/segmentation.model"));
        assertArrayEquals(
                // written anew, as JDKs compress differently
                ModelFile.write(ModelFile.read(kept, TestModels.RUN), TestModels.RUN),
                Files.readAllBytes(out.resolve("segmentation.model")),
                "copy segmentation.model to workflows/score-spark-model/data from: spark/target/tessera-spark "
                        + line.formatted(".", customers, "target/segments"));
    }
}
