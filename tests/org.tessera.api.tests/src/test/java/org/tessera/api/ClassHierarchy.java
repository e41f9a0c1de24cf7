package org.tessera.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Class files by name, with their methods as the JVM finds them. Java's own classes are known as ancestors only. */
final class ClassHierarchy {
    private static final int NOT_INHERITED = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;

    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final Map<String, Map<String, MethodNode>> methods = new HashMap<>();
    private final Map<String, Optional<ClassNode>> outside = new HashMap<>();

    /**
     * A method and the class that declares it.
     *
     * @param owner the declaring class
     * @param node the method
     */
    record Method(ClassNode owner, MethodNode node) {
        boolean hasCode() {
            return (node.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        }

        boolean isInherited() {
            return (node.access & NOT_INHERITED) == 0 && !node.name.startsWith("<");
        }

        String key() {
            return Member.key(node.name, node.desc);
        }
    }

    ClassHierarchy(Collection<ClassNode> nodes) {
        for (ClassNode node : nodes) {
            classes.put(node.name, node);
            Map<String, MethodNode> byKey = new LinkedHashMap<>();
            node.methods.forEach(m -> byKey.put(Member.key(m.name, m.desc), m));
            methods.put(node.name, byKey);
        }
    }

    Optional<ClassNode> find(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** The class around a nested, local or anonymous one. */
    Optional<String> enclosing(ClassNode nested) {
        return nested.innerClasses.stream()
                .filter(i -> i.name.equals(nested.name))
                .findFirst()
                .map(i -> i.outerName == null ? nested.outerClass : i.outerName);
    }

    List<Method> methods(ClassNode owner) {
        return owner.methods.stream().map(m -> new Method(owner, m)).toList();
    }

    Optional<Method> method(String owner, String key) {
        MethodNode node = methods.getOrDefault(owner, Map.of()).get(key);
        return node == null ? Optional.empty() : Optional.of(new Method(classes.get(owner), node));
    }

    /** Method resolution of the JVM specification, 5.4.3.3 and 5.4.3.4; a method with code is preferred. */
    Optional<Method> resolve(String owner, String key) {
        Method last = null;
        for (String place : ancestry(owner)) {
            Optional<Method> found = method(place, key);
            if (found.isPresent()) {
                boolean ofInterface = (found.get().owner().access & Opcodes.ACC_INTERFACE) != 0;
                if (!ofInterface || found.get().hasCode()) {
                    return found;
                }
                last = last == null ? found.get() : last;
            }
        }
        return Optional.ofNullable(last);
    }

    /** The class, its superclasses, then all their interfaces, those of Java included. */
    Set<String> ancestry(String name) {
        Set<String> found = new LinkedHashSet<>();
        for (String each = name;
                each != null;
                each = node(each).map(n -> n.superName).orElse(null)) {
            found.add(each);
        }
        for (String each : List.copyOf(found)) {
            addInterfaces(each, found);
        }
        return found;
    }

    private void addInterfaces(String from, Set<String> found) {
        for (String each : node(from).map(n -> n.interfaces).orElse(List.of())) {
            if (found.add(each)) {
                addInterfaces(each, found);
            }
        }
    }

    /**
     * The methods of a class and its ancestors that Java or a library may call: they override a method of an ancestor
     * whose class file is not among the given ones, or such an ancestor cannot be read.
     */
    List<Method> calledFromOutside(String name) {
        List<String> ancestry = List.copyOf(ancestry(name));
        Set<String> keys = new LinkedHashSet<>();
        boolean unknown = false;
        for (String ancestor :
                ancestry.stream().filter(a -> !classes.containsKey(a)).toList()) {
            Optional<ClassNode> node = node(ancestor);
            unknown |= node.isEmpty();
            node.ifPresent(n -> methods(n).stream().filter(Method::isInherited).forEach(m -> keys.add(m.key())));
        }
        List<Method> called = new ArrayList<>();
        for (String ancestor : ancestry) {
            for (Method method : find(ancestor).map(this::methods).orElse(List.of())) {
                if (method.isInherited() && (unknown || keys.contains(method.key()))) {
                    called.add(method);
                }
            }
        }
        return called;
    }

    private Optional<ClassNode> node(String name) {
        ClassNode known = classes.get(name);
        return known != null ? Optional.of(known) : outside.computeIfAbsent(name, ClassHierarchy::readOutside);
    }

    private static Optional<ClassNode> readOutside(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            if (in == null) {
                return Optional.empty();
            }
            ClassNode node = new ClassNode();
            new ClassReader(in).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return Optional.of(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
