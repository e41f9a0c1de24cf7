package org.tessera.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;
import org.tessera.api.Reference.Kind;

/** Everything that one class file refers to: instructions, handles, constants, signatures and annotations. */
final class References {
    private final String from;
    private final Set<Reference> found = new LinkedHashSet<>();

    private References(String from) {
        this.from = from;
    }

    static Set<Reference> of(ClassNode node) {
        References references = new References(node.name);
        classNames(node).forEach(references::type);
        references.annotations(node.visibleAnnotations, node.invisibleAnnotations);
        references.annotations(node.visibleTypeAnnotations, node.invisibleTypeAnnotations);
        for (FieldNode field : node.fields) {
            references.annotations(field.visibleAnnotations, field.invisibleAnnotations);
            references.annotations(field.visibleTypeAnnotations, field.invisibleTypeAnnotations);
        }
        if (node.recordComponents != null) {
            for (RecordComponentNode component : node.recordComponents) {
                references.annotations(component.visibleAnnotations, component.invisibleAnnotations);
            }
        }
        node.methods.forEach(references::method);
        return references.found;
    }

    /**
     * All classes that a class names anywhere, generic signatures and nested classes included. Not what a bridge method
     * throws: the compiler copies it from the method above, no source says it, and the JVM does not link it.
     */
    static Set<String> classNames(ClassNode node) {
        Set<String> names = new LinkedHashSet<>();
        node.accept(collector(names));
        return names;
    }

    /** A visitor that adds the names of all classes that it meets, as {@link #classNames} has them. */
    static ClassVisitor collector(Set<String> names) {
        Remapper collector = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                names.add(name);
                return name;
            }
        };
        return new ClassRemapper(new ClassNode(), collector) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String desc, String signature, String[] exceptions) {
                boolean isBridge = (access & Opcodes.ACC_BRIDGE) != 0;
                return super.visitMethod(access, name, desc, signature, isBridge ? null : exceptions);
            }
        };
    }

    private void type(String name) {
        found.add(new Reference(from, Kind.CLASS, name, "", ""));
    }

    private void method(MethodNode method) {
        annotations(method.visibleAnnotations, method.invisibleAnnotations);
        annotations(method.visibleTypeAnnotations, method.invisibleTypeAnnotations);
        parameters(method.visibleParameterAnnotations);
        parameters(method.invisibleParameterAnnotations);
        value(method.annotationDefault);
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof FieldInsnNode field) {
                boolean isStatic = field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
                add(isStatic ? Kind.STATIC_FIELD : Kind.FIELD, field.owner, field.name, field.desc);
            } else if (instruction instanceof MethodInsnNode call) {
                Kind kind = methodKind(call.getOpcode() == Opcodes.INVOKESTATIC, call.itf);
                add(kind, call.owner, call.name, call.desc);
            } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                dynamic(dynamic);
            } else if (instruction instanceof LdcInsnNode constant) {
                constant(constant.cst);
            }
        }
    }

    private void dynamic(InvokeDynamicInsnNode dynamic) {
        constant(dynamic.bsm);
        for (Object argument : dynamic.bsmArgs) {
            constant(argument);
        }
        if (dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
            String function = Type.getReturnType(dynamic.desc).getInternalName();
            add(Kind.LAMBDA, function, dynamic.name, ((Type) dynamic.bsmArgs[0]).getDescriptor());
        }
    }

    private void constant(Object constant) {
        if (constant instanceof Handle handle) {
            add(kind(handle), handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (constant instanceof ConstantDynamic dynamic) {
            constant(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private static Kind kind(Handle handle) {
        return switch (handle.getTag()) {
            case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD -> Kind.FIELD;
            case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> Kind.STATIC_FIELD;
            default -> methodKind(handle.getTag() == Opcodes.H_INVOKESTATIC, handle.isInterface());
        };
    }

    private static Kind methodKind(boolean isStatic, boolean ofInterface) {
        if (isStatic) {
            return ofInterface ? Kind.STATIC_INTERFACE_METHOD : Kind.STATIC_METHOD;
        }
        return ofInterface ? Kind.INTERFACE_METHOD : Kind.METHOD;
    }

    private void add(Kind kind, String owner, String name, String desc) {
        if (!owner.startsWith("[")) {
            found.add(new Reference(from, kind, owner, name, desc));
        }
    }

    private void parameters(List<AnnotationNode>[] perParameter) {
        if (perParameter != null) {
            for (List<AnnotationNode> annotations : perParameter) {
                annotations(annotations, null);
            }
        }
    }

    private void annotations(List<? extends AnnotationNode> visible, List<? extends AnnotationNode> invisible) {
        List<AnnotationNode> all = new ArrayList<>(visible == null ? List.of() : visible);
        all.addAll(invisible == null ? List.of() : invisible);
        all.forEach(this::annotation);
    }

    private void annotation(AnnotationNode annotation) {
        if (annotation.values != null) {
            for (int i = 0; i < annotation.values.size(); i += 2) {
                String owner = Type.getType(annotation.desc).getInternalName();
                add(Kind.ELEMENT, owner, (String) annotation.values.get(i), "");
                value(annotation.values.get(i + 1));
            }
        }
    }

    private void value(Object value) {
        if (value instanceof String[] constant) {
            add(Kind.STATIC_FIELD, Type.getType(constant[0]).getInternalName(), constant[1], constant[0]);
        } else if (value instanceof AnnotationNode nested) {
            annotation(nested);
        } else if (value instanceof List<?> list) {
            list.forEach(this::value);
        }
    }
}
