package org.tessera.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class with what links to it: from KNIME's facts, or from a class file.
 *
 * @param name internal name, with slashes
 * @param access the flags of {@link Opcodes}
 * @param origin where it is from
 * @param supertypes superclass first ({@code java/lang/Object} for interfaces), then interfaces; empty for Object itself
 * @param members by {@link Member#key()}
 */
record ApiClass(String name, int access, Origin origin, List<Supertype> supertypes, Map<String, Member> members) {
    /**
     * Where a class is from.
     *
     * @param bundle symbolic name, or empty when it does not matter
     * @param internal whether the bundle exports its package as internal
     * @param releases the KNIME releases that have it
     */
    record Origin(String bundle, boolean internal, Releases releases) {
        /** Of a class of our own or of Java. */
        static final Origin ELSEWHERE = new Origin("", false, Releases.ALL);
    }

    /**
     * A class that another one extends or implements.
     *
     * @param name internal name
     * @param releases the KNIME releases in which it does
     */
    record Supertype(String name, Releases releases) {}

    static ApiClass of(ClassNode node) {
        List<Supertype> supertypes = new ArrayList<>();
        if (node.superName != null) {
            supertypes.add(new Supertype(node.superName, Releases.ALL));
        }
        node.interfaces.forEach(i -> supertypes.add(new Supertype(i, Releases.ALL)));
        Map<String, Member> members = new LinkedHashMap<>();
        for (MethodNode method : node.methods) {
            Member member = new Member(method.access, method.name, method.desc, Releases.ALL);
            members.put(member.key(), member);
        }
        for (FieldNode field : node.fields) {
            Member member = new Member(field.access, field.name, field.desc, Releases.ALL);
            members.put(member.key(), member);
        }
        return new ApiClass(node.name, node.access, Origin.ELSEWHERE, supertypes, members);
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isKnime() {
        return isKnime(name);
    }

    static boolean isKnime(String name) {
        return name.startsWith("org/knime/");
    }

    /** The name as in a source, but for the {@code $} of nested classes. */
    String sourceName() {
        return sourceName(name);
    }

    static String sourceName(String name) {
        return name.replace('/', '.');
    }
}
