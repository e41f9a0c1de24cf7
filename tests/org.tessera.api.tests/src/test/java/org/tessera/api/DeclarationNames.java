package org.tessera.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The classes that one declaration names: that of a class without its methods, or that of a method with its code. */
final class DeclarationNames {
    private DeclarationNames() {}

    /** What a class names outside of its methods. Not its nested classes, nor what a sealed class permits. */
    static Set<String> ofClass(ClassNode node) {
        ClassNode header = new ClassNode();
        header.version = node.version;
        header.access = node.access;
        header.name = node.name;
        header.superName = node.superName;
        header.interfaces = node.interfaces;
        header.signature = node.signature;
        header.visibleAnnotations = node.visibleAnnotations;
        header.invisibleAnnotations = node.invisibleAnnotations;
        header.recordComponents = node.recordComponents;
        header.fields = node.fields;
        Set<String> names = new LinkedHashSet<>();
        header.accept(References.collector(names));
        return names;
    }

    /** What a method names: descriptor, signature, exceptions, annotations and code. */
    static Set<String> ofMethod(MethodNode method) {
        Set<String> names = new LinkedHashSet<>();
        method.accept(References.collector(names));
        return names;
    }

    /** Classes as constants in the annotations of a class and its fields. */
    static Set<String> constants(ClassNode node) {
        Set<String> names = new LinkedHashSet<>();
        annotations(node.visibleAnnotations, names);
        for (FieldNode field : node.fields) {
            annotations(field.visibleAnnotations, names);
        }
        return names;
    }

    /** Classes as constants in the code and the annotations of a method. */
    static Set<String> constants(MethodNode method) {
        Set<String> names = new LinkedHashSet<>();
        annotations(method.visibleAnnotations, names);
        value(method.annotationDefault, names);
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LdcInsnNode constant) {
                value(constant.cst, names);
            }
        }
        return names;
    }

    private static void annotations(List<AnnotationNode> annotations, Set<String> names) {
        for (AnnotationNode each : annotations == null ? List.<AnnotationNode>of() : annotations) {
            value(each, names);
        }
    }

    private static void value(Object value, Set<String> names) {
        if (value instanceof Type type && type.getSort() == Type.OBJECT) {
            names.add(type.getInternalName());
        } else if (value instanceof AnnotationNode nested) {
            List<Object> values = nested.values == null ? new ArrayList<>() : nested.values;
            values.forEach(v -> value(v, names));
        } else if (value instanceof List<?> list) {
            list.forEach(v -> value(v, names));
        }
    }
}
