package org.tessera.bench;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Child processes, one task each. */
final class Child {

    /** Bytes that a JVM may use. */
    static final double HEAP = 6.0 * (1 << 30);

    /** For time: the JVM's own choice of collector. */
    static final List<String> USUAL = List.of("-Xmx6g");

    /** For memory: hardly any garbage is kept. */
    static final List<String> FRUGAL = List.of(
            "-Xmx6g", "-Xms32m", "-Xmn16m", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=1", "-XX:MaxHeapFreeRatio=5");

    private static final Gson GSON = new Gson();

    private final Path root;
    private final Path folder;
    private final String python;
    private final int cores;

    Child(Path root, Path folder, String python, int cores) {
        this.root = root;
        this.folder = folder;
        this.python = python;
        this.cores = cores;
    }

    Answer java(Class<?> main, List<String> options, Request request) throws IOException {
        return GSON.fromJson(java(main, options, List.of(GSON.toJson(request))), Answer.class);
    }

    /** Runs a class to its end. @return the last line that it prints */
    String java(Class<?> main, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-XX:ActiveProcessorCount=" + cores);
        command.add("-DWEKA_HOME=" + folder.resolve("weka"));
        command.add("-Dweka.packageManager.loadPackages=false");
        command.add("-Dweka.packageManager.offline=true");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return lastLine(command);
    }

    Answer python(Request request) throws IOException {
        return GSON.fromJson(lastLine(pythonCommand(GSON.toJson(request))), Answer.class);
    }

    /** What {@code side.py} prints for an argument. */
    String python(String argument) throws IOException {
        return lastLine(pythonCommand(argument));
    }

    private List<String> pythonCommand(String argument) {
        return List.of(
                python, root.resolve("tests/bench/src/main/python/side.py").toString(), argument);
    }

    /** Runs a command to its end. @return the last line that it prints */
    String lastLine(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")) {
            builder.environment().put(variable, Integer.toString(cores));
        }
        Process process = builder.start();
        String last = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(command.get(0) + " ended with status " + status + "; its last argument was "
                        + command.get(command.size() - 1));
            }
        } catch (InterruptedException e) {
            process.destroy();
            throw new IOException("Interrupted while a child process ran", e);
        }
        return last;
    }
}
