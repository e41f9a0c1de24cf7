package org.tessera.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.tessera.product.Workbench.Result;

/**
 * Builds the sources a second time, against a p2 site instead of the workbench in the same build: what
 * {@code -Dknime.ap.url=<site of KNIME's SDK>} does. The site is that of the workbench, so both builds have to give the
 * same bundles.
 */
class KnimeSdkTest {
    private static final Path SOURCES = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> WITH_VERSION = Set.of("META-INF/MANIFEST.MF", "feature.xml");
    /** Java writes the time into a comment of a file that Tycho makes for every bundle of sources. */
    private static final String DATED = "bundle-src.properties";

    private static final String STALE = " (classes from before a change elsewhere make a difference: mvn clean verify)";
    private static final Set<String> NOT_SOURCES = Set.of("target", "lib", ".git");

    @TempDir
    private Path folder;

    @Test
    void a_build_against_the_site_of_an_sdk_gives_the_same_update_site_but_for_the_qualifier() throws Exception {
        P2Site first = P2Site.folder();
        String qualifier = "0".repeat(first.qualifier().length());
        Path copy = folder.resolve("copy");
        copySources(copy);
        Result result = Program.run(maven(qualifier).directory(copy.toFile()), folder);
        assertEquals(0, result.exitCode(), result::all);
        P2Site again = P2Site.folder(copy.resolve("update-site/target/repository"));
        assertEquals(qualifier, again.qualifier());
        assertEquals(names(first), names(again));
        for (String name : first.files().keySet()) {
            if (name.indexOf('/') > 0) {
                String other = name.replace(first.qualifier(), qualifier);
                assertSame(
                        P2Site.unzip(first.files().get(name)),
                        P2Site.unzip(again.files().get(other)),
                        first);
            }
        }
    }

    private static ProcessBuilder maven(String qualifier) {
        return new ProcessBuilder(
                System.getProperty("tessera.maven"),
                "-B",
                "-o",
                "-Dmaven.repo.local=" + System.getProperty("tessera.maven.repository"),
                "-DskipTests",
                "-Dspotless.check.skip",
                "-DforceContextQualifier=" + qualifier,
                "-Dknime.ap.url=" + Director.WORKBENCH_SITE.toUri(),
                "verify");
    }

    private static Set<String> names(P2Site site) {
        return site.files().keySet().stream()
                .map(name -> name.replace(site.qualifier(), "qualifier"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertSame(SortedMap<String, byte[]> first, SortedMap<String, byte[]> again, P2Site site) {
        assertEquals(first.keySet(), again.keySet(), STALE);
        first.forEach((name, bytes) -> {
            if (name.endsWith(DATED)) {
                assertEquals(withoutComments(bytes), withoutComments(again.get(name)), name);
            } else if (WITH_VERSION.contains(name)) {
                String text = new String(bytes, UTF_8)
                        .replace(site.qualifier(), "0".repeat(site.qualifier().length()));
                assertEquals(withoutZipSizes(text), withoutZipSizes(new String(again.get(name), UTF_8)), name);
            } else if (name.endsWith(".class")) {
                assertArrayEquals(withoutInnerClasses(bytes), withoutInnerClasses(again.get(name)), name + STALE);
            } else {
                assertArrayEquals(bytes, again.get(name), name);
            }
        });
    }

    /** The kilobytes of a zip, which the qualifier and the date inside may change by one: their bytes compress differently. */
    private static String withoutZipSizes(String feature) {
        return feature.replaceAll("download-size=\"\\d+\"", "download-size=\"\"");
    }

    /**
     * A class without its list of inner classes: whether Eclipse's compiler puts one there that only a generic signature
     * names depends on the order in which its threads come across it.
     */
    private static byte[] withoutInnerClasses(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitInnerClass(String name, String outer, String inner, int access) {
                // left out
            }
        };
        new ClassReader(bytes).accept(visitor, 0);
        return writer.toByteArray();
    }

    private static String withoutComments(byte[] properties) {
        return new String(properties, UTF_8).replaceAll("(?m)^#.*$", "");
    }

    private static void copySources(Path copy) throws IOException {
        Files.walkFileTree(SOURCES, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (NOT_SOURCES.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(SOURCES.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copy.resolve(SOURCES.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
