package org.tessera.api;

import org.objectweb.asm.Opcodes;

/**
 * A method, constructor ({@code <init>}) or field as the JVM sees it.
 *
 * @param access the flags of {@link Opcodes}
 * @param name simple name
 * @param desc descriptor; that of a method starts with a bracket
 * @param releases the KNIME releases that have it
 */
record Member(int access, String name, String desc, Releases releases) {
    /** What tells members of one class apart. */
    String key() {
        return key(name, desc);
    }

    static String key(String name, String desc) {
        return desc.startsWith("(") ? name + desc : name + ":" + desc;
    }

    boolean isMethod() {
        return desc.startsWith("(");
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isConcrete() {
        return !is(Opcodes.ACC_ABSTRACT) && !is(Opcodes.ACC_STATIC);
    }

    Member in(Releases which) {
        return new Member(access, name, desc, which);
    }
}
