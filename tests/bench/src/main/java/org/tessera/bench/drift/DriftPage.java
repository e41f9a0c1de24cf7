package org.tessera.bench.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.drift.Baselines;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Writes docs/drift.md: how often drift is reported without drift, and how much is found. */
public final class DriftPage {

    private static final int[][] SIZES = {
        {50, 50}, {50, 5_000}, {5_000, 50}, {1_000, 1_000}, {100_000, 1_000}, {1_000_000, 1_000_000}
    };

    /** Customers drawn per cell at most. */
    private static final double CUSTOMERS = 2e7;

    private final StringBuilder page = new StringBuilder();
    private final int pairs;

    private DriftPage(int pairs) {
        this.pairs = pairs;
    }

    /**
     * Writes the page: {@code DriftPage <page> <pairs>}.
     *
     * @param args the page's file; the number of pairs of samples per cell
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException("Name the page to write and the number of pairs of samples per cell");
        }
        DriftPage page = new DriftPage(Integer.parseInt(args[1]));
        page.page.append(DriftText.INTRODUCTION);
        page.levels();
        page.shares();
        page.power();
        page.page.append(DriftText.LIMITS);
        Files.writeString(Path.of(args[0]), page.page);
    }

    private int pairs(int... sizes) {
        return (int) Math.max(40, Math.min(pairs, CUSTOMERS / (sizes[0] + sizes[1])));
    }

    private void levels() {
        add(
                "## Without drift%nShare of pairs of samples from one distribution with a p-value of at most 1 %% (and 5 %%), before"
                        + " the correction for the number of columns: %,d pairs per cell, %,d of 100,000 and 1,000, %,d of 1,000,000 and 1,000,000. One"
                        + " standard error of 1 %% is %.2f %% per cell of the smaller samples, and a third of that in the last"
                        + " rows.%n%n",
                pairs, pairs(100_000, 1_000), pairs(1_000_000, 1_000_000), 100 * Math.sqrt(0.0099 / pairs));
        page.append("| column |");
        for (int[] size : SIZES) {
            add(" %,d and %,d |", size[0], size[1]);
        }
        page.append("\n|---|" + "--:|".repeat(SIZES.length) + "\n");
        Tested[] all = new Tested[SIZES.length];
        for (Distribution distribution : Distribution.values()) {
            add("| %s |", distribution.title());
            for (int s = 0; s < SIZES.length; s++) {
                int[] size = SIZES[s];
                Tested tested = Tested.of(pairs(size), pair -> {
                    RandomStream random = RandomStream.of(pair, distribution.ordinal());
                    return Tested.columns(distribution.draw(size[0], random), distribution.draw(size[1], random));
                });
                all[s] = all[s] == null ? tested : all[s].plus(tested);
                add(" %.1f %% (%.1f) |", 100 * tested.share(tested.atOne()), 100 * tested.share(tested.atFive()));
            }
            page.append("\n");
        }
        page.append("| **all** |");
        for (Tested tested : all) {
            add(" **%.2f %%** (%.2f) |", 100 * tested.share(tested.atOne()), 100 * tested.share(tested.atFive()));
        }
        page.append("\n| *index of 0.1 and more* |");
        for (Tested tested : all) {
            add(" %.0f %% |", 100 * tested.share(tested.moderate()));
        }
        page.append("\n| *index of 0.25 and more* |");
        for (Tested tested : all) {
            add(" %.0f %% |", 100 * tested.share(tested.large()));
        }
        page.append("\n\n");
    }

    private void shares() {
        int fits = Math.max(50, pairs / 5);
        add(
                "## Shares of the segments without drift%nThe same for the shares of the segments: %,d times, training customers"
                        + " are clustered (3 overlapping groups in 4 columns) and as many new ones assigned. One standard error of"
                        + " 1 %% is %.1f %%.%n%n| algorithm | 200 customers | 2,000 |%n|---|--:|--:|%n",
                fits, 100 * Math.sqrt(0.0099 / fits));
        shares(
                "k-means, k = 3",
                Algorithms.K_MEANS.clusterer(KMeansOptions.defaults().withK(3)),
                fits);
        shares(
                "k-means, k = 8",
                Algorithms.K_MEANS.clusterer(KMeansOptions.defaults().withK(8)),
                fits);
        shares(
                "Gaussian mixture, 3 components",
                Algorithms.GAUSSIAN_MIXTURE.clusterer(
                        GaussianMixtureOptions.defaults().withComponents(3)),
                fits);
        shares(
                "hierarchical (Ward), k = 3",
                Algorithms.HIERARCHICAL.clusterer(HierarchicalOptions.defaults().withSegments(3)),
                fits);
        shares(
                "DBSCAN, radius 1, 5 points",
                Algorithms.DBSCAN.clusterer(DbscanOptions.defaults().withEps(1).withMinPoints(5)),
                fits);
        page.append("\n");
    }

    private void shares(String title, Clusterer clusterer, int fits) {
        add("| %s |", title);
        for (int n : new int[] {200, 2_000}) {
            RunContext run = RunContext.of(1).withThreads(1);
            Tested tested = Tested.of(fits, fit -> {
                RandomStream random = RandomStream.of(fit, n);
                Matrix x = groups(n, random);
                Clustering clustering = clusterer.fit(x, run);
                int[] training = Baselines.shares(clustering.model(), x, clustering.labels(), run);
                Assignment assignment = Assigner.assign(clustering.model(), groups(n, random), run);
                int noise = training.length - 1;
                int[] now = IntStream.range(0, training.length)
                        .map(s -> assignment.count(s == noise ? Labels.NOISE : s))
                        .toArray();
                return Tested.shares(training, now);
            });
            add(" %.1f %% (%.1f) |", 100 * tested.share(tested.atOne()), 100 * tested.share(tested.atFive()));
        }
        page.append("\n");
    }

    private static Matrix groups(int n, RandomStream random) {
        double[] values = new double[4 * n];
        for (int i = 0; i < n; i++) {
            int group = random.nextInt(3);
            for (int j = 0; j < 4; j++) {
                values[4 * i + j] = (j == group ? 3 : 0) + random.nextGaussian();
            }
        }
        return Matrix.wrap(n, 4, values);
    }

    private void power() {
        add(
                "## With drift%nShare of %,d pairs of samples with a p-value of at most 1 %%: a normal number moved by parts of its"
                        + " standard deviation, 5,000 training customers.%n%n| moved by | 200 new customers | 2,000 | 20,000 |%n"
                        + "|--:|--:|--:|--:|%n",
                pairs / 5);
        for (double shift : new double[] {0.05, 0.1, 0.2, 0.5}) {
            add("| %.2f |", shift);
            for (int n : new int[] {200, 2_000, 20_000}) {
                Tested tested = Tested.of(pairs / 5, pair -> {
                    RandomStream random = RandomStream.of(pair, 99);
                    return Tested.columns(
                            Distribution.NORMAL.numbers(5_000, random, 0),
                            Distribution.NORMAL.numbers(n, random, shift));
                });
                add(" %.0f %% |", 100 * tested.share(tested.atOne()));
            }
            page.append("\n");
        }
        page.append("\n");
    }

    private void add(String format, Object... values) {
        page.append(String.format(Locale.ENGLISH, format, values));
        System.out.printf(Locale.ENGLISH, format, values);
    }
}
