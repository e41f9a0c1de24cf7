package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static String[] rows(Path output) {
        return Command.spark().read().parquet(output.resolve("customers").toString()).collectAsList().stream()
                .map(row -> row.mkString("|"))
                .sorted()
                .toArray(String[]::new);
    }

    private static String[] line(String in, Path output) {
        return new String[] {
            "segment",
            "--in=" + in,
            "--out=" + output,
            "--id=Customer",
            "--without=Status",
            "--algorithms=k-means",
            "--segments=3..4",
            "--sample=1000",
            "--seconds=2"
        };
    }

    @Test
    void a_killed_executor_changes_nothing() throws IOException, InterruptedException {
        String in = customers();
        Path local = folder.resolve("local");
        Path onCluster = folder.resolve("cluster");
        Command run = Command.run(line(in, local));
        assertEquals(Main.DONE, run.code(), run.errors());
        try (Cluster cluster = new Cluster(Files.createDirectories(folder.resolve("spark")))) {
            Process submitted = cluster.submit("segment", line(in, onCluster));
            cluster.awaitLog("segment", "Pass 4 of at most");
            assertTrue(cluster.killExecutor(), cluster.printed("segment"));
            assertEquals(Main.DONE, submitted.waitFor(), cluster.printed("segment"));
            String printed = cluster.printed("segment");
            assertTrue(printed.contains("Lost executor"), printed);
            run.console().lines().filter(l -> !l.contains("local")).forEach(l -> assertTrue(printed.contains(l), l));
            Process wrong = cluster.submit("wrong", "segment", "--in=" + in);
            assertEquals(Main.USAGE, wrong.waitFor(), "the exit code is that of the process");
        }
        assertArrayEquals(rows(local), rows(onCluster));
        for (String file : SegmentTest.FILES) {
            assertEquals(-1, Files.mismatch(local.resolve(file), onCluster.resolve(file)), file);
        }
    }
}
