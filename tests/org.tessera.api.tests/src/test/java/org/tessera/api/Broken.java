package org.tessera.api;

import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A class made by a test; its code need not run, only refer. */
final class Broken {
    static final String NAME = "org/tessera/Broken";
    private static final Handle METAFACTORY = new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/LambdaMetafactory",
            "metafactory",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;",
            false);

    private final ClassNode node = new ClassNode();
    private final MethodNode code = new MethodNode(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "code", "()V", null, null);

    private Broken(String superName, String... interfaces) {
        node.version = Opcodes.V17;
        node.access = Opcodes.ACC_PUBLIC;
        node.name = NAME;
        node.superName = superName;
        node.interfaces = List.of(interfaces);
        node.methods.add(code);
    }

    static Broken type() {
        return new Broken("java/lang/Object");
    }

    static Broken extending(String superName) {
        return new Broken(superName);
    }

    static Broken implementing(String... interfaces) {
        return new Broken("java/lang/Object", interfaces);
    }

    Broken method(String name, String desc) {
        node.methods.add(new MethodNode(Opcodes.ACC_PUBLIC, name, desc, null, null));
        return this;
    }

    Broken bridgeThatThrows(String exception) {
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;
        node.methods.add(new MethodNode(access, "bridge", "()V", null, new String[] {exception}));
        return this;
    }

    Broken call(int opcode, String owner, String name, String desc) {
        code.instructions.add(new MethodInsnNode(opcode, owner, name, desc, opcode == Opcodes.INVOKEINTERFACE));
        return this;
    }

    Broken field(int opcode, String owner, String name, String desc) {
        code.instructions.add(new FieldInsnNode(opcode, owner, name, desc));
        return this;
    }

    /** A lambda for an interface: its code is {@code Broken.code}. */
    Broken lambda(String function, String name, String desc) {
        return lambda(function, name, desc, new Handle(Opcodes.H_INVOKESTATIC, NAME, "code", "()V", false));
    }

    /** A method reference for an interface. */
    Broken lambda(String function, String name, String desc, Handle code) {
        Type type = Type.getMethodType(desc);
        this.code.instructions.add(
                new InvokeDynamicInsnNode(name, "()L" + function + ";", METAFACTORY, type, code, type));
        return this;
    }

    Broken annotation(String type, String element, Object value) {
        node.visitAnnotation("L" + type + ";", true).visit(element, value);
        return this;
    }

    Broken annotationWithConstant(String type, String element, String constantOf, String constant) {
        node.visitAnnotation("L" + type + ";", true).visitEnum(element, "L" + constantOf + ";", constant);
        return this;
    }

    Broken signature(String signature) {
        node.signature = signature;
        return this;
    }

    ClassNode node() {
        code.instructions.add(new InsnNode(Opcodes.RETURN));
        return node;
    }
}
