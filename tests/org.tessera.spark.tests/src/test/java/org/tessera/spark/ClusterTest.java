package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real cluster, of which an executor is killed in the middle, results are those of one process, bit for bit. */
class ClusterTest {

    private static final int FILES = 12;
    private static final int COPIES = 12;

    @TempDir
    Path folder;

    private String customers() {
        Dataset<Row> once = Command.spark()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(TestModels.LATER.toString());
        String in = folder.resolve("in").toString();
        Command.spark()
                .range(COPIES)
                .crossJoin(once)
                .withColumn("Customer", functions.concat_ws("-", functions.col("Customer"), functions.col("id")))
                .drop("id")
                .repartition(FILES)
                .write()
                .parquet(in);
        return in;
    }

    private static String[] rows(String output) {
        return Command.spark().read().parquet(output + "/customers").collectAsList().stream()
                .map(row -> row.mkString("|"))
                .sorted()
                .toArray(String[]::new);
    }

    /** Waits until tasks have written their part, and others have not. */
    private void awaitParts(Process submitted, int parts) throws IOException, InterruptedException {
        while (submitted.isAlive()) {
            try (Stream<Path> found = Files.walk(folder, 6)) {
                if (found.filter(p -> p.getFileName().toString().startsWith("task_")).count() >= parts) {
                    return;
                }
            } catch (UncheckedIOException e) {
                // a folder was moved while it was looked at: look again
            }
            Thread.sleep(20);
        }
    }

    @Test
    void a_killed_executor_changes_nothing() throws IOException, InterruptedException {
        String model = TestModels.write(TestModels.model("k-means", TestModels.table(TestModels.CREDIT)), folder);
        String in = customers();
        String local = folder.resolve("local").toString();
        String[] line = {"assign", "--model=" + model, "--in=" + in, "--out=" + local, "--why", "--drift"};
        Command run = Command.run(line);
        assertEquals(Main.DONE, run.code(), run.errors());
        String onCluster = folder.resolve("cluster").toString();
        line[3] = "--out=" + onCluster;
        try (Cluster cluster = new Cluster(Files.createDirectories(folder.resolve("spark")))) {
            Process submitted = cluster.submit("submit", line);
            awaitParts(submitted, 2);
            assertTrue(cluster.killExecutor(), cluster.printed("submit"));
            assertEquals(Main.DONE, submitted.waitFor(), cluster.printed("submit"));
            String printed = cluster.printed("submit");
            assertTrue(printed.contains("Lost executor"), printed);
            run.console().lines().filter(l -> !l.contains(local)).forEach(l -> assertTrue(printed.contains(l), l));
            Process wrong = cluster.submit("wrong", "assign", "--model=" + model, "--in=" + in, "--out=" + onCluster);
            assertEquals(Main.FAILED, wrong.waitFor(), "the exit code of a failure is that of the process");
        }
        assertEquals(0, Arrays.compare(rows(local), rows(onCluster)));
        for (String table : new String[] {"shares.csv", "drift.csv"}) {
            assertEquals(
                    -1,
                    Files.mismatch(Path.of(local, table), Path.of(onCluster, table)),
                    () -> table + " differs");
        }
    }
}
