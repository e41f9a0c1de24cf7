package org.tessera.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.tessera.api.ApiClass.Origin;
import org.tessera.api.ApiClass.Supertype;

/**
 * Reads a full list of KNIME's API: per class a line {@code [#internal] modifiers class|interface name extends .. implements
 * .. TAB [bundle]}, below it per public or protected member {@code TAB declaration TAB descriptor}, both as {@code javap -s
 * -protected} writes them.
 */
final class KnimeFacts {
    private static final Map<String, Integer> FLAGS = Map.of(
            "public", Opcodes.ACC_PUBLIC,
            "protected", Opcodes.ACC_PROTECTED,
            "static", Opcodes.ACC_STATIC,
            "final", Opcodes.ACC_FINAL,
            "abstract", Opcodes.ACC_ABSTRACT,
            "interface", Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT);
    private static final Set<String> WITHOUT_FLAG =
            Set.of("class", "default", "synchronized", "native", "transient", "volatile", "strictfp", "#internal");

    private KnimeFacts() {}

    /** The classes of the list, in its order, by internal name. */
    static Map<String, ApiClass> read(Path list) throws IOException {
        Map<String, ApiClass> classes = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(list, StandardCharsets.UTF_8)) {
            ApiClass current = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("\t")) {
                    Member member = member(line.split("\t"), current);
                    current.members().put(member.key(), member);
                } else if (!line.isBlank()) {
                    current = type(line);
                    classes.put(current.name(), current);
                }
            }
        }
        return classes;
    }

    private static ApiClass type(String line) {
        String[] parts = line.split("\t");
        List<String> words = new ArrayList<>(Arrays.asList(
                withoutTypeArguments(parts[0]).replace(',', ' ').trim().split(" +")));
        boolean internal = words.contains("#internal");
        int access = takeFlags(words);
        String name = words.remove(0);
        List<Supertype> supertypes = new ArrayList<>();
        boolean isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        if (isInterface || !words.contains("extends")) {
            supertypes.add(new Supertype("java/lang/Object", Releases.ALL));
        }
        for (String word : words) {
            if (!word.equals("extends") && !word.equals("implements")) {
                supertypes.add(new Supertype(internalName(word), Releases.ALL));
            }
        }
        String bundle = parts[1].substring(1, parts[1].length() - 1);
        Origin origin = new Origin(bundle, internal, Releases.ALL);
        return new ApiClass(internalName(name), access, origin, supertypes, new LinkedHashMap<>());
    }

    private static Member member(String[] parts, ApiClass owner) {
        String declaration = withoutTypeArguments(parts[1]);
        int bracket = declaration.indexOf('(');
        String head = bracket < 0 ? declaration : declaration.substring(0, bracket);
        List<String> words = new ArrayList<>(Arrays.asList(head.trim().split(" +")));
        int access = takeFlags(words);
        String name = words.get(words.size() - 1);
        boolean isConstructor = bracket >= 0 && name.equals(owner.sourceName());
        return new Member(access, isConstructor ? "<init>" : name, parts[2], Releases.ALL);
    }

    private static int takeFlags(List<String> words) {
        int access = 0;
        while (FLAGS.containsKey(words.get(0)) || WITHOUT_FLAG.contains(words.get(0))) {
            access |= FLAGS.getOrDefault(words.remove(0), 0);
        }
        return access;
    }

    private static String internalName(String sourceName) {
        return sourceName.replace('.', '/');
    }

    private static String withoutTypeArguments(String text) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                plain.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return plain.toString();
    }
}
