package org.tessera.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** The check of what is reached names a made-up class or method that nothing reaches, and no other one. */
class BrokenReachabilityTest {
    private static final int PUBLIC = Opcodes.ACC_PUBLIC;
    private static final int ABSTRACT = PUBLIC | Opcodes.ACC_ABSTRACT;
    private static final String CELL = "org/knime/Cell";
    private static final String VALUE = "org/knime/Value";
    private static final String THE_CELL = "org.knime.Cell.";
    private static final String THE_VALUE = "org.knime.Value.";

    private final ClassNode product = type(PUBLIC, "org/tessera/Product", "java/lang/Object");
    private final MethodNode code = method(product, PUBLIC | Opcodes.ACC_STATIC, "run");
    private final ClassNode value = type(ABSTRACT | Opcodes.ACC_INTERFACE, VALUE, "java/lang/Object");
    private final ClassNode cell = type(PUBLIC, CELL, "java/lang/Object");
    private final List<ClassNode> workbench = new ArrayList<>(List.of(value, cell));

    @BeforeEach
    void a_product_that_makes_a_cell_and_reads_its_value() {
        cell.interfaces.add(VALUE);
        method(value, ABSTRACT, "get");
        method(cell, PUBLIC, "get");
        code.instructions.add(new TypeInsnNode(Opcodes.NEW, CELL));
        call(code, Opcodes.INVOKESPECIAL, CELL, "<init>");
        call(code, Opcodes.INVOKEINTERFACE, VALUE, "get");
        assertEquals(Set.of(), reports());
    }

    @Test
    void class_that_nothing_names() {
        add(type(PUBLIC, "org/knime/Forgotten", "java/lang/Object"));
        assertEquals(Set.of("org.knime.Forgotten"), reports());
    }

    @Test
    void methods_that_nothing_calls_and_what_only_they_call() {
        MethodNode forgotten = method(cell, PUBLIC, "forgotten");
        method(cell, Opcodes.ACC_PRIVATE, "helper");
        call(forgotten, Opcodes.INVOKESPECIAL, CELL, "helper");
        method(value, ABSTRACT, "forgotten");
        assertEquals(Set.of(THE_CELL + "forgotten()V", THE_CELL + "helper()V", THE_VALUE + "forgotten()V"), reports());
    }

    @Test
    void method_that_its_own_class_calls_in_a_circle() {
        MethodNode one = method(cell, PUBLIC, "one");
        MethodNode two = method(cell, PUBLIC, "two");
        call(one, Opcodes.INVOKEVIRTUAL, CELL, "two");
        call(two, Opcodes.INVOKEVIRTUAL, CELL, "one");
        assertEquals(Set.of(THE_CELL + "one()V", THE_CELL + "two()V"), reports());
    }

    @Test
    void method_of_a_class_without_objects_although_its_interface_is_called() {
        ClassNode other = add(type(PUBLIC, "org/knime/Other", "java/lang/Object"));
        other.interfaces.add(VALUE);
        method(other, PUBLIC, "get");
        code.instructions.add(new TypeInsnNode(Opcodes.CHECKCAST, other.name));
        assertEquals(Set.of("org.knime.Other.get()V"), reports());
        code.instructions.add(new LdcInsnNode(Type.getObjectType(other.name)));
        assertEquals(Set.of(), reports());
    }

    @Test
    void method_that_overrides_one_of_Java_or_of_an_unknown_library() {
        method(cell, PUBLIC, "toString").desc = "()Ljava/lang/String;";
        cell.interfaces.add("java/io/Closeable");
        method(cell, PUBLIC, "close");
        method(cell, PUBLIC, "open");
        assertEquals(Set.of(THE_CELL + "open()V"), reports());
        cell.interfaces.add("org/example/Unknown");
        assertEquals(Set.of(), reports());
    }

