package org.tessera.spark;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param console what it printed
 * @param errors what it printed of failures
 */
record Command(int code, String console, String errors) {

    /** Spark in this process, with two threads. */
    static SparkSession spark() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.sql.shuffle.partitions", "2");
        System.setProperty("spark.sql.warehouse.dir", "target/warehouse");
        return Main.session();
    }

    /** Runs a command line in this process. */
    static Command run(String... arguments) {
        spark();
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(arguments),
                new PrintStream(console, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Command(code, console.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}
