package org.tessera.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.Workbench.Result;

/**
 * Installs the feature from the built update site with the p2 director into a workbench without Tessera, as KNIME's
 * <i>Install Extensions</i> does, and works with that installation.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the workbench's site is built for one environment")
class InstallTest {
    private static final List<String> BUNDLES = List.of(
            "org.tessera.charts", "org.tessera.engine", "org.tessera.knime", "org.tessera.pmml", "org.tessera.weka");

    @TempDir
    private static Path common;

    private static Path base;

    @TempDir
    private Path folder;

    @BeforeAll
    static void workbench_without_tessera() throws Exception {
        base = common.resolve("base");
        Result created = new Director(Files.createDirectory(common.resolve("director"))).createWorkbench(base);
        assertEquals(0, created.exitCode(), created::all);
        assertEquals(List.of(), tessera(base));
    }

    private static List<String> tessera(Path installation) throws IOException {
        List<String> bundles = new ArrayList<>(Director.bundles(installation));
        assertTrue(bundles.contains("org.knime.core"), bundles::toString);
        bundles.retainAll(BUNDLES);
        return bundles;
    }

    private Path copyOfBase() throws IOException {
        return Workbench.copy(base, folder.resolve("installation"));
    }

    private Director director() throws IOException {
        return new Director(Files.createDirectories(folder.resolve("director")));
    }

    private Result example(Path installation) throws Exception {
        Path scratch = Files.createTempDirectory(folder, "run");
        return new Workbench(scratch)
                .through(Workbench.script(installation))
                .run("-workflowDir=" + Example.WORKFLOW, "-destDir=" + folder.resolve("results"));
    }

    private static String zip() throws IOException {
        return "jar:" + P2Site.archive().toUri() + "!/";
    }

    @Test
    void installs_from_the_zip_and_runs_as_the_product_does() throws Exception {
        Path installation = copyOfBase();
        Result installed = director().install(installation, zip());
        assertEquals(0, installed.exitCode(), installed::all);
        assertEquals(BUNDLES, tessera(installation));
        Result run = example(installation);
        assertEquals(0, run.exitCode(), run::all);
        Example.assertResults(folder.resolve("results"));
    }

    @Test
    void installs_from_the_folder_and_uninstalls_without_a_trace() throws Exception {
        Path installation = copyOfBase();
        SortedMap<String, String> before = listing(installation);
        Result installed =
                director().install(installation, P2Site.FOLDER.toUri().toString());
        assertEquals(0, installed.exitCode(), installed::all);
        assertEquals(BUNDLES, tessera(installation));
        assertNotEquals(before, listing(installation));

        Result uninstalled = director().uninstall(installation);
        assertEquals(0, uninstalled.exitCode(), uninstalled::all);
        assertEquals(before, listing(installation));
        Result run = example(installation);
        assertEquals(3, run.exitCode(), run::all);
        assertTrue(run.errors().contains("K-Means Segmentation (#3): this node is not known"), run::all);
    }

    /** The features and bundles that are there, and those that the framework starts. */
    private static SortedMap<String, String> listing(Path installation) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String part : new String[] {"plugins", "features"}) {
            if (Files.exists(installation.resolve(part))) {
                Workbench.inventory(installation.resolve(part)).keySet().stream()
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> files.put(part + "/" + name, ""));
            }
        }
        try (Stream<String> lines = Files.lines(installation.resolve("configuration/config.ini"))) {
            String bundles = lines.filter(line -> line.startsWith("osgi.bundles="))
                    .findFirst()
                    .orElseThrow();
            files.put("started", new TreeSet<>(List.of(bundles.substring(13).split(","))).toString());
        }
        return files;
    }

    @Test
    void updates_from_an_older_build() throws Exception {
        P2Site newer = P2Site.folder();
        String version = newer.version(P2Site.FEATURE);
        String older = version.replaceFirst("[^.]*$", "1");
        Path site = folder.resolve("older");
        writeSite(newer, site, Map.of(version, older));
        Path installation = copyOfBase();
        Result installed = director().install(installation, site.toUri().toString());
        assertEquals(0, installed.exitCode(), installed::all);
        assertTrue(Files.exists(installation.resolve("plugins/org.tessera.knime_" + older + ".jar")));

        Result updated = director().update(installation, P2Site.FOLDER.toUri().toString());
        assertEquals(0, updated.exitCode(), updated::all);
        assertEquals(BUNDLES, tessera(installation));
        assertTrue(Files.exists(installation.resolve("plugins/org.tessera.knime_" + version + ".jar")));
    }

    @Test
    void a_feature_that_asks_for_a_knime_that_is_not_there_is_refused_by_name() throws Exception {
        Path site = folder.resolve("broken");
        writeSite(
                P2Site.folder(),
                site,
                Map.of(
                        "namespace='org.eclipse.equinox.p2.iu' name='org.knime.core' range='[5.8.0,6.0.0)'",
                        "namespace='org.eclipse.equinox.p2.iu' name='org.knime.core' range='[99.0.0,100.0.0)'"));
        assertRefused(site, "Tessera Customer Segmentation", "org.knime.core [99.0.0,100.0.0)");
    }

    @Test
    void a_bundle_that_asks_for_a_version_that_is_not_there_is_refused_by_name() throws Exception {
        Path site = folder.resolve("broken");
        String engine = "name='org.tessera.engine' range='";
        P2Site built = P2Site.folder();
        String range = built.requirements("org.tessera.knime").get("osgi.bundle org.tessera.engine");
        writeSite(built, site, Map.of(engine + range + "'", engine + "[7.0.0,8.0.0)'"));
        assertRefused(site, "org.tessera.", "org.tessera.engine [7.0.0,8.0.0)");
    }

    private void assertRefused(Path site, String who, String what) throws Exception {
        Path installation = copyOfBase();
        Map<String, String> before = listing(installation);
        Result refused = director().install(installation, site.toUri().toString());
        assertEquals(13, refused.exitCode(), refused::all);
        String missing = refused.errors()
                .lines()
                .filter(line -> line.contains("Missing requirement:"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(refused.all()));
        assertTrue(missing.contains(who) && missing.contains(what), missing);
        assertTrue(missing.endsWith("but it could not be found"), missing);
        assertEquals(before, listing(installation));
    }

    /** Writes a copy of a site with something else in its metadata, and in the names of its files. */
    private static void writeSite(P2Site site, Path to, Map<String, String> replacements) throws IOException {
        for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
            if (file.getKey().indexOf('/') > 0) {
                Path copy = to.resolve(replace(file.getKey(), replacements));
                Files.createDirectories(copy.getParent());
                Files.write(copy, file.getValue());
            }
        }
        boolean changed = false;
        for (String name : new String[] {"content", "artifacts"}) {
            String xml = new String(P2Site.unxz(site.files().get(name + ".xml.xz")), UTF_8);
            String other = replace(xml, replacements);
            changed |= !xml.equals(other);
            Files.writeString(to.resolve(name + ".xml"), other);
        }
        assertTrue(changed, () -> "the site has none of " + replacements.keySet());
    }

    private static String replace(String text, Map<String, String> replacements) {
        String replaced = text;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            replaced = replaced.replace(replacement.getKey(), replacement.getValue());
        }
        return replaced;
    }
}
