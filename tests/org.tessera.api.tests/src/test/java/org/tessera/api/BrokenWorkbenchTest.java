package org.tessera.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The check of the workbench names what KNIME does not have; each class differs from KNIME's in one way. */
class BrokenWorkbenchTest {
    private static final String NAME = "org.knime.core.node.ExecutionMonitor";
    private static final int PUBLIC = Opcodes.ACC_PUBLIC;

    private Map<String, ApiClass> knime;
    private ClassNode ours;

    @BeforeEach
    void an_own_class_that_agrees_with_KNIME() throws IOException {
        knime = Extract.read();
        ours = new ClassNode();
        ours.version = Opcodes.V17;
        ours.access = PUBLIC | Opcodes.ACC_SUPER;
        ours.name = NAME.replace('.', '/');
        ours.superName = "java/lang/Object";
        ours.interfaces = new ArrayList<>();
        method(PUBLIC, "checkCanceled", "()V");
        method(PUBLIC, "toString", "()Ljava/lang/String;");
        method(0, "packagePrivate", "()V");
        method(Opcodes.ACC_PRIVATE, "secret", "()V");
        method(PUBLIC | Opcodes.ACC_SYNTHETIC, "lambda$0", "()V");
        assertEquals(Map.of(), reports());
    }

    @Test
    void extra_public_method() {
        method(PUBLIC, "convenience", "()V");
        assertEquals(Map.of(NAME + ".convenience()V", "no such member in KNIME"), reports());
    }

    @Test
    void extra_constructor_and_field() {
        method(Opcodes.ACC_PROTECTED, "<init>", "(I)V");
        ours.fields.add(new FieldNode(PUBLIC, "count", "I", null, null));
        assertEquals(
                Map.of(
                        NAME + ".<init>(I)V", "no such member in KNIME",
                        NAME + ".count:I", "no such member in KNIME"),
                reports());
    }

    @Test
    void other_descriptor() {
        method(PUBLIC, "setProgress", "(F)V");
        assertEquals(Map.of(NAME + ".setProgress(F)V", "no such member in KNIME"), reports());
    }

    @Test
    void other_modifiers() {
        method(Opcodes.ACC_PROTECTED, "setProgress", "(D)V");
        method(PUBLIC | Opcodes.ACC_STATIC, "setMessage", "(Ljava/lang/String;)V");
        method(PUBLIC, "getProgressMonitor", "()Lorg/knime/core/node/NodeProgressMonitor;");
        assertEquals(
                Map.of(
                        NAME + ".setProgress(D)V", "protected, in KNIME public",
                        NAME + ".setMessage(Ljava/lang/String;)V", "public static, in KNIME public",
                        NAME + ".getProgressMonitor()Lorg/knime/core/node/NodeProgressMonitor;",
                                "public, in KNIME public final"),
                reports());
    }

    @Test
    void extra_public_class() {
        ours.name = "org/knime/core/node/Handy";
        assertEquals(Map.of("org.knime.core.node.Handy", "no such class in KNIME"), reports());
    }

    @Test
    void other_modifiers_superclass_and_interfaces_of_the_class() {
        ours.access |= Opcodes.ACC_FINAL;
        ours.superName = "java/lang/Thread";
        ours.interfaces.add("java/io/Closeable");
        assertEquals(
                Map.of(
                        NAME,
                        "public final, in KNIME public",
                        NAME + " extends",
                        "java.lang.Thread, in KNIME java.lang.Object",
                        NAME + " implements",
                        "[java.io.Closeable], in KNIME []"),
                reports());
    }

    @Test
    void exception_that_is_needed_and_one_that_is_not() {
        method(PUBLIC, "convenience", "()V");
        Map<String, String> exceptions = WorkbenchExceptions.NOT_IN_KNIME.parse(
                "# comment\n" + NAME + ".convenience()V # why\norg.knime.Gone # why\n");
        assertEquals(
                Map.of(
                        "org.knime.Gone",
                        "this exception is not needed any more: remove it from workbench-exceptions.txt"),
                WorkbenchExceptions.NOT_IN_KNIME.remaining(reports(), exceptions));
    }

    @Test
    void exception_without_a_reason() {
        assertThrows(IllegalArgumentException.class, () -> WorkbenchExceptions.NOT_IN_KNIME.parse("org.knime.Gone\n"));
    }

    private void method(int access, String name, String desc) {
        ours.methods.add(new MethodNode(access, name, desc, null, null));
    }

    private Map<String, String> reports() {
        return WorkbenchCheck.reports(knime.values(), List.of(ours));
    }
}
