package org.tessera.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Reads the compiled classes of the build's bundles. */
final class ClassFiles {
    /** The root of the build: Surefire runs in the module, the profile {@code knime-api} says where it is. */
    static final Path ROOT = Path.of(System.getProperty("tessera.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private static final List<String> PRODUCT = List.of(
            "org.tessera.engine", "org.tessera.weka", "org.tessera.charts", "org.tessera.pmml", "org.tessera.knime");
    private static final List<String> WORKBENCH = List.of("org.knime.core", "org.knime.core.ui");
    private static final String RUNNER = "org.tessera.workbench";
    private static final Pattern ATTRIBUTE = Pattern.compile("=\\s*\"([\\w.$]+)\"");

    private ClassFiles() {}

    /** The classes of the five bundles that users install. */
    static List<ClassNode> product() throws IOException {
        return bundles("plugins", PRODUCT);
    }

    /** The classes of the workbench's two KNIME bundles. */
    static List<ClassNode> workbench() throws IOException {
        return bundles("workbench", WORKBENCH);
    }

    /** The classes of the workbench's bundle with the runner. */
    static List<ClassNode> runner() throws IOException {
        return bundles("workbench", List.of(RUNNER));
    }

    /**
     * The classes of those tests and benchmarks of the product that run inside the workbench's classes; the others start
     * the runner as a process.
     */
    static List<ClassNode> productTests() throws IOException {
        List<ClassNode> all = new ArrayList<>();
        all.addAll(built("tests/org.tessera.knime.tests/target/classes"));
        all.addAll(built("tests/org.tessera.fuzz.tests/target/test-classes"));
        all.addAll(built("tests/bench/target/classes"));
        all.addAll(built("tests/bench/target/test-classes"));
        return all;
    }

    /** The values of all attributes in the {@code plugin.xml} of the workbench's bundles, with slashes as in class files. */
    static Set<String> registered() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String bundle : List.of("org.knime.core", RUNNER)) {
            String text =
                    Files.readString(ROOT.resolve("workbench").resolve(bundle).resolve("plugin.xml"));
            List<MatchResult> values = ATTRIBUTE.matcher(text).results().toList();
            values.forEach(v -> names.add(v.group(1).replace('.', '/')));
        }
        return names;
    }

    private static List<ClassNode> bundles(String folder, List<String> names) throws IOException {
        List<ClassNode> all = new ArrayList<>();
        for (String name : names) {
            all.addAll(built(folder + "/" + name + "/target/classes"));
        }
        return all;
    }

    private static List<ClassNode> built(String folder) throws IOException {
        Path classes = ROOT.resolve(folder);
        if (!Files.isDirectory(classes)) {
            throw new IOException(classes + " is missing: build its module first");
        }
        return read(classes);
    }

    /** All classes below a folder or in a jar, in the order of their files' names. */
    static List<ClassNode> read(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return below(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
            return below(jar.getPath("/"));
        }
    }

    private static List<ClassNode> below(Path folder) throws IOException {
        List<ClassNode> nodes = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(f -> f.toString().endsWith(".class")).sorted().toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                ClassNode node = new ClassNode();
                new ClassReader(in).accept(node, ClassReader.SKIP_FRAMES);
                nodes.add(node);
            }
        }
        return nodes;
    }
}
