package org.tessera.api;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/** What of the workbench is reached by nothing: neither by the product, nor by its tests, nor by the runner. */
final class ReachabilityCheck {
    private static final Set<String> OF_OBJECT =
            Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;");

    private final Reachability reachability;
    private final Map<String, String> reports = new TreeMap<>();

    private ReachabilityCheck(Reachability reachability) {
        this.reachability = reachability;
    }

    /**
     * What nothing reaches: class, or class with method, to a text that says so. Of a class that is not reached the methods
     * are left out, as is what a compiler writes by itself.
     *
     * @param roots the classes of the product and its tests, all of which count
     * @param registered the names of classes that the workbench's bundles register, with slashes
     * @param workbench the classes to look at; their {@code main} methods are reached
     */
    static Map<String, String> reports(
            Collection<ClassNode> roots, Collection<String> registered, Collection<ClassNode> workbench) {
        Set<ClassNode> all = new LinkedHashSet<>(roots);
        all.addAll(workbench);
        Reachability reachability = new Reachability(new ClassHierarchy(all));
        reachability.addAll(roots);
        registered.forEach(reachability::addRegistered);
        for (ClassNode node : workbench) {
            node.methods.stream()
                    .filter(m -> m.name.equals("main") && m.desc.equals("([Ljava/lang/String;)V"))
                    .forEach(m -> reachability.addMain(node, m));
        }
        ReachabilityCheck check = new ReachabilityCheck(reachability);
        workbench.stream().filter(n -> !isPackage(n)).forEach(check::type);
        return check.reports;
    }

    private static boolean isPackage(ClassNode node) {
        return node.name.endsWith("/package-info");
    }

    private void type(ClassNode node) {
        if (!reachability.reaches(node)) {
            if ((node.access & Opcodes.ACC_SYNTHETIC) == 0 && !holdsConstants(node)) {
                reports.put(ApiClass.sourceName(node.name), "nothing reaches this class");
            }
            return;
        }
        for (MethodNode method : node.methods) {
            if (!reachability.reaches(method) && isWritten(node, method)) {
                String name = ApiClass.sourceName(node.name) + "." + Member.key(method.name, method.desc);
                reports.put(name, "nothing reaches this method");
            }
        }
    }

    /** Whether others use it in a way that class files do not show: the compiler copies constants to where they are read. */
    private static boolean holdsConstants(ClassNode node) {
        return node.fields.stream().anyMatch(f -> f.value != null && (f.access & Opcodes.ACC_PRIVATE) == 0)
                && node.methods.stream().allMatch(ReachabilityCheck::isPlainConstructor);
    }

    /** Whether somebody wrote it and may delete it. Elements of annotations, which are read by reflection, do not count. */
    private static boolean isWritten(ClassNode owner, MethodNode method) {
        return (method.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) == 0
                && (owner.access & Opcodes.ACC_ANNOTATION) == 0
                && !isPlainConstructor(method)
                && !isOfEnum(owner, method)
                && !isOfRecord(owner, method);
    }

    /** One without arguments that does nothing: the default one, or a private one in a class without objects. */
    private static boolean isPlainConstructor(MethodNode method) {
        long instructions = StreamSupport.stream(method.instructions.spliterator(), false)
                .map(AbstractInsnNode::getOpcode)
                .filter(opcode -> opcode >= 0)
                .count();
        return method.name.equals("<init>") && method.desc.equals("()V") && instructions <= 3;
    }

    private static boolean isOfEnum(ClassNode owner, MethodNode method) {
        boolean isEnum = (owner.access & Opcodes.ACC_ENUM) != 0;
        return isEnum
                && (method.name.equals("values") && method.desc.startsWith("()")
                        || method.name.equals("valueOf") && method.desc.startsWith("(Ljava/lang/String;)"));
    }

    /** What every record has: the constructor, the accessors and three methods of Object. */
    private static boolean isOfRecord(ClassNode owner, MethodNode method) {
        if (owner.recordComponents == null) {
            return false;
        }
        StringBuilder components = new StringBuilder("(");
        for (RecordComponentNode component : owner.recordComponents) {
            components.append(component.descriptor);
            if (method.name.equals(component.name) && method.desc.equals("()" + component.descriptor)) {
                return true;
            }
        }
        return method.name.equals("<init>") && method.desc.equals(components + ")V")
                || OF_OBJECT.contains(Member.key(method.name, method.desc));
    }
}
