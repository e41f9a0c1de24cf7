package org.tessera.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The built product, started as a process of its own. */
final class Workbench {
    static final Path INSTALLATION =
            Path.of("../../workbench/target/workbench").toAbsolutePath().normalize();

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path scratch;
    private final List<String> command = new ArrayList<>();
    private final List<String> vmArguments = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    private Path currentDirectory;
    private Path home;
    private String java = System.getProperty("java.home");

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
        this.home = scratch.resolve("home");
        Files.createDirectories(home);
        Files.createDirectories(temporary());
        command.add(script().toString());
    }

    static Path script() {
        return INSTALLATION.resolve(WINDOWS ? "batch.cmd" : "batch");
    }

    static Path script(Path installation) {
        return installation.resolve(script().getFileName().toString());
    }

    Path home() {
        return home;
    }

    /** Takes another path as the user's home, which need not exist. */
    Workbench at(Path otherHome) {
        home = otherHome;
        return this;
    }

    /** Replaces the default, a heap of 512 MB. */
    Workbench with(String... otherVmArguments) {
        vmArguments.clear();
        vmArguments.addAll(List.of(otherVmArguments));
        return this;
    }

    /** Puts a command before the script that runs it in some other way. */
    Workbench under(List<String> prefix) {
        command.addAll(0, prefix);
        return this;
    }

    /** Takes another Java than that of the tests. */
    Workbench on(Path javaHome) {
        java = javaHome.toString();
        return this;
    }

    Path temporary() {
        return scratch.resolve("temporary");
    }

    Workbench in(Path directory) {
        currentDirectory = directory;
        return this;
    }

    Workbench through(Path script) {
        command.set(command.size() - 1, script.toString());
        return this;
    }

    Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(currentDirectory.toFile());
        builder.environment().put("HOME", home().toString());
        builder.environment().put("JAVA_HOME", java);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        builder.environment()
                .put(
                        "TESSERA_VMARGS",
                        String.join(" ", vmArguments) + " -Duser.home=" + home() + " -Djava.io.tmpdir=" + temporary());
        return Program.start(builder, scratch);
    }

    Result end(Process process) throws IOException, InterruptedException {
        return Program.end(process, scratch);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return end(start(arguments));
    }

    String output() throws IOException {
        return Program.output(scratch);
    }

    /** Copies the committed workflow with two branches. */
    static Path workflow(Path directory) throws IOException {
        return copy(Path.of("src/test/resources/two-branches"), directory);
    }

    static Path copy(Path source, Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path file : tree.toList()) {
                Path copy = directory.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
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
