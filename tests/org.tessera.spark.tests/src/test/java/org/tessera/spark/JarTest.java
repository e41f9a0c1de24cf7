package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The jar holds the engine and what it needs, and knows nothing but them, Java and Spark's Java API. */
class JarTest {

    private static final Set<String> INSIDE = Set.of("org/tessera/engine", "org/tessera/spark", "org/ejml");
    private static final Set<String> OF_SPARK =
            Set.of("org/apache/spark", "org/apache/hadoop", "scala/", "java/", "javax/");
    private static final Pattern NAME = Pattern.compile("\\bL?((?:org|com|scala|java|javax|weka)/[\\w/$]+);?");

    private static boolean startsWithAny(String name, Set<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }

    /** The names of classes among the constants of a class file. */
    private static Set<String> constants(InputStream file) throws IOException {
        Set<String> texts = new TreeSet<>();
        DataInputStream in = new DataInputStream(file);
        in.skipBytes(8);
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.add(in.readUTF());
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                default -> in.skipBytes(4);
            }
        }
        return texts;
    }

    @Test
    void everything_inside_is_named_and_nothing_else_is_needed() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("tessera.jar"))) {
            assertEquals("org.tessera.spark.Main", jar.getManifest().getMainAttributes().getValue("Main-Class"));
            for (String notice : List.of("LICENSE", "THIRD-PARTY.md")) {
                assertTrue(jar.getEntry(notice) != null, notice);
            }
            Set<String> strange = new TreeSet<>();
            for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                assertTrue(startsWithAny(entry.getName(), INSIDE), entry.getName());
                if (entry.getName().startsWith("org/tessera/") && !entry.getName().contains("/gson/")) {
                    boolean spark = entry.getName().startsWith("org/tessera/spark");
                    for (String text : constants(jar.getInputStream(entry))) {
                        Matcher name = NAME.matcher(text);
                        while (name.find()) {
                            boolean known = startsWithAny(name.group(1), INSIDE)
                                    || (spark ? startsWithAny(name.group(1), OF_SPARK) : name.group(1).startsWith("java/"));
                            if (!known) {
                                strange.add(entry.getName() + " -> " + name.group(1));
                            }
                        }
                    }
                }
            }
            assertEquals(Set.of(), strange);
        }
    }
}
