package org.tessera.knime.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.knime.core.node.BufferedDataTable;

/**
 * The versions of what makes a report or a document, without the qualifiers of builds: two builds of the same version write the
 * same. Java is not among them, as it changes no result.
 */
public final class Versions {

    private static final String NOT_KNOWN = "not known";
    private static final String MANIFEST = "/META-INF/MANIFEST.MF";

    private Versions() {}

    /** @return the name and the version of each bundle, by what it is to users */
    public static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Tessera", of(Versions.class));
        versions.put("Platform", of(BufferedDataTable.class));
        return versions;
    }

    /** @return the version of the nodes, such as "0.1.0", or "not known" */
    public static String ofNodes() {
        return bundle(Versions.class).map(Versions::number).orElse(NOT_KNOWN);
    }

    /** Name and version of the bundle that a class is in. */
    private static String of(Class<?> member) {
        return bundle(member)
                .map(bundle -> bundle.getValue("Bundle-Name") + " " + number(bundle))
                .orElse(NOT_KNOWN);
    }

    private static String number(Attributes bundle) {
        return String.valueOf(bundle.getValue("Bundle-Version")).replaceFirst("^(\\d+\\.\\d+\\.\\d+)\\..*", "$1");
    }

    /** The manifest of the bundle that a class is in. */
    private static Optional<Attributes> bundle(Class<?> member) {
        try (InputStream in = member.getResourceAsStream(MANIFEST)) {
            return in == null ? Optional.empty() : Optional.of(new Manifest(in).getMainAttributes());
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest of " + member + " can't be read", e);
        }
    }
}
