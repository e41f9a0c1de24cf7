package org.tessera.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The built update site: what is in it, what it says about itself, and what it asks of KNIME. */
class UpdateSiteTest {
    private static final String KNIME = "[5.8.0,6.0.0)";
    private static final List<String> BUNDLES = List.of(
            "org.tessera.charts", "org.tessera.engine", "org.tessera.knime", "org.tessera.pmml", "org.tessera.weka");
    private static final List<String> SOURCES =
            BUNDLES.stream().map(bundle -> bundle + ".source").toList();
    private static final List<String> METADATA =
            List.of("artifacts.jar", "artifacts.xml.xz", "content.jar", "content.xml.xz", "p2.index");

    private static P2Site site;

    @BeforeAll
    static void read() throws IOException {
        site = P2Site.folder();
    }

    private static Set<String> all(List<String> first, List<String> second, String... more) {
        Set<String> all = new TreeSet<>(first);
        all.addAll(second);
        all.addAll(Arrays.asList(more));
        return all;
    }

    @Test
    void holds_the_feature_its_bundles_their_sources_and_nothing_else() {
        String version = Pattern.quote(site.version(P2Site.FEATURE));
        Set<String> names = site.files().keySet().stream()
                .filter(name -> !METADATA.contains(name))
                .map(name -> name.replaceFirst("^(plugins|features)/([a-z.]+)_" + version + "\\.jar$", "$2"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all(BUNDLES, SOURCES, "org.tessera.feature"), names);
        assertEquals(METADATA.size() + 11, site.files().size());
    }

    @Test
    void the_zip_has_the_same_files_at_its_root() throws IOException {
        P2Site zip = P2Site.zip();
        assertEquals(site.files().keySet(), zip.files().keySet());
        site.files()
                .forEach((name, bytes) -> assertArrayEquals(bytes, zip.files().get(name), name));
    }

    @Test
    void both_forms_of_the_metadata_say_the_same() throws IOException {
        for (String name : new String[] {"content", "artifacts"}) {
            assertArrayEquals(
                    P2Site.unzip(site.files().get(name + ".jar")).get(name + ".xml"),
                    P2Site.unxz(site.files().get(name + ".xml.xz")),
                    name);
        }
    }

    @Test
    void metadata_list_the_same_units_in_two_categories() {
        Set<String> units = site.map("/repository/units/unit", "@id", "@id").keySet().stream()
                .map(id -> id.replaceFirst("^.*\\.(org\\.tessera\\.(category|sources))$", "$1"))
                .filter(id -> !id.equals("a.jre.javase"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = all(BUNDLES, SOURCES, P2Site.FEATURE, "org.tessera.feature.feature.jar");
        expected.addAll(List.of("org.tessera.category", "org.tessera.sources"));
        assertEquals(expected, units);
        assertEquals(Set.of(P2Site.FEATURE), members("Customer Segmentation"));
        assertEquals(new TreeSet<>(SOURCES), members("Customer Segmentation: sources for developers"));
    }

    private static Set<String> members(String category) {
        String unit = "/repository/units/unit[properties/property[@name='org.eclipse.equinox.p2.type.category']]"
                + "[properties/property[@name='org.eclipse.equinox.p2.name']/@value='" + category + "']";
        return new TreeSet<>(
                site.map(unit + "/requires/required", "@name", "@range").keySet());
    }

    @Test
    void libraries_are_those_of_the_class_path_each_in_its_bundle_only() throws IOException {
        for (String bundle : BUNDLES) {
            SortedMap<String, byte[]> entries = P2Site.unzip(site.jar(bundle));
            Manifest manifest = new Manifest(new ByteArrayInputStream(entries.get("META-INF/MANIFEST.MF")));
            String path = manifest.getMainAttributes().getValue("Bundle-ClassPath");
            Set<String> jars = entries.keySet().stream()
                    .filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> expected = new TreeSet<>(path == null ? List.of() : List.of(path.split(",")));
            expected.remove(".");
            assertEquals(expected, jars, bundle);
            Set<String> packages = new TreeSet<>(packages(entries));
            for (String jar : jars) {
                packages.addAll(packages(P2Site.unzip(entries.get(jar))));
            }
            assertFalse(packages.stream().anyMatch(name -> name.matches("org/(knime|eclipse|osgi)/.*")), bundle);
            boolean weka = packages.stream().anyMatch(name -> name.startsWith("weka/"));
            assertEquals(bundle.equals("org.tessera.weka"), weka, bundle);
            boolean pmml = packages.stream().anyMatch(name -> name.startsWith("org/dmg/"));
            assertEquals(bundle.equals("org.tessera.pmml"), pmml, bundle);
            assertFalse(packages.stream().anyMatch(name -> name.startsWith("org/jpmml/evaluator")), bundle);
        }
    }

    private static Set<String> packages(Map<String, byte[]> entries) {
        return entries.keySet().stream()
                .filter(name -> name.endsWith(".class"))
                .map(name -> name.replaceFirst("[^/]*$", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void every_bundle_carries_the_license_and_the_notices() throws IOException {
        for (String bundle : all(BUNDLES, SOURCES)) {
            SortedMap<String, byte[]> entries = P2Site.unzip(site.jar(bundle));
            for (String file : new String[] {"LICENSE", "THIRD-PARTY.md"}) {
                assertArrayEquals(Files.readAllBytes(Path.of("../..", file)), entries.get(file), bundle + " " + file);
            }
        }
    }

    @Test
    void sources_are_those_of_the_classes_of_the_bundle() {
        for (String bundle : BUNDLES) {
            Set<String> classes = P2Site.unzip(site.jar(bundle)).keySet().stream()
                    .filter(name -> name.endsWith(".class") && name.indexOf('$') < 0)
                    .map(name -> name.replaceFirst("\\.class$", ".java"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> sources = P2Site.unzip(site.jar(bundle + ".source")).keySet();
            classes.removeAll(sources);
            assertEquals(Set.of(), classes, bundle);
            assertTrue(sources.stream().anyMatch(name -> name.endsWith(".java")), bundle);
        }
    }

    @Test
    void the_feature_says_what_it_is_from_whom_and_under_which_license() {
        String feature = P2Site.unit(P2Site.FEATURE);
        assertEquals(1, site.map(feature + "/licenses/license", "@uri", ".").size());
        assertEquals("https://www.gnu.org/licenses/gpl-3.0.html", site.text(feature + "/licenses/license/@uri"));
        String license = site.text(feature + "/licenses/license");
        assertTrue(license.startsWith("GNU General Public License"), license);
        assertTrue(site.text(feature + "/copyright").startsWith("Copyright"));
        for (String property : new String[] {"name", "provider", "description"}) {
            String value =
                    site.text(feature + "/properties/property[@name='org.eclipse.equinox.p2." + property + "']/@value");
            assertFalse(value.isBlank() || value.startsWith("%"), property + " " + value);
        }
    }

    @Test
    void the_feature_asks_for_its_bundles_and_for_what_they_ask_of_others() {
        SortedMap<String, String> expected = new TreeMap<>();
        for (String bundle : BUNDLES) {
            expected.put("org.eclipse.equinox.p2.iu " + bundle, exactly(site.version(bundle)));
            site.requirements(bundle).forEach((name, range) -> {
                String required = name.replace("osgi.bundle ", "org.eclipse.equinox.p2.iu ");
                if (!required.equals(name) && !BUNDLES.contains(name.replace("osgi.bundle ", ""))) {
                    expected.put(required, range);
                }
            });
        }
        expected.put(
                "org.eclipse.equinox.p2.iu org.tessera.feature.feature.jar", exactly(site.version(P2Site.FEATURE)));
        assertEquals(expected, site.requirements(P2Site.FEATURE));
        assertEquals(KNIME, expected.get("org.eclipse.equinox.p2.iu org.knime.core"));
        assertEquals(KNIME, expected.get("org.eclipse.equinox.p2.iu org.knime.core.ui"));
    }

    private static String exactly(String version) {
        return "[" + version + "," + version + "]";
    }

    @Test
    void only_the_nodes_ask_for_bundles_of_knime_and_every_bundle_for_java_17() {
        for (String bundle : BUNDLES) {
            SortedMap<String, String> required = site.requirements(bundle);
            required.keySet().removeIf(name -> !name.contains(" org.knime"));
            Map<String, String> expected = bundle.equals("org.tessera.knime")
                    ? Map.of("osgi.bundle org.knime.core", KNIME, "osgi.bundle org.knime.core.ui", KNIME)
                    : Map.of();
            assertEquals(expected, required, bundle);
            assertEquals(
                    "(&(osgi.ee=JavaSE)(version=17))",
                    site.text(P2Site.unit(bundle) + "/requires/requiredProperties[@namespace='osgi.ee']/@match"));
        }
    }

    @Test
    void artifacts_have_the_checksums_that_the_metadata_give() throws NoSuchAlgorithmException {
        String artifacts =
                new String(P2Site.unzip(site.files().get("artifacts.jar")).get("artifacts.xml"), UTF_8);
        for (String unit : all(BUNDLES, SOURCES, "org.tessera.feature")) {
            String sum = sha256(site.jar(unit));
            assertTrue(artifacts.contains("'" + sum + "'"), unit + " " + sum);
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
