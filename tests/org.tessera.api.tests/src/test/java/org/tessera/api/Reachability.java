package org.tessera.api;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.tessera.api.ClassHierarchy.Method;

/**
 * Which classes and methods can be reached from given ones: rapid type analysis (Bacon and Sweeney 1996,
 * doi:10.1145/236337.236371). A virtual call reaches the method that it names and those that override it in classes of
 * which reached code creates objects. Beyond calls:
 *
 * <ul>
 *   <li>What overrides a method of Java or of a library is reached once an object of its class can exist.
 *   <li>What a method of the given classes overrides is reached.
 *   <li>An abstract method is reached when a method that implements it is. Then all classes have to implement it.
 *   <li>A class that is named as a constant, in code, an annotation or a string, may be created by reflection with its
 *       constructor without arguments.
 *   <li>A class is reached when a reached member or class names it anywhere, in generic signatures and annotations too,
 *       or when a class nested in it is reached.
 * </ul>
 */
final class Reachability {
    private static final String CONSTRUCTOR = Member.key("<init>", "()V");

    private final ClassHierarchy hierarchy;
    private final Set<String> classes = new HashSet<>();
    private final Set<String> instantiated = new HashSet<>();
    private final Set<MethodNode> methods = new HashSet<>();
    /** What virtual calls name: class to keys of methods. */
    private final Map<String, Set<String>> called = new HashMap<>();
    /** Class to those of which objects can exist and that are it or extend it. */
    private final Map<String, Set<String>> objects = new HashMap<>();

    private final Deque<Method> open = new ArrayDeque<>();

    Reachability(ClassHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    boolean reaches(ClassNode node) {
        return classes.contains(node.name);
    }

    boolean reaches(MethodNode method) {
        return methods.contains(method);
    }

    /** Starts from all members of classes, of which objects exist. */
    void addAll(Collection<ClassNode> roots) {
        for (ClassNode root : roots) {
            type(root.name);
            instantiate(root.name);
            for (Method method : hierarchy.methods(root)) {
                method(method);
                overridden(root, method);
            }
        }
        run();
    }

    /** Starts from a class that is created by its name. */
    void addRegistered(String name) {
        created(name);
        run();
    }

    /** Starts from a static method. */
    void addMain(ClassNode owner, MethodNode main) {
        type(owner.name);
        method(new Method(owner, main));
        run();
    }

    private void run() {
        while (!open.isEmpty()) {
            code(open.pop().node());
        }
    }

    private void type(String name) {
        Optional<ClassNode> node = hierarchy.find(name);
        if (node.isPresent() && classes.add(name)) {
            DeclarationNames.ofClass(node.get()).forEach(this::type);
            DeclarationNames.constants(node.get()).forEach(this::created);
            hierarchy.enclosing(node.get()).ifPresent(this::type);
            boolean isAnnotation = (node.get().access & Opcodes.ACC_ANNOTATION) != 0;
            hierarchy.methods(node.get()).stream()
                    .filter(m -> isAnnotation || m.node().name.equals("<clinit>"))
                    .forEach(this::method);
        }
    }

    private void method(Method method) {
        type(method.owner().name);
        if (methods.add(method.node())) {
            DeclarationNames.ofMethod(method.node()).forEach(this::type);
            if (method.node().name.equals("<init>")) {
                instantiate(method.owner().name);
            }
            implemented(method);
            if (!method.hasCode()) {
                virtual(method.owner().name, method.key());
            }
            open.push(method);
        }
    }

    private void implemented(Method method) {
        if (method.isInherited()) {
            for (String ancestor : hierarchy.ancestry(method.owner().name)) {
                hierarchy
                        .method(ancestor, method.key())
                        .filter(m -> !m.hasCode())
                        .ifPresent(this::method);
            }
        }
    }

    private void instantiate(String name) {
        if (instantiated.add(name)) {
            for (String ancestor : hierarchy.ancestry(name)) {
                objects.computeIfAbsent(ancestor, a -> new LinkedHashSet<>()).add(name);
                for (String key : Set.copyOf(called.getOrDefault(ancestor, Set.of()))) {
                    hierarchy.resolve(name, key).ifPresent(this::method);
                }
            }
            hierarchy.calledFromOutside(name).forEach(this::method);
        }
    }

    private void overridden(ClassNode root, Method method) {
        if (method.isInherited()) {
            for (String ancestor : hierarchy.ancestry(root.name)) {
                hierarchy.method(ancestor, method.key()).ifPresent(this::method);
            }
        }
    }

    private void virtual(String owner, String key) {
        if (called.computeIfAbsent(owner, o -> new LinkedHashSet<>()).add(key)) {
            hierarchy.resolve(owner, key).ifPresent(this::method);
            for (String each : Set.copyOf(objects.getOrDefault(owner, Set.of()))) {
                hierarchy.resolve(each, key).ifPresent(this::method);
            }
        }
    }

    private void created(String name) {
        type(name);
        hierarchy.method(name, CONSTRUCTOR).ifPresent(this::method);
    }

    private void code(MethodNode method) {
        DeclarationNames.constants(method).forEach(this::created);
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call) {
                call(call.getOpcode(), call.owner, Member.key(call.name, call.desc));
            } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                dynamic(dynamic);
            } else if (instruction instanceof LdcInsnNode constant && constant.cst instanceof String text) {
                created(text.replace('.', '/'));
            }
        }
    }

    private void call(int opcode, String owner, String key) {
        if (opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE) {
            virtual(owner, key);
        } else {
            hierarchy.resolve(owner, key).ifPresent(this::method);
        }
    }

    /** A lambda is an object of its interface that implements one method, and its code is called. */
    private void dynamic(InvokeDynamicInsnNode dynamic) {
        String function = Type.getReturnType(dynamic.desc).getInternalName();
        instantiate(function);
        if (dynamic.bsmArgs.length > 0 && dynamic.bsmArgs[0] instanceof Type type) {
            hierarchy
                    .resolve(function, Member.key(dynamic.name, type.getDescriptor()))
                    .ifPresent(this::method);
        }
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle) {
                boolean virtual =
                        handle.getTag() == Opcodes.H_INVOKEVIRTUAL || handle.getTag() == Opcodes.H_INVOKEINTERFACE;
                int opcode = virtual ? Opcodes.INVOKEVIRTUAL : Opcodes.INVOKESTATIC;
                call(opcode, handle.getOwner(), Member.key(handle.getName(), handle.getDesc()));
            }
        }
    }
}
