package org.tessera.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.tessera.api.ApiClass.Origin;
import org.tessera.api.ApiClass.Supertype;

/** Full lists are read, and extracts written and read, without loss. */
class ExtractTest {
    private static final String LIST = """
            #internal public abstract class org.knime.a.B<K, V extends java.util.List<K>> extends org.knime.a.A<V> \
            implements java.lang.Comparable<K>,org.knime.a.I\t[org.knime.core]
            \tprotected org.knime.a.B(int, java.util.Map<K, V>)\t(ILjava/util/Map;)V
            \tpublic static final <T extends java.util.List<K>> java.util.Map<K, T> of(T) throws java.io.IOException\
            \t(Ljava/util/List;)Ljava/util/Map;
            \tpublic static final java.lang.String NAME\tLjava/lang/String;
            public interface org.knime.a.I extends org.knime.a.J\t[org.knime.core.ui]
            \tpublic default void run()\t()V
            \tpublic abstract void stop()\t()V
            public interface org.knime.a.J\t[org.knime.core.ui]
            public interface org.knime.a.Unused\t[org.knime.core.ui]
            """;

    @TempDir
    private Path folder;

    @Test
    void full_list_is_read() throws IOException {
        Map<String, ApiClass> classes = full();
        ApiClass b = classes.get("org/knime/a/B");
        assertEquals(new Origin("org.knime.core", true, Releases.ALL), b.origin());
        assertEquals(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, b.access());
        assertEquals(List.of("org/knime/a/A", "java/lang/Comparable", "org/knime/a/I"), supertypes(b));
        int constant = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        assertEquals(
                List.of(
                        new Member(Opcodes.ACC_PROTECTED, "<init>", "(ILjava/util/Map;)V", Releases.ALL),
                        new Member(constant, "of", "(Ljava/util/List;)Ljava/util/Map;", Releases.ALL),
                        new Member(constant, "NAME", "Ljava/lang/String;", Releases.ALL)),
                List.copyOf(b.members().values()));
        ApiClass i = classes.get("org/knime/a/I");
        assertEquals(Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, i.access());
        assertEquals(List.of("java/lang/Object", "org/knime/a/J"), supertypes(i));
        assertEquals(Opcodes.ACC_PUBLIC, i.members().get("run()V").access());
    }

    @Test
    void extract_holds_what_is_wanted_and_its_supertypes() throws IOException {
        List<ApiClass> extract = Extract.of(full(), Set.of("org/knime/a/B", "org/knime/a/Absent"));
        assertEquals(
                List.of("org/knime/a/B", "org/knime/a/I", "org/knime/a/J"),
                extract.stream().map(ApiClass::name).toList());
    }

    @Test
    void extract_is_read_as_written() throws IOException {
        ApiClass type = full().get("org/knime/a/I");
        Releases lacking = Releases.ALL.without(Releases.OLDEST).without(Releases.NEWEST);
        type.members().replaceAll((key, m) -> m.in(lacking));
        Path file = folder.resolve("extract.gz");
        Extract.write(List.of(type), file);
        try (InputStream in = Files.newInputStream(file)) {
            assertEquals(Map.of("org/knime/a/I", type), Extract.read(in));
        }
    }

    private Map<String, ApiClass> full() throws IOException {
        return KnimeFacts.read(Files.writeString(folder.resolve("list.txt"), LIST));
    }

    private static List<String> supertypes(ApiClass type) {
        return type.supertypes().stream().map(Supertype::name).toList();
    }
}
