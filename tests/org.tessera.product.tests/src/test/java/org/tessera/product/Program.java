package org.tessera.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tessera.product.Workbench.Result;

/** Processes of the tests: what they print goes to two files of a folder, and they are ended when they take too long. */
final class Program {
    private static final long PATIENCE_SECONDS = 900;

    private Program() {}

    static Process start(ProcessBuilder builder, Path folder) throws IOException {
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder.redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    static Result end(Process process, Path folder) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The process has not ended after " + PATIENCE_SECONDS + " s: " + process.info());
        }
        return new Result(process.exitValue(), output(folder), read(folder.resolve("err.txt")));
    }

    static Result run(ProcessBuilder builder, Path folder) throws IOException, InterruptedException {
        return end(start(builder, folder), folder);
    }

    static String output(Path folder) throws IOException {
        return read(folder.resolve("out.txt"));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
