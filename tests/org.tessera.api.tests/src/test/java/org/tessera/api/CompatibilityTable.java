package org.tessera.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.ClassNode;

/** The table of KNIME's classes in docs/compatibility.md. */
final class CompatibilityTable {
    private static final String BEGIN = "<!-- classes: written by org.tessera.api.Regenerate -->\n";
    private static final String END = "<!-- end of classes -->\n";

    private CompatibilityTable() {}

    /** The table as it has to be: one row per KNIME class that the given ones name. */
    static String rows(Collection<ClassNode> product, Map<String, ApiClass> knime) {
        Set<String> names = new TreeSet<>();
        product.forEach(
                n -> References.classNames(n).stream().filter(ApiClass::isKnime).forEach(names::add));
        StringBuilder table = new StringBuilder("| class | bundle | since |\n|---|---|---|\n");
        for (String name : names) {
            ApiClass type = knime.get(name);
            if (type == null) {
                throw new IllegalArgumentException(ApiClass.sourceName(name) + " is not in the extract: write it anew");
            }
            boolean oldest = type.origin().releases().contain(Releases.OLDEST);
            table.append("| `" + type.sourceName() + "` | " + type.origin().bundle())
                    .append(type.origin().internal() ? " (internal)" : "")
                    .append(" | " + (oldest ? "5.8 or before" : "5.9") + " |\n");
        }
        return table.toString();
    }

    /** The table as it is in the document. */
    static String committed() throws IOException {
        String text = Files.readString(file(), StandardCharsets.UTF_8);
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    static void update(Collection<ClassNode> product, Map<String, ApiClass> knime) throws IOException {
        String text = Files.readString(file(), StandardCharsets.UTF_8);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));
        Files.writeString(file(), before + rows(product, knime) + after, StandardCharsets.UTF_8);
    }

    private static Path file() {
        return ClassFiles.ROOT.resolve("docs/compatibility.md");
    }
}
