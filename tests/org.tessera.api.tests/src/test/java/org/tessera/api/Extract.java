package org.tessera.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tessera.api.ApiClass.Origin;
import org.tessera.api.ApiClass.Supertype;

/**
 * The facts about KNIME's API that are committed with the tests: the classes that our bundles name and what these extend.
 * A gzipped text, tab separated: {@code C flags name bundle internal|api lacking}, below it {@code S name lacking} per
 * supertype (superclass first) and {@code M flags name descriptor lacking} per member. Lacking: the releases, of those that
 * were looked at, that do not have it, or {@code -}.
 */
final class Extract {
    private static final String RESOURCE = "knime-" + Releases.BASE + "-extract.txt.gz";

    /** Where {@link Regenerate} writes it, seen from the root of the build. */
    static final String FILE = "tests/org.tessera.api.tests/src/test/resources/org/tessera/api/" + RESOURCE;

    private Extract() {}

    /** The committed facts by internal name. */
    static Map<String, ApiClass> read() throws IOException {
        try (InputStream in = Extract.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(FILE + " is missing");
            }
            return read(in);
        }
    }

    static Map<String, ApiClass> read(InputStream zipped) throws IOException {
        Map<String, ApiClass> classes = new LinkedHashMap<>();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(zipped), StandardCharsets.UTF_8));
        ApiClass current = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] f = line.split("\t");
            if (f[0].equals("C")) {
                Origin origin = new Origin(f[3], f[4].equals("internal"), Releases.parse(f[5]));
                current = new ApiClass(f[2], flags(f[1]), origin, new ArrayList<>(), new LinkedHashMap<>());
                classes.put(current.name(), current);
            } else if (f[0].equals("S")) {
                current.supertypes().add(new Supertype(f[1], Releases.parse(f[2])));
            } else {
                Member member = new Member(flags(f[1]), f[2], f[3], Releases.parse(f[4]));
                current.members().put(member.key(), member);
            }
        }
        return classes;
    }

    static void write(Collection<ApiClass> classes, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (PrintWriter out =
                new PrintWriter(new GZIPOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8)) {
            for (ApiClass type : classes) {
                Origin origin = type.origin();
                String internal = origin.internal() ? "internal" : "api";
                String releases = origin.releases().text();
                line(out, "C", flags(type.access()), type.name(), origin.bundle(), internal, releases);
                type.supertypes()
                        .forEach(s -> line(out, "S", s.name(), s.releases().text()));
                type.members()
                        .values()
                        .forEach(m -> line(
                                out,
                                "M",
                                flags(m.access()),
                                m.name(),
                                m.desc(),
                                m.releases().text()));
            }
        }
    }

    private static void line(PrintWriter out, String... fields) {
        out.print(String.join("\t", Arrays.asList(fields)) + "\n");
    }

    private static int flags(String hex) {
        return Integer.parseInt(hex, 16);
    }

    private static String flags(int access) {
        return Integer.toHexString(access);
    }

    /** The classes of a full list that are wanted, with everything of KNIME that they extend, in the list's order. */
    static List<ApiClass> of(Map<String, ApiClass> all, Collection<String> wanted) {
        Collection<String> names = new HashSet<>();
        List<String> open = new ArrayList<>(wanted);
        while (!open.isEmpty()) {
            ApiClass type = all.get(open.remove(open.size() - 1));
            if (type != null && names.add(type.name())) {
                type.supertypes().forEach(s -> open.add(s.name()));
            }
        }
        return all.values().stream().filter(c -> names.contains(c.name())).toList();
    }
}
