package org.tessera.engine.numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Search;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunContext;

/** Tessera's algorithms with seed 1 and default options beside scikit-learn's runs. */
final class AlgorithmNumbers {

    private static final RunContext RUN = RunContext.of(1);
    private static final int FEWEST = 2;
    private static final int MOST = 8;
    private static final double EQUAL = 1e-9;

    private final ReferenceSet reference;
    private final Matrix x;

    AlgorithmNumbers(ReferenceSet reference) {
        this.reference = reference;
        this.x = reference.features();
    }

    /** K-means and mixtures, a line for each number of segments. */
    List<String> optima() {
        List<String> lines = new ArrayList<>();
        lines.add("| k | inertia, scikit-learn | Tessera | log-likelihood full, scikit-learn | Tessera |"
                + " log-likelihood diagonal, scikit-learn | Tessera |");
        lines.add("|---|---|---|---|---|---|---|");
        for (int k = FEWEST; k <= MOST; k++) {
            double inertia = reference.run("kmeans_" + k).figure("inertia").orElseThrow();
            double found = inertia(k);
            lines.add("| " + k + " | " + number(inertia) + " | " + marked(found, found - inertia) + " | "
                    + likelihood(k, "full", Covariance.FULL) + " | " + likelihood(k, "diag", Covariance.DIAGONAL)
                    + " |");
        }
        return lines;
    }

    private double inertia(int k) {
        return ((CentroidModel) Algorithms.K_MEANS
                        .clusterer(KMeansOptions.defaults().withK(k))
                        .fit(x, RUN)
                        .model())
                .inertia();
    }

    private String likelihood(int k, String form, Covariance covariance) {
        double expected =
                reference.run("gmm_" + form + "_" + k).figure("lower_bound").orElseThrow();
        MixtureModel found = (MixtureModel) Algorithms.GAUSSIAN_MIXTURE
                .clusterer(GaussianMixtureOptions.defaults()
                        .withComponents(k)
                        .withCovariance(covariance)
                        .withSearch(Search.LIKELIHOOD))
                .fit(x, RUN)
                .model();
        return number(expected) + " | " + marked(found.logLikelihood(), expected - found.logLikelihood());
    }

    /** Trees and DBSCAN. */
    List<String> partitions() {
        List<String> lines = new ArrayList<>();
        lines.add("| algorithm | compared | result |");
        lines.add("|---|---|---|");
        for (Linkage linkage : List.of(Linkage.WARD, Linkage.AVERAGE, Linkage.COMPLETE, Linkage.SINGLE)) {
            lines.add(tree(linkage));
        }
        reference.runs().stream().filter(run -> run.name().startsWith("dbscan")).forEach(run -> lines.add(dbscan(run)));
        return lines;
    }

    private String tree(Linkage linkage) {
        String name = linkage.name().toLowerCase(Locale.ROOT);
        HierarchicalOptions options = HierarchicalOptions.defaults().withLinkage(linkage);
        TreeModel model = (TreeModel) new Hierarchical(options).fit(x, RUN).model();
        double lowest = 1;
        for (int k = FEWEST; k <= MOST; k++) {
            Labels cut = Hierarchical.cut(options.withSegments(k), model.tree(), x, RUN)
                    .labels();
            lowest = Math.min(lowest, agreement(reference.run(name + "_" + k).labels(), cut));
        }
        String segments = lowest == 1
                ? "the same segments for k = 2 to 8"
                : "adjusted Rand index of the segments for k = 2 to 8 at least " + number(lowest);
        List<String[]> heights = reference.others().getOrDefault(name, List.of());
        if (heights.isEmpty()) {
            return "| hierarchical, " + linkage.title() + " | segments | " + segments + " |";
        }
        double[] found = model.tree().heights().clone();
        Arrays.sort(found);
        double[] expected = heights.stream()
                .mapToDouble(row -> Double.parseDouble(row[2]))
                .sorted()
                .toArray();
        MetricNumbers.Deviation deviation = new MetricNumbers.Deviation();
        for (int i = 0; i < expected.length; i++) {
            deviation.add(expected[i], found[i]);
        }
        return "| hierarchical, " + linkage.title() + " | segments, " + expected.length + " heights | " + segments
                + "; heights equal within " + MetricNumbers.bound(deviation.largest()) + " |";
    }

    private String dbscan(ReferenceSet.Run run) {
        double eps = run.figure("eps").orElseThrow();
        Dbscan.Detailed found = new Dbscan(DbscanOptions.defaults().withEps(eps).withMinPoints(5)).fitDetailed(x, RUN);
        Labels labels = found.clustering().labels();
        int otherNoise = 0;
        int[] expectedCore = run.labels().toArray();
        int[] foundCore = labels.toArray();
        for (int i = 0; i < foundCore.length; i++) {
            otherNoise += (expectedCore[i] == Labels.NOISE) == (foundCore[i] == Labels.NOISE) ? 0 : 1;
            if (!found.core()[i]) {
                expectedCore[i] = Labels.NOISE;
                foundCore[i] = Labels.NOISE;
            }
        }
        double core = agreement(Labels.of(expectedCore), Labels.of(foundCore));
        return "| DBSCAN, eps " + number(eps) + " | " + labels.segments() + " segments, " + labels.noise()
                + " noise rows | " + (core == 1 ? "core rows in the same segments" : "core rows differ: " + core)
                + ", " + (otherNoise == 0 ? "the same noise" : otherNoise + " rows differ in being noise") + " |";
    }

    private static double agreement(Labels expected, Labels found) {
        return Agreement.of(expected, found, NoisePolicy.LEAVE_OUT, RunContext.of(0))
                .adjustedRand();
    }

    /** In bold if something is missing to what scikit-learn has, and not by rounding only. */
    private static String marked(double found, double missing) {
        String shown = number(found);
        return missing > EQUAL * Math.abs(found) ? "**" + shown + "**" : shown;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.9g", value);
    }
}
