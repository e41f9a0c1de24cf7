package org.tessera.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What was measured, where and when.
 *
 * @param date the day
 * @param commit the commit, and whether it was changed since
 * @param processor name of the processor
 * @param cores cores that every side may use
 * @param memory gigabytes of the machine
 * @param java version of the JVM
 * @param rivals versions of Python, numpy, scipy and scikit-learn
 */
record Machine(LocalDate date, String commit, String processor, int cores, double memory, String java, String rivals) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine of(Path root, Child child, int cores) throws IOException {
        JsonObject versions = JsonParser.parseString(child.python("versions")).getAsJsonObject();
        String commit = child.lastLine(List.of("git", "-C", root.toString(), "rev-parse", "--short=10", "HEAD"));
        boolean changed = !child.lastLine(
                        List.of("git", "-C", root.toString(), "status", "--porcelain", "-uno", "plugins", "tests"))
                .isEmpty();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                LocalDate.now(),
                commit + (changed ? ", changed" : ""),
                processorName(),
                cores,
                system.getTotalMemorySize() / 1e9,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                String.format(
                        Locale.ROOT,
                        "Python %s, numpy %s, scipy %s, scikit-learn %s",
                        versions.get("python").getAsString(),
                        versions.get("numpy").getAsString(),
                        versions.get("scipy").getAsString(),
                        versions.get("sklearn").getAsString()));
    }

    private static String processorName() throws IOException {
        String unknown = System.getProperty("os.arch");
        if (Files.notExists(PROCESSORS)) {
            return unknown;
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(unknown);
    }
}
