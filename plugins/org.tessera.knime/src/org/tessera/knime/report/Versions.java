package org.tessera.knime.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.knime.core.node.BufferedDataTable;

/**
 * The versions of what makes a report, without the qualifiers of builds: two builds of the same version write the same
 * report. Java is not among them, as it changes no result.
 */
final class Versions {

    private static final String MANIFEST = "/META-INF/MANIFEST.MF";

    private Versions() {}

    /** Versions by the names of what has them. */
    static Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Tessera", of(ReportNodeFactory.class));
        versions.put("Platform", of(BufferedDataTable.class));
        return versions;
    }

    /** Name and version of the bundle that a class is in. */
    private static String of(Class<?> member) {
        try (InputStream in = member.getResourceAsStream(MANIFEST)) {
            if (in == null) {
                return "not known";
            }
            Attributes bundle = new Manifest(in).getMainAttributes();
            String version = String.valueOf(bundle.getValue("Bundle-Version"));
            return bundle.getValue("Bundle-Name") + " " + version.replaceFirst("^(\\d+\\.\\d+\\.\\d+)\\..*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest of " + member + " can't be read", e);
        }
    }
}
