package org.tessera.product;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java of this machine.
 *
 * @param home its folder, without links
 * @param feature its version, such as 21
 */
record JavaInstallation(Path home, int feature) {
    /** The system property with folders of further installations, separated as in a class path. */
    static final String MORE = "tessera.javas";

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");

    /**
     * Finds every Java that is newer than the one that runs the tests: beside it, beside JAVA_HOME, in the folders that
     * Linux distributions use, and where {@value #MORE} says.
     *
     * @return the installations, oldest first; each only once, also where links lead to it
     * @throws IOException if a folder cannot be read
     */
    static List<JavaInstallation> newer() throws IOException {
        List<JavaInstallation> found = new ArrayList<>();
        for (Path candidate : candidates()) {
            at(candidate)
                    .filter(java -> java.feature > Runtime.version().feature() && !found.contains(java))
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparingInt(JavaInstallation::feature).thenComparing(JavaInstallation::home));
        return found;
    }

    private static List<Path> candidates() throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (String folder : System.getProperty(MORE, "").split(Pattern.quote(File.pathSeparator))) {
            if (!folder.isBlank()) {
                candidates.add(Path.of(folder));
            }
        }
        List<Path> parents =
                new ArrayList<>(List.of(Path.of("/usr/lib/jvm"), Path.of("/usr/java"), Path.of("/opt/java")));
        parents.add(Path.of(System.getProperty("java.home")).toRealPath().getParent());
        Optional.ofNullable(System.getenv("JAVA_HOME"))
                .map(home -> Path.of(home).toAbsolutePath().getParent())
                .ifPresent(parents::add);
        for (Path parent : parents) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> children = Files.list(parent)) {
                    children.forEach(candidates::add);
                }
            }
        }
        return candidates;
    }

    private static Optional<JavaInstallation> at(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !(isProgram(home, "java") || isProgram(home, "java.exe"))) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(Files.readString(release));
        return version.find()
                ? Optional.of(new JavaInstallation(home.toRealPath(), Integer.parseInt(version.group(1))))
                : Optional.empty();
    }

    private static boolean isProgram(Path home, String name) {
        return Files.isExecutable(home.resolve("bin").resolve(name));
    }
}
