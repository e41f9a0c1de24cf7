package org.tessera.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** What every clusterer of Weka keeps to: cancel, threads, files, the order of rows. */
class WekaMannersTest {

    static Stream<Clusterer> clusterers() {
        return Stream.concat(
                Stream.of(
                        WekaClusterers.of(
                                Algorithms.K_MEANS, KMeansOptions.defaults().withK(3), true),
                        WekaClusterers.of(Algorithms.DBSCAN, DbscanOptions.defaults(), true),
                        WekaClusterers.of(
                                Algorithms.GAUSSIAN_MIXTURE,
                                GaussianMixtureOptions.defaults()
                                        .withComponents(3)
                                        .withRestarts(2)
                                        .withCovariance(Covariance.DIAGONAL),
                                true)),
                Stream.of(Linkage.values())
                        .map(linkage -> WekaClusterers.of(
                                Algorithms.HIERARCHICAL,
                                HierarchicalOptions.defaults().withSegments(3).withLinkage(linkage),
                                true)));
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void the_order_of_rows_and_the_threads_do_not_matter(Clusterer clusterer) {
        Matrix x = Samples.groups(120, 3, 3, 4);
        int[] permutation = RandomStream.of(5, 0).permutation(120);
        Clustering clustering = clusterer.fit(x, RunContext.of(3).withThreads(1));
        Clustering permuted =
                clusterer.fit(x.select(permutation), RunContext.of(3).withThreads(4));
        for (int i = 0; i < 120; i++) {
            assertEquals(
                    clustering.labels().at(permutation[i]), permuted.labels().at(i));
        }
        assertEquals(Implementation.WEKA, clusterer.implementation());
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void refuses_no_rows_and_missing_values(Clusterer clusterer) {
        RunContext run = RunContext.of(1);
        assertThrows(SegmentationException.class, () -> clusterer.fit(Matrix.wrap(0, 2, new double[0]), run));
        assertThrows(
                IllegalArgumentException.class,
                () -> clusterer.fit(Matrix.of(new double[][] {{1}, {Double.NaN}, {3}, {4}}), run));
    }

    /** Each of these runs would take from seconds to hours. */
    static Stream<Runnable> longRuns() {
        Matrix many = Samples.groups(60_000, 8, 5, 1);
        Matrix few = Samples.groups(1_800, 5, 5, 1);
        RunContext soon = RunContext.of(1);
        return Stream.concat(
                Stream.of(
                        () -> WekaClusterers.of(
                                        Algorithms.K_MEANS,
                                        KMeansOptions.defaults().withK(40).withRestarts(50),
                                        true)
                                .fit(many, soonCanceled(soon)),
                        () -> WekaClusterers.of(
                                        Algorithms.DBSCAN,
                                        DbscanOptions.defaults().withEps(1).withMinPoints(5),
                                        true)
                                .fit(many, soonCanceled(soon)),
                        () -> WekaClusterers.of(
                                        Algorithms.GAUSSIAN_MIXTURE,
                                        GaussianMixtureOptions.defaults()
                                                .withComponents(30)
                                                .withCovariance(Covariance.DIAGONAL),
                                        true)
                                .fit(many, soonCanceled(soon))),
                Stream.of(Linkage.values())
                        .map(linkage -> () -> WekaClusterers.of(
                                        Algorithms.HIERARCHICAL,
                                        HierarchicalOptions.defaults().withLinkage(linkage),
                                        true)
                                .fit(few, soonCanceled(soon))));
    }

    private static RunContext soonCanceled(RunContext run) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(250);
        return run.withCancel(() -> System.nanoTime() > end);
    }

    @ParameterizedTest
    @MethodSource("longRuns")
    void a_cancel_ends_the_run_and_its_threads(Runnable run) throws InterruptedException {
        assertThrows(RunCanceledException.class, run::run);
        for (int wait = 0; wait < 200 && !wekaThreads().isEmpty(); wait++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), wekaThreads());
    }

    private static List<String> wekaThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("Weka") || name.startsWith("pool-"))
                .toList();
    }

    @Test
    void no_type_of_weka_shows_in_a_public_signature() {
        for (Class<?> type : List.of(
                WekaClusterers.class,
                WekaKMeans.class,
                WekaHierarchical.class,
                WekaDbscan.class,
                WekaGaussianMixture.class)) {
            List<Executable> members = new ArrayList<>(List.of(type.getConstructors()));
            members.addAll(List.of(type.getMethods()));
            assertFalse(members.isEmpty());
            for (Executable member : members) {
                assertFalse(member.toGenericString().contains("weka.c"), member::toGenericString);
            }
        }
    }

    /** In a JVM of its own, because this one may have started Weka already. */
    @Test
    void nothing_is_written_below_the_home_or_left_in_the_temporary_folder(@TempDir Path folder) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + home,
                        "-Djava.io.tmpdir=" + temporary,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AllFour.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the run hangs");
        assertEquals("done", Files.readString(output, StandardCharsets.UTF_8).trim());
        assertEquals(0, process.exitValue());
        assertEquals(Set.of(), names(home));
        assertEquals(Set.of(), names(temporary));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toFile).map(File::getName).collect(Collectors.toSet());
        }
    }

    /** Runs all clusterers and says so. */
    static final class AllFour {

        private AllFour() {}

        public static void main(String[] args) {
            Matrix x = Samples.groups(60, 2, 3, 1);
            clusterers().forEach(clusterer -> clusterer.fit(x, RunContext.of(1)));
            String left = Stream.of("WEKA_HOME", "weka.packageManager.loadPackages", "weka.packageManager.offline")
                    .filter(key -> System.getProperty(key) != null)
                    .collect(Collectors.joining(", "));
            System.out.println(left.isEmpty() ? "done" : "properties left: " + left + Arrays.toString(args));
        }
    }
}
