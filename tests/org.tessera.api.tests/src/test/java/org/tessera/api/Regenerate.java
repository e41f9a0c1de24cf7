package org.tessera.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.tessera.api.ApiClass.Origin;
import org.tessera.api.ApiClass.Supertype;

/**
 * Writes the table in docs/compatibility.md, and before that the extract of KNIME's facts if {@code -Dknime.api} names the
 * full list of {@link Releases#BASE}. {@code -Dknime.5.8.0} and {@code -Dknime.5.11.0} then name folders or jars with the
 * classes of org.knime.core, org.knime.core.ui and org.knime.core.util of these releases; all are needed, so that no mark is
 * lost.
 */
public final class Regenerate {
    private Regenerate() {}

    /** Writes; see the class. */
    public static void main(String[] arguments) throws IOException {
        List<ClassNode> product = ClassFiles.product();
        Optional<Path> list = property("knime.api");
        if (list.isPresent()) {
            Map<String, ApiClass> full = KnimeFacts.read(list.get());
            List<ClassNode> all = new ArrayList<>(product);
            all.addAll(ClassFiles.workbench());
            List<ApiClass> extract = Extract.of(full, names(all));
            for (String release : Releases.OTHERS) {
                Path other = property("knime." + release)
                        .orElseThrow(() -> new IllegalArgumentException("-Dknime." + release + " is missing"));
                List<ApiClass> classes =
                        ClassFiles.read(other).stream().map(ApiClass::of).toList();
                extract = compare(extract, new World(release, classes), release);
            }
            Extract.write(extract, ClassFiles.ROOT.resolve(Extract.FILE));
            CompatibilityTable.update(product, index(extract));
        } else {
            CompatibilityTable.update(product, Extract.read());
        }
    }

    private static Optional<Path> property(String name) {
        Optional<Path> path = Optional.ofNullable(System.getProperty(name)).map(Path::of);
        path.filter(Files::notExists).ifPresent(p -> {
            throw new IllegalArgumentException("-D" + name + "=" + p + " does not exist");
        });
        return path;
    }

    private static Set<String> names(Collection<ClassNode> nodes) {
        Set<String> names = new TreeSet<>();
        nodes.forEach(n -> names.addAll(References.classNames(n)));
        return names;
    }

    private static Map<String, ApiClass> index(List<ApiClass> classes) {
        Map<String, ApiClass> index = new LinkedHashMap<>();
        classes.forEach(c -> index.put(c.name(), c));
        return index;
    }

    /** The same classes, marked where the other release lacks a class, a supertype or a member. */
    private static List<ApiClass> compare(List<ApiClass> extract, World other, String release) {
        List<ApiClass> marked = new ArrayList<>();
        for (ApiClass type : extract) {
            Origin origin = type.origin();
            Optional<ApiClass> there = other.find(type.name());
            Releases releases =
                    there.isPresent() ? origin.releases() : origin.releases().without(release);
            List<Supertype> supertypes = type.supertypes().stream()
                    .map(s -> there.filter(t -> extend(t, s)).isPresent()
                            ? s
                            : new Supertype(s.name(), s.releases().without(release)))
                    .toList();
            Map<String, Member> members = new LinkedHashMap<>();
            type.members().forEach((key, m) -> members.put(key, compare(type, m, other, release)));
            Origin now = new Origin(origin.bundle(), origin.internal(), releases);
            marked.add(new ApiClass(type.name(), type.access(), now, supertypes, members));
        }
        return marked;
    }

    private static boolean extend(ApiClass there, Supertype supertype) {
        return there.supertypes().stream().anyMatch(s -> s.name().equals(supertype.name()));
    }

    private static Member compare(ApiClass type, Member member, World other, String release) {
        int visible = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_STATIC;
        boolean same = other.resolve(type.name(), member.name(), member.desc())
                .filter(f -> (f.member().access() & visible) == (member.access() & visible))
                .isPresent();
        return same ? member : member.in(member.releases().without(release));
    }
}
