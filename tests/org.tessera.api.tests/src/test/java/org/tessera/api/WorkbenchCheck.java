package org.tessera.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.tessera.api.World.Found;

/** Whether the workbench's stand-ins for KNIME's classes promise nothing that KNIME does not keep. */
final class WorkbenchCheck {
    private static final int CLASS_FLAGS =
            Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE;
    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
    private static final int MEMBER_FLAGS = VISIBLE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT;

    private final World knime;
    private final Map<String, String> reports = new TreeMap<>();

    private WorkbenchCheck(World knime) {
        this.knime = knime;
    }

    /** What differs: class, or class with member, to a text that says how. */
    static Map<String, String> reports(Collection<ApiClass> knime, Collection<ClassNode> workbench) {
        WorkbenchCheck check = new WorkbenchCheck(new World(Releases.BASE, knime));
        workbench.stream()
                .filter(n -> ApiClass.isKnime(n.name) && (n.access & Opcodes.ACC_PUBLIC) != 0)
                .map(ApiClass::of)
                .forEach(check::type);
        return check.reports;
    }

    private void type(ApiClass ours) {
        Optional<ApiClass> theirs = knime.find(ours.name());
        if (theirs.isEmpty()) {
            reports.put(ours.sourceName(), "no such class in KNIME");
            return;
        }
        flags(ours.sourceName(), ours.access() & CLASS_FLAGS, theirs.get().access() & CLASS_FLAGS);
        supertypes(ours, theirs.get());
        for (Member member : ours.members().values()) {
            if ((member.access() & VISIBLE) != 0 && !member.is(Opcodes.ACC_SYNTHETIC)) {
                member(ours, member);
            }
        }
    }

    private void supertypes(ApiClass ours, ApiClass theirs) {
        List<String> here = names(ours);
        List<String> there = names(theirs);
        if (!here.get(0).equals(there.get(0))) {
            reports.put(ours.sourceName() + " extends", here.get(0) + ", in KNIME " + there.get(0));
        }
        if (!Set.copyOf(here.subList(1, here.size())).equals(Set.copyOf(there.subList(1, there.size())))) {
            reports.put(
                    ours.sourceName() + " implements",
                    here.subList(1, here.size()) + ", in KNIME " + there.subList(1, there.size()));
        }
    }

    private static List<String> names(ApiClass type) {
        return type.supertypes().stream()
                .map(s -> ApiClass.sourceName(s.name()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void member(ApiClass owner, Member ours) {
        String name = owner.sourceName() + "." + ours.key();
        Optional<Found> theirs = knime.resolve(owner.name(), ours.name(), ours.desc());
        if (theirs.isEmpty()) {
            reports.put(name, "no such member in KNIME");
        } else {
            boolean inherited = !theirs.get().owner().name().equals(owner.name());
            int compared = inherited ? VISIBLE | Opcodes.ACC_STATIC : MEMBER_FLAGS;
            flags(name, ours.access() & compared, theirs.get().member().access() & compared);
        }
    }

    private void flags(String name, int ours, int theirs) {
        if (ours != theirs) {
            reports.put(name, flags(ours) + ", in KNIME " + flags(theirs));
        }
    }

    private static String flags(int access) {
        List<String> words = new ArrayList<>();
        String[] names = {"public", "protected", "static", "final", "interface", "abstract"};
        int[] flags = {
            Opcodes.ACC_PUBLIC,
            Opcodes.ACC_PROTECTED,
            Opcodes.ACC_STATIC,
            Opcodes.ACC_FINAL,
            Opcodes.ACC_INTERFACE,
            Opcodes.ACC_ABSTRACT
        };
        for (int i = 0; i < names.length; i++) {
            if ((access & flags[i]) != 0) {
                words.add(names[i]);
            }
        }
        return words.isEmpty() ? "package-private" : String.join(" ", words);
    }
}
