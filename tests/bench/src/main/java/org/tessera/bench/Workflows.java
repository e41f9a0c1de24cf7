package org.tessera.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The example workflow, and the CSV Reader alone, on synthetic bank customers in the workbench. */
final class Workflows {

    static final int EXAMPLE_CUSTOMERS = 100_000;
    static final double EXAMPLE_SECONDS = 60;
    static final double READER_SPEED = 100;

    private static final int READER_CUSTOMERS = 4_000_000;
    private static final String EXAMPLE = "workflows/customer-segmentation";
    private static final String TABLE = "data/credit_customers.csv";
    private static final String HEAP = "-Xmx2g";
    private static final String NOT_FOR_SEGMENTS = "-option=2,columns/manualFilter/manuallyDeselected/0,Planted,String";
    private static final Pattern DONE = Pattern.compile("\\[ *\\d+/(\\d+)] done +(.*?) +([0-9.]+) s( .*)?");

    private final int scale;
    private final Path batch;
    private final Path example;
    private final Path folder;

    Workflows(Path root, Path folder, int scale) {
        this.scale = scale;
        batch = root.resolve("workbench/target/workbench/batch");
        example = root.resolve(EXAMPLE);
        this.folder = folder.resolve("workflow");
    }

    /**
     * A run of the batch.
     *
     * @param seconds from start to end of the process
     * @param megabytes resident at most, NaN where the system does not tell
     * @param nodes seconds of each node, in the order in which they ran
     */
    record Run(double seconds, double megabytes, List<Node> nodes) {}

    /** A node's name and its seconds. */
    record Node(String name, double seconds) {}

    /** Whether the workbench is built. */
    boolean ready() {
        return Files.isExecutable(batch);
    }

    void require() {
        if (!ready()) {
            throw new IllegalStateException(
                    batch + " is missing: build the workbench first (mvn -B -DskipTests verify)" + ", or choose tasks");
        }
    }

    /** The whole example. */
    Run example() throws IOException {
        copy(EXAMPLE_CUSTOMERS / scale);
        return run(List.of(NOT_FOR_SEGMENTS));
    }

    /** The CSV Reader alone, on a large file. @return megabytes per second of the node */
    double readerSpeed() throws IOException {
        copy(READER_CUSTOMERS / scale);
        Path workflow = folder.resolve("workflow.knime");
        Files.writeString(workflow, OneNode.of(Files.readString(workflow), "node_1"));
        Run run = run(List.of());
        return Files.size(folder.resolve(TABLE)) / 1e6 / run.nodes().get(0).seconds();
    }

    private void copy(int customers) throws IOException {
        delete(folder);
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(example.relativize(file).toString()));
            }
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(TABLE))) {
            new BankCustomers(1).write(customers, out);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Run run(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(batch.toString(), "-workflowDir=" + folder));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TESSERA_VMARGS", HEAP);
        long start = System.nanoTime();
        Process process = builder.start();
        Resident resident = Resident.watch(process.pid());
        List<String> lines = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw new IOException("Interrupted while the workbench ran", e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(
                    "The workbench ended with status " + process.exitValue() + ":\n" + String.join("\n", lines));
        }
        return new Run(seconds, resident.megabytes(), nodes(lines));
    }

    private static List<Node> nodes(List<String> lines) {
        List<Node> nodes = new ArrayList<>();
        int all = -1;
        for (String line : lines) {
            Matcher done = DONE.matcher(line);
            if (done.matches()) {
                all = Integer.parseInt(done.group(1));
                nodes.add(new Node(done.group(2), Double.parseDouble(done.group(3))));
            }
        }
        if (nodes.size() != all) {
            throw new IllegalStateException(nodes.size() + " of " + all + " nodes done:\n" + String.join("\n", lines));
        }
        return nodes;
    }

    /** Lines of the page. */
    String text(Run run, double readerSpeed) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "The example workflow (%d nodes) on %,d synthetic bank customers with %s: **%.1f s** (goal: %.0f s), "
                        + "%.0f MB resident at most.\nThe CSV Reader alone, on %,d customers: **%.0f MB/s** (goal: %.0f).\n\n"
                        + "| node | s |\n|---|--:|\n",
                run.nodes().size(),
                EXAMPLE_CUSTOMERS / scale,
                HEAP,
                run.seconds(),
                EXAMPLE_SECONDS,
                run.megabytes(),
                READER_CUSTOMERS / scale,
                readerSpeed,
                READER_SPEED));
        for (Node node : run.nodes()) {
            text.append(String.format(Locale.ROOT, "| %s | %.2f |%n", node.name(), node.seconds()));
        }
        return text.toString();
    }
}
