package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers that come in parts get what they get all at once. */
class StreamTest {

    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    private String model;
    private Path in;
    private Path out;
    private List<String> lines;

    @BeforeEach
    void model() throws IOException {
        model = TestModels.write(TestModels.model("k-means", TestModels.table(TestModels.CREDIT)), folder);
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        lines = Files.readAllLines(TestModels.LATER);
    }

    /** Puts customers into the folder, as a file that is there at once. */
    private void bring(String name, int from, int to) throws IOException {
        List<String> part = new ArrayList<>(List.of(lines.get(0)));
        part.addAll(lines.subList(from, to));
        Files.move(Files.write(folder.resolve(name), part), in.resolve(name));
    }

    private String[] line(String stream) {
        return new String[] {
            "assign",
            "--model=" + model,
            "--in=" + in,
            "--format=csv",
            "--out=" + out,
            stream,
            "--checkpoint=" + folder.resolve("checkpoint")
        };
    }

    private Set<String> rows(Path output) {
        Set<String> rows = new HashSet<>();
        for (Row row : Command.spark()
                .read()
                .parquet(output.resolve("customers").toString())
                .collectAsList()) {
            assertTrue(rows.add(row.mkString("|")), "twice: " + row);
        }
        return rows;
    }

    private Set<String> atOnce() {
        Path whole = folder.resolve("whole");
        Command batch = Command.run("assign", "--model=" + model, "--in=" + TestModels.LATER, "--out=" + whole);
        assertEquals(Main.DONE, batch.code(), batch.errors());
        return rows(whole);
    }

    @Test
    void every_start_takes_the_customers_that_have_come_since() throws IOException {
        bring("a.csv", 1, 500);
        assertEquals(Main.DONE, Command.run(line("--stream")).code());
        assertEquals(499, rows(out).size());
        bring("b.csv", 500, lines.size());
        Command second = Command.run(line("--stream=available"));
        assertEquals(Main.DONE, second.code(), second.errors());
        assertTrue(second.console().contains(String.format("%,d customers assigned", lines.size() - 500)));
        assertEquals(Main.DONE, Command.run(line("--stream")).code());
        assertEquals(atOnce(), rows(out));
    }

    @Test
    void customers_are_taken_as_they_come()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        bring("a.csv", 1, 500);
        SparkSession spark = Command.spark();
        CompletableFuture<Command> run = CompletableFuture.supplyAsync(() -> Command.run(line("--stream=continuous")));
        awaitRows(499);
        bring("b.csv", 500, lines.size());
        awaitRows(lines.size() - 1);
        spark.streams().active()[0].stop();
        assertEquals(Main.DONE, run.get(SECONDS, TimeUnit.SECONDS).code());
        assertEquals(atOnce(), rows(out));
    }

    private void awaitRows(int count) throws InterruptedException {
        for (int i = 0; i < SECONDS * 5; i++) {
            if (Files.exists(out.resolve("customers/_spark_metadata/0"))
                    && rows(out).size() == count) {
                return;
            }
            Thread.sleep(200);
        }
        assertEquals(count, rows(out).size());
    }
}
