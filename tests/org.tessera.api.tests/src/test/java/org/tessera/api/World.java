package org.tessera.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Classes by name, in one KNIME release, with the JVM's way of finding members. Java's own classes are there too. */
final class World {
    private final Map<String, ApiClass> classes = new HashMap<>();
    private final Map<String, Optional<ApiClass>> java = new HashMap<>();
    private final String release;

    /**
     * A member and the class that declares it.
     *
     * @param owner the declaring class
     * @param member the member
     */
    record Found(ApiClass owner, Member member) {}

    World(String release, Collection<ApiClass> classes) {
        this.release = release;
        for (ApiClass each : classes) {
            if (each.origin().releases().contain(release)) {
                this.classes.put(each.name(), each);
            }
        }
    }

    Optional<ApiClass> find(String name) {
        ApiClass known = classes.get(name);
        return known != null ? Optional.of(known) : java.computeIfAbsent(name, World::ofJava);
    }

    /** Member resolution of the JVM specification, 5.4.3.2 to 5.4.3.4; constructors are not inherited. */
    Optional<Found> resolve(String owner, String name, String desc) {
        return resolve(owner, name, m -> m.name().equals(name) && m.desc().equals(desc));
    }

    /** The same for an element of an annotation, whose type the class file does not tell. */
    Optional<Found> resolveElement(String owner, String name) {
        return resolve(owner, name, m -> m.isMethod() && m.name().equals(name));
    }

    private Optional<Found> resolve(String owner, String name, Predicate<Member> wanted) {
        Collection<ApiClass> places =
                name.startsWith("<") ? find(owner).stream().toList() : ancestry(owner);
        Found last = null;
        for (ApiClass place : places) {
            for (Member member : place.members().values()) {
                if (wanted.test(member) && member.releases().contain(release)) {
                    if (!place.is(Opcodes.ACC_INTERFACE) || !member.is(Opcodes.ACC_ABSTRACT)) {
                        return Optional.of(new Found(place, member));
                    }
                    last = last == null ? new Found(place, member) : last;
                }
            }
        }
        return Optional.ofNullable(last);
    }

    /** The class, its superclasses, then all their interfaces. A supertype that is unknown is left out. */
    Collection<ApiClass> ancestry(String name) {
        Set<ApiClass> found = new LinkedHashSet<>(superclasses(name));
        for (ApiClass each : List.copyOf(found)) {
            addInterfaces(each, found);
        }
        return found;
    }

    /** The class and its superclasses, as far as they are known. */
    List<ApiClass> superclasses(String name) {
        List<ApiClass> chain = new ArrayList<>();
        Optional<ApiClass> next = find(name);
        while (next.isPresent()) {
            chain.add(next.get());
            next = next.get().supertypes().stream()
                    .limit(1)
                    .filter(s -> s.releases().contain(release))
                    .findFirst()
                    .flatMap(s -> find(s.name()));
        }
        return chain;
    }

    private void addInterfaces(ApiClass from, Set<ApiClass> found) {
        for (ApiClass.Supertype each : from.supertypes()) {
            Optional<ApiClass> type = each.releases().contain(release) ? find(each.name()) : Optional.empty();
            if (type.isPresent() && type.get().is(Opcodes.ACC_INTERFACE) && found.add(type.get())) {
                addInterfaces(type.get(), found);
            }
        }
    }

    private static Optional<ApiClass> ofJava(String name) {
        if (!name.startsWith("java/") && !name.startsWith("javax/") && !name.startsWith("org/w3c/")) {
            return Optional.empty();
        }
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            if (in == null) {
                return Optional.empty();
            }
            ClassNode node = new ClassNode();
            new ClassReader(in).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return Optional.of(ApiClass.of(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
