package org.tessera.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.tessera.api.World.Found;

/** Whether a set of classes would link in one KNIME release; one report per defect. */
final class LinkCheck {
    /** The one internal class without which no node can have a web page; its nested classes are its builder's stages. */
    private static final String ALLOWED_INTERNAL = "org/knime/core/webui/page/Page";

    private final String release;
    private final World world;
    private final Set<String> extracted;
    private final Map<String, ApiClass> own = new LinkedHashMap<>();
    private final Collection<ClassNode> nodes;
    private final Set<String> reports = new LinkedHashSet<>();

    private LinkCheck(String release, Collection<ApiClass> knime, Collection<ClassNode> nodes) {
        this.release = release;
        this.nodes = nodes;
        nodes.forEach(n -> own.put(n.name, ApiClass.of(n)));
        extracted = knime.stream().map(ApiClass::name).collect(Collectors.toSet());
        List<ApiClass> all = new ArrayList<>(knime);
        all.addAll(own.values());
        world = new World(release, all);
    }

    /** What would fail, empty when all links. */
    static List<String> reports(String release, Collection<ApiClass> knime, Collection<ClassNode> nodes) {
        LinkCheck check = new LinkCheck(release, knime, nodes);
        for (ClassNode node : check.nodes) {
            References.of(node).forEach(check::reference);
        }
        check.own.values().forEach(check::inheritance);
        return List.copyOf(check.reports);
    }

    private void reference(Reference reference) {
        if (ApiClass.isKnime(reference.owner())) {
            if (named(reference) && reference.kind() != Reference.Kind.CLASS) {
                member(reference);
            }
        } else if (own.containsKey(reference.owner()) && reference.kind() != Reference.Kind.CLASS) {
            boolean inherits = world.ancestry(reference.owner()).stream().anyMatch(ApiClass::isKnime);
            if (inherits) {
                member(reference);
            }
        }
    }

    private boolean named(Reference reference) {
        Optional<ApiClass> type = world.find(reference.owner());
        if (!extracted.contains(reference.owner())) {
            report(reference, "absent from the extract of KNIME's API");
        } else if (type.isEmpty()) {
            report(reference, "absent from KNIME " + release);
        } else if (type.get().origin().internal() && !isAllowed(reference.owner())) {
            report(
                    reference,
                    "in a package that is internal to " + type.get().origin().bundle());
        } else if (!type.get().is(Opcodes.ACC_PUBLIC)) {
            report(reference, "not public in KNIME " + release);
        }
        return type.isPresent();
    }

    private static boolean isAllowed(String name) {
        return name.equals(ALLOWED_INTERNAL) || name.startsWith(ALLOWED_INTERNAL + "$");
    }

    private void member(Reference reference) {
        if (reference.kind() == Reference.Kind.LAMBDA) {
            function(reference);
            return;
        }
        Optional<Found> found = reference.kind() == Reference.Kind.ELEMENT
                ? world.resolveElement(reference.owner(), reference.name())
                : world.resolve(reference.owner(), reference.name(), reference.desc());
        if (found.isEmpty()) {
            report(reference, "absent from KNIME " + release);
        } else {
            kind(reference, found.get());
        }
    }

    private void kind(Reference reference, Found found) {
        Member member = found.member();
        if (member.is(Opcodes.ACC_STATIC) != reference.kind().isStatic()) {
            report(
                    reference,
                    "which in KNIME " + release + (reference.kind().isStatic() ? " is not" : " is") + " static");
        }
        boolean isInterface = world.find(reference.owner()).orElseThrow().is(Opcodes.ACC_INTERFACE);
        if (!reference.kind().isField() && isInterface != reference.kind().ofInterface()) {
            report(reference, "but that is " + (isInterface ? "an interface" : "a class") + " in KNIME " + release);
        }
        if (found.owner().isKnime() && !accessible(reference, found)) {
            report(reference, "which is protected in KNIME " + release);
        }
    }

    private boolean accessible(Reference reference, Found found) {
        return found.member().is(Opcodes.ACC_PUBLIC)
                || world.superclasses(reference.from()).contains(found.owner());
    }

    private void function(Reference reference) {
        List<Member> open = world.ancestry(reference.owner()).stream()
                .filter(c -> c.is(Opcodes.ACC_INTERFACE))
                .flatMap(c -> c.members().values().stream())
                .filter(m -> m.is(Opcodes.ACC_ABSTRACT) && m.releases().contain(release))
                .filter(m -> world.resolve(reference.owner(), m.name(), m.desc())
                        .filter(f -> f.member().is(Opcodes.ACC_ABSTRACT))
                        .isPresent())
                .filter(m ->
                        world.resolve("java/lang/Object", m.name(), m.desc()).isEmpty())
                .toList();
        boolean there = open.stream()
                .anyMatch(m -> m.name().equals(reference.name()) && m.desc().equals(reference.desc()));
        if (!there || open.stream().anyMatch(m -> !m.name().equals(reference.name()))) {
            String keys = open.stream().map(Member::key).collect(Collectors.joining(", "));
            report(reference, "but the open methods in KNIME " + release + " are: " + (keys.isEmpty() ? "none" : keys));
        }
    }

    private void inheritance(ApiClass type) {
        List<ApiClass> chain = world.superclasses(type.name());
        for (ApiClass ancestor : chain) {
            if (ancestor.isKnime()) {
                finals(type, ancestor);
            }
        }
        for (ApiClass.Supertype each : type.supertypes()) {
            world.find(each.name()).filter(ApiClass::isKnime).ifPresent(s -> supertype(type, s));
        }
        if (!type.is(Opcodes.ACC_ABSTRACT) && !type.is(Opcodes.ACC_INTERFACE)) {
            world.ancestry(type.name()).stream().filter(ApiClass::isKnime).forEach(a -> implementations(type, a));
        }
    }

    private void supertype(ApiClass type, ApiClass supertype) {
        boolean asClass = type.supertypes().get(0).name().equals(supertype.name());
        String both = type.sourceName() + (asClass ? " extends " : " implements ") + supertype.sourceName();
        if (asClass == supertype.is(Opcodes.ACC_INTERFACE)) {
            reports.add(both + ", which is " + (asClass ? "an interface" : "a class") + " in KNIME " + release);
        }
        if (supertype.is(Opcodes.ACC_FINAL)) {
            reports.add(both + ", which is final in KNIME " + release);
        }
    }

    private void finals(ApiClass type, ApiClass ancestor) {
        for (Member member : type.members().values()) {
            Member above = ancestor.members().get(member.key());
            boolean overrides =
                    above != null && member.isMethod() && !member.name().startsWith("<");
            if (overrides && above.is(Opcodes.ACC_FINAL) && above.releases().contain(release)) {
                reports.add(type.sourceName() + " overrides " + ancestor.sourceName() + "." + member.key()
                        + ", which is final in KNIME " + release);
            }
        }
    }

    private void implementations(ApiClass type, ApiClass ancestor) {
        for (Member member : ancestor.members().values()) {
            if (!member.is(Opcodes.ACC_ABSTRACT) || !member.releases().contain(release)) {
                continue;
            }
            Optional<Found> found = world.resolve(type.name(), member.name(), member.desc());
            if (found.isEmpty() || !found.get().member().isConcrete()) {
                reports.add(type.sourceName() + " lacks " + ancestor.sourceName() + "." + member.key()
                        + ", which is abstract in KNIME " + release);
            }
        }
    }

    private void report(Reference reference, String what) {
        reports.add(reference.text() + ", " + what);
    }
}
