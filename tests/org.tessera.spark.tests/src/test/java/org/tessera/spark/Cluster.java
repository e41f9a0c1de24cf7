package org.tessera.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Spark's standalone master and two workers on the loopback interface, a process each. */
final class Cluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
    private static final long MILLISECONDS = 300_000;

    private final Path folder;
    private final Path home;
    private final String master;
    private final List<Process> processes = new ArrayList<>();

    /**
     * Starts the cluster.
     *
     * @param folder for logs and what executors write
     */
    Cluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        home = home(folder.resolve("home"));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            port = free.getLocalPort();
        }
        master = "spark://" + LOOPBACK + ":" + port;
        start("master", "org.apache.spark.deploy.master.Master", "--host", LOOPBACK, "--port", "" + port);
        awaitLog("master", "I have been elected leader");
        for (String worker : List.of("worker1", "worker2")) {
            start(
                    worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    LOOPBACK,
                    "--cores",
                    "1",
                    "--memory",
                    "640m",
                    "--work-dir",
                    folder.resolve(worker).toString(),
                    master);
        }
        awaitLog("worker1", "Successfully registered with master");
        awaitLog("worker2", "Successfully registered with master");
    }

    /** A home of Spark whose jars are those of this class path. */
    private static Path home(Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path file = Path.of(jar).toAbsolutePath();
            if (jar.endsWith(".jar") && !file.getFileName().toString().startsWith("tessera")) {
                Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
            }
        }
        return home;
    }

    private Process start(String name, String mainClass, String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("@" + Path.of("..", "org.tessera.spark.tests", "jvm.options"));
        line.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", home.resolve("jars") + "/*", mainClass));
        line.addAll(List.of(arguments));
        if (name.equals("master") || name.startsWith("worker")) {
            line.addAll(line.indexOf(mainClass) + 1, List.of("--webui-port", "0"));
        }
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", System.getProperty("tessera.scala"));
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** What a process has printed. */
    String printed(String name) throws IOException {
        return Files.exists(log(name)) ? Files.readString(log(name)) : "";
    }

    /** Waits for a text among what a process prints. */
    void awaitLog(String name, String text) throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + MILLISECONDS;
        while (!printed(name).contains(text)) {
            if (System.currentTimeMillis() > end
                    || !processes.get(processes.size() - 1).isAlive()) {
                throw new IOException(name + ": " + printed(name));
            }
            Thread.sleep(100);
        }
    }

    /** Submits the jar with a command line. */
    Process submit(String name, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "--master", master, "--conf", "spark.executor.memory=512m", "--conf", "spark.executor.cores=1"));
        line.addAll(List.of("--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=" + LOOPBACK));
        line.addAll(List.of("--conf", "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1"));
        // a task per file, however small
        line.addAll(List.of("--conf", "spark.sql.files.openCostInBytes=134217728"));
        line.addAll(List.of("--class", Main.class.getName(), System.getProperty("tessera.jar")));
        line.addAll(List.of(arguments));
        return start(name, "org.apache.spark.deploy.SparkSubmit", line.toArray(String[]::new));
    }

    /** Kills an executor of the first worker as a failing machine would. */
    boolean killExecutor() {
        try (Stream<ProcessHandle> children = processes.get(1).descendants()) {
            return children.filter(p -> p.info().commandLine().orElse("").contains(EXECUTOR))
                    .findFirst()
                    .map(ProcessHandle::destroyForcibly)
                    .orElse(false);
        }
    }

    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            List<ProcessHandle> children = processes.get(i).descendants().toList();
            processes.get(i).destroyForcibly().onExit().join();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
