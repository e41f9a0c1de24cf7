package org.tessera.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.product.Workbench.Result;

/** The p2 director in an Equinox of its own: it installs from update sites as KNIME's <i>Install Extensions</i> does. */
final class Director {
    static final Path WORKBENCH_SITE =
            Path.of("../../workbench/site/target/repository").toAbsolutePath().normalize();

    private static final Path PLUGINS =
            Path.of("../../releng/director/target/plugins").toAbsolutePath().normalize();
    private static final String PROFILE = "workbench";

    private final Path scratch;

    /**
     * Prepares runs.
     *
     * @param scratch an existing folder for the director's configuration and output
     */
    Director(Path scratch) throws IOException {
        this.scratch = scratch;
        Path configuration = Files.createDirectories(scratch.resolve("configuration"));
        List<String> bundles = new ArrayList<>();
        try (Stream<Path> jars = Files.list(PLUGINS)) {
            jars.sorted().forEach(jar -> bundles.add("reference:" + jar.toUri() + startLevel(jar)));
        }
        bundles.removeIf(bundle -> bundle.contains("org.eclipse.equinox.launcher-"));
        String framework = bundles.stream()
                .filter(b -> b.contains("org.eclipse.osgi-"))
                .findFirst()
                .orElseThrow();
        bundles.remove(framework);
        Files.write(
                configuration.resolve("config.ini"),
                List.of(
                        "osgi.framework=" + framework.replace("reference:", ""),
                        "osgi.bundles=" + String.join(",", bundles),
                        "osgi.bundles.defaultStartLevel=4"));
    }

    private static String startLevel(Path jar) {
        String name = jar.getFileName().toString();
        if (name.startsWith("org.apache.felix.scr") || name.startsWith("org.eclipse.equinox.common")) {
            return "@2:start";
        }
        return name.startsWith("org.eclipse.core.runtime") ? "@4:start" : "";
    }

    /** Puts the workbench without Tessera, batch script included, into a folder that does not exist yet. */
    Result createWorkbench(Path installation) throws IOException, InterruptedException {
        Result result = run(
                installation,
                "-repository",
                WORKBENCH_SITE.toUri().toString(),
                "-installIU",
                "org.tessera.workbench.base",
                "-bundlepool",
                installation.toString(),
                "-profileProperties",
                "org.eclipse.update.install.features=true",
                "-roaming",
                "-p2.os",
                "linux",
                "-p2.ws",
                "gtk",
                "-p2.arch",
                "x86_64");
        Files.copy(Workbench.script(), Workbench.script(installation));
        return result;
    }

    Result install(Path installation, String site) throws IOException, InterruptedException {
        return run(installation, "-repository", site, "-installIU", P2Site.FEATURE);
    }

    Result uninstall(Path installation) throws IOException, InterruptedException {
        return run(installation, "-uninstallIU", P2Site.FEATURE);
    }

    Result update(Path installation, String site) throws IOException, InterruptedException {
        return run(installation, "-repository", site, "-uninstallIU", P2Site.FEATURE, "-installIU", P2Site.FEATURE);
    }

    private Result run(Path installation, String... arguments) throws IOException, InterruptedException {
        Path launcher;
        try (Stream<Path> jars = Files.list(PLUGINS)) {
            launcher = jars.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher-"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> command = new ArrayList<>(List.of(
                Program.java(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + Files.createDirectories(scratch.resolve("home")),
                "-cp",
                launcher.toString(),
                "org.eclipse.equinox.launcher.Main",
                "-nosplash",
                "-configuration",
                scratch.resolve("configuration").toString(),
                "-data",
                scratch.resolve("workspace").toString(),
                "-application",
                "org.eclipse.equinox.p2.director",
                "-destination",
                installation.toString(),
                "-profile",
                PROFILE));
        command.addAll(Arrays.asList(arguments));
        return Program.run(new ProcessBuilder(command).directory(scratch.toFile()), scratch);
    }

    /** The bundles of an installation without their versions. */
    static List<String> bundles(Path installation) throws IOException {
        try (Stream<Path> jars = Files.list(installation.resolve("plugins"))) {
            return jars.map(jar -> jar.getFileName().toString().replaceFirst("_[0-9].*", ""))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