    @Test
    void lambda_and_default_method() {
        ClassNode function = add(type(ABSTRACT | Opcodes.ACC_INTERFACE, "org/knime/Function", "java/lang/Object"));
        method(function, ABSTRACT, "apply");
        method(function, PUBLIC, "twice");
        method(cell, PUBLIC | Opcodes.ACC_STATIC, "body");
        assertEquals(Set.of("org.knime.Function", "org.knime.Cell.body()V"), reports());
        ClassNode lambda = Broken.type()
                .lambda(function.name, "apply", "()V", new Handle(Opcodes.H_INVOKESTATIC, CELL, "body", "()V", false))
                .node();
        code.instructions.add(lambda.methods.get(0).instructions.getFirst());
        assertEquals(Set.of("org.knime.Function.twice()V"), reports());
        call(code, Opcodes.INVOKEINTERFACE, function.name, "twice");
        assertEquals(Set.of(), reports());
    }

    @Test
    void method_that_the_product_overrides_and_one_that_every_class_has_to_implement() {
        method(value, ABSTRACT, "size");
        method(cell, PUBLIC, "size");
        assertEquals(Set.of(THE_VALUE + "size()V", THE_CELL + "size()V"), reports());
        product.interfaces.add(VALUE);
        method(product, PUBLIC, "size");
        assertEquals(Set.of(), reports());
    }

    @Test
    void class_that_is_registered_or_named_by_a_string_or_an_annotation() {
        ClassNode registered = add(type(PUBLIC, "org/knime/Registered", "java/lang/Object"));
        ClassNode named = add(type(PUBLIC, "org/knime/Named", "java/lang/Object"));
        ClassNode annotated = add(type(PUBLIC, "org/knime/Annotated", "java/lang/Object"));
        assertEquals(3, reports().size());
        code.instructions.add(new LdcInsnNode("org.knime.Named"));
        AnnotationNode annotation = new AnnotationNode("Lorg/example/Uses;");
        annotation.values = List.of("value", Type.getObjectType(annotated.name));
        product.visibleAnnotations = List.of(annotation);
        Map<String, String> reports =
                ReachabilityCheck.reports(List.of(product), List.of(registered.name), List.of(registered, named));
        assertEquals(Map.of(), reports);
        assertEquals(Set.of("org.knime.Registered"), reports());
    }

    @Test
    void what_a_compiler_writes_is_not_reported() {
        ClassNode holder = add(type(PUBLIC, "org/knime/Constants", "java/lang/Object"));
        holder.fields.add(new FieldNode(PUBLIC | Opcodes.ACC_STATIC, "LIMIT", "I", null, 5));
        method(cell, PUBLIC | Opcodes.ACC_SYNTHETIC, "lambda$0");
        method(cell, PUBLIC | Opcodes.ACC_BRIDGE, "bridge");
        assertEquals(Set.of(), reports());
    }

    private ClassNode add(ClassNode node) {
        workbench.add(node);
        return node;
    }

    private static ClassNode type(int access, String name, String superName) {
        ClassNode node = new ClassNode();
        node.version = Opcodes.V17;
        node.access = access;
        node.name = name;
        node.superName = superName;
        node.interfaces = new ArrayList<>();
        if ((access & Opcodes.ACC_INTERFACE) == 0) {
            MethodNode constructor = method(node, PUBLIC, "<init>");
            call(constructor, Opcodes.INVOKESPECIAL, superName, "<init>");
        }
        return node;
    }

    private static MethodNode method(ClassNode owner, int access, String name) {
        MethodNode method = new MethodNode(access, name, "()V", null, null);
        if ((access & Opcodes.ACC_ABSTRACT) == 0) {
            method.instructions.add(new InsnNode(Opcodes.RETURN));
        }
        owner.methods.add(method);
        return method;
    }

    private static void call(MethodNode from, int opcode, String owner, String name) {
        from.instructions.insert(new MethodInsnNode(opcode, owner, name, "()V", opcode == Opcodes.INVOKEINTERFACE));
    }

    private Set<String> reports() {
        return new TreeSet<>(ReachabilityCheck.reports(List.of(product), List.of(), workbench)
                .keySet());
    }
}
