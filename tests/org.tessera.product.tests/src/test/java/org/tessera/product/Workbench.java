package org.tessera.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built product, started as a process of its own. */
final class Workbench {
    static final Path INSTALLATION =
            Path.of("../../workbench/target/workbench").toAbsolutePath().normalize();

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final long PATIENCE_SECONDS = 300;

    private final Path scratch;
    private final List<String> command = new ArrayList<>();
    private Path currentDirectory;

    /** What a run left behind. */
    record Result(int exitCode, String output, String errors) {
        String all() {
            return "exit " + exitCode + "\n" + output + errors;
        }
    }

    /**
     * Prepares runs.
     *
     * @param scratch a folder for the process's home, temporary files and output
     */
    Workbench(Path scratch) throws IOException {
        this.scratch = scratch;
        this.currentDirectory = scratch;
        Files.createDirectories(home());
        Files.createDirectories(temporary());
        command.add(script().toString());
    }

    static Path script() {
        return INSTALLATION.resolve(WINDOWS ? "batch.cmd" : "batch");
    }

    Path home() {
        return scratch.resolve("home");
    }

    Path temporary() {
        return scratch.resolve("temporary");
    }

    Workbench in(Path directory) {
        currentDirectory = directory;
        return this;
    }

    Workbench through(Path script) {
        command.set(0, script.toString());
        return this;
    }

    Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(currentDirectory.toFile());
        builder.environment().put("HOME", home().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment()
                .put("TESSERA_VMARGS", "-Xmx512m -Duser.home=" + home() + " -Djava.io.tmpdir=" + temporary());
        return builder.redirectOutput(scratch.resolve("out.txt").toFile())
                .redirectError(scratch.resolve("err.txt").toFile())
                .start();
    }

    Result end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The workbench has not ended after " + PATIENCE_SECONDS + " s");
        }
        return new Result(process.exitValue(), output(), read("err.txt"));
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return end(start(arguments));
    }

    String output() throws IOException {
        return read("out.txt");
    }

    private String read(String name) throws IOException {
        return new String(Files.readAllBytes(scratch.resolve(name)), StandardCharsets.UTF_8);
    }

    /** Copies the committed workflow with two branches. */
    static Path workflow(Path directory) throws IOException {
        Path source = Path.of("src/test/resources/two-branches");
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path file : tree.toList()) {
                Path copy = directory.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return directory;
    }

    /** The files below a directory with their sizes and times, to see whether anything changed. */
    static Map<String, String> inventory(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path file : tree.toList()) {
                String state = Files.isDirectory(file) ? "" : Files.size(file) + " " + Files.getLastModifiedTime(file);
                files.put(directory.relativize(file).toString(), state);
            }
        }
        return files;
    }
}
