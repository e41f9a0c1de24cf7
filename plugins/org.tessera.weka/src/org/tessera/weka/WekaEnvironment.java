package org.tessera.weka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;
import weka.clusterers.AbstractClusterer;
import weka.clusterers.Canopy;
import weka.clusterers.DBSCAN;
import weka.clusterers.EM;
import weka.clusterers.HierarchicalClusterer;
import weka.clusterers.SimpleKMeans;

/**
 * Initializes Weka's classes so that they neither write below the user's home nor load packages nor go online. The
 * system properties that they read, and a temporary folder that they write to, exist only while they are initialized.
 */
final class WekaEnvironment {

    /** Each logs a warning that there is no native library; Java's is used. */
    private static final List<Logger> LOGGERS = Stream.of("ARPACK", "BLAS", "LAPACK")
            .map(name -> Logger.getLogger("com.github.fommil.netlib." + name))
            .toList();

    private static boolean ready;

    private WekaEnvironment() {}

    /**
     * Initializes Weka's classes; to be called before any of them is used. Does nothing from the second call on, unless
     * the first was canceled.
     */
    static synchronized void prepare(RunContext run) {
        if (ready) {
            return;
        }
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
        Path home = null;
        Map<String, String> before = null;
        try {
            home = Files.createTempDirectory("tessera-weka");
            before = set(Map.of(
                    "WEKA_HOME", home.toString(),
                    "weka.packageManager.loadPackages", "false",
                    "weka.packageManager.offline", "true"));
            runEveryClassOnce(run);
            ready = true;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Weka needs a temporary folder while it starts, but none can be made below "
                            + System.getProperty("java.io.tmpdir") + ": make it writable or set java.io.tmpdir.",
                    e);
        } finally {
            if (before != null) {
                restore(before);
            }
            if (home != null) {
                delete(home);
            }
        }
    }

    /** Runs every class on four rows, which loads what Weka loads late. */
    private static void runEveryClassOnce(RunContext run) {
        Matrix rows = Matrix.of(new double[][] {{0, 0}, {0, 1}, {5, 5}, {5, 6}});
        for (AbstractClusterer clusterer :
                List.of(new SimpleKMeans(), new Canopy(), new HierarchicalClusterer(), new DBSCAN(), new EM())) {
            WekaRun.call(run, "start", () -> {
                clusterer.buildClusterer(WatchedRows.of(rows, new Watch(run)));
                return clusterer;
            });
        }
    }

    private static Map<String, String> set(Map<String, String> properties) {
        Map<String, String> before = new LinkedHashMap<>();
        properties.forEach((key, value) -> before.put(key, System.setProperty(key, value)));
        return before;
    }

    private static void restore(Map<String, String> before) {
        before.forEach((key, value) -> {
            if (value == null) {
                System.clearProperty(key);
            } else {
                System.setProperty(key, value);
            }
        });
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // An empty folder left below java.io.tmpdir does no harm; the run goes on.
            folder.toFile().deleteOnExit();
        }
    }
}
