package org.tessera.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.SearchPoint;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Synthetic customers, and a specification of every chart. */
final class Samples {

    static final RunContext RUN = RunContext.of(1);

    private static final int FEATURES = 6;

    private Samples() {}

    /** Segments of decreasing size; optionally every 50th customer is noise. */
    static Labels labels(int n, int segments, boolean noise) {
        int[] labels = new int[n];
        RandomStream random = RandomStream.of(5, 0);
        for (int i = 0; i < n; i++) {
            labels[i] = i < segments ? i : (int) (segments * random.nextDouble() * random.nextDouble());
            if (noise && i % 50 == 49) {
                labels[i] = Labels.NOISE;
            }
        }
        return Labels.of(labels);
    }

    static Matrix features(Labels labels) {
        RandomStream random = RandomStream.of(6, 0);
        double[] values = new double[labels.size() * FEATURES];
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < FEATURES; j++) {
                values[i * FEATURES + j] = random.nextGaussian() + (labels.at(i) % FEATURES == j ? 4 : 0);
            }
        }
        return Matrix.wrap(labels.size(), FEATURES, values);
    }

    /** Columns with long names, large numbers, many categories, missing values. */
    static CustomerTable customers(Labels labels) {
        int n = labels.size();
        RandomStream random = RandomStream.of(7, 0);
        double[] age = new double[n];
        double[] revenue = new double[n];
        List<String> town = new ArrayList<>();
        List<String> answer = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            age[i] = Math.rint(40 + 3 * labels.at(i) + 9 * random.nextGaussian());
            revenue[i] = i % 11 == 0 ? Double.NaN : Math.exp(9 + 0.3 * labels.at(i) + random.nextGaussian());
            town.add("Town number " + random.nextInt(4 + Math.max(0, labels.at(i))));
            answer.add(i % 7 == 0 ? null : labels.at(i) % 2 == 0 ? "yes" : "no");
        }
        List<Column> columns = new ArrayList<>(List.of(
                new NumericColumn("Age", age, true),
                new NumericColumn("AverageRevenuePerQuarterInTheLastTwoFinancialYears", revenue, false),
                CategoryColumn.of("Town in which the customer lives, as of the last delivery", town),
                CategoryColumn.of("Answer", answer)));
        for (int c = 0; c < 16; c++) {
            double[] values = new double[n];
            Arrays.setAll(values, i -> random.nextGaussian());
            columns.add(new NumericColumn("Behavior indicator with a long name " + c, values, false));
        }
        return new CustomerTable(n, columns);
    }

    static Profile profile(Labels labels) {
        return Profiler.profile(customers(labels), SegmentedRows.all(labels), ProfileOptions.defaults(), RUN);
    }

    /** One specification per chart type. */
    static List<ChartSpec> specs(int n, int segments, boolean noise) {
        Labels labels = labels(n, segments, noise);
        Matrix features = features(labels);
        Profile profile = profile(labels);
        List<String> columns = profile.drivers().stream()
                .limit(Histograms.DEFAULT_COLUMNS)
                .map(Driver::column)
                .toList();
        return List.of(
                PcaScatter.spec(features, labels, PcaScatter.DEFAULT_POINTS, RUN),
                Histograms.spec(customers(labels), SegmentedRows.all(labels), columns, RUN),
                ProfileHeatMap.spec(profile, ProfileHeatMap.DEFAULT_COLUMNS),
                SilhouettePlot.spec(
                        Silhouette.of(features, labels, NoisePolicy.LEAVE_OUT, RUN), labels, Distance.EUCLIDEAN, RUN),
                SegmentSizes.spec(labels),
                ChoiceOfK.spec(search(segments)),
                dendrogram(features, segments),
                KDistancePlot.spec(density(), features, "DBSCAN", RUN),
                Loadings.spec(features, FEATURE_NAMES, Optional.empty(), RUN),
                ParallelCoordinates.spec(
                        features, FEATURE_NAMES, Optional.empty(), labels, ParallelCoordinates.DEFAULT_AXES, RUN),
                migration(labels));
    }

    private static final List<String> FEATURE_NAMES = List.of(
            "Age", "Revenue in the last two financial years", "Visits", "Town = Springfield", "Returns", "Discount");

    static Dendrogram.Spec dendrogram(Matrix features, int segments) {
        Clustering tree = Algorithms.HIERARCHICAL
                .clusterer(Algorithms.HIERARCHICAL.defaults().withSegments(Math.min(segments, features.rows())))
                .fit(features, RUN);
        return Dendrogram.spec(tree.model(), tree.labels(), "Hierarchical", RUN);
    }

    /** A model with radius 1.5 and 5 minimum points. */
    static DensityModel density() {
        return new DensityModel(
                1.5, 5, Distance.EUCLIDEAN, true, Matrix.wrap(1, FEATURES, new double[FEATURES]), new int[1], 1);
    }

    /** Every third customer moves to the next segment; noise is not among them. */
    static Migration.Spec migration(Labels labels) {
        int k = labels.segments();
        int[][] counts = new int[k][k];
        for (int i = 0; i < labels.size(); i++) {
            if (labels.at(i) != Labels.NOISE) {
                counts[labels.at(i)][i % 3 == 0 ? (labels.at(i) + 1) % k : labels.at(i)]++;
            }
        }
        List<String> names = IntStream.range(0, k).mapToObj(Labels::name).toList();
        return Migration.spec(names, names, counts);
    }

    /** Curves of as many algorithms from 2 to 10 segments, with a knee at 4. */
    static List<SearchPoint> search(int algorithms) {
        List<SearchPoint> points = new ArrayList<>();
        for (int a = 0; a < algorithms; a++) {
            for (int k = 2; k <= 10; k++) {
                double silhouette = 0.3 - 0.02 * Math.abs(k - 4) - 0.03 * a;
                points.add(new SearchPoint(
                        "Algorithm " + a, k, silhouette, 5000.0 / k + 300 * a, k == 4, 0.8 - 0.03 * k, 0.5 - 0.02 * a));
            }
        }
        points.add(new SearchPoint("DBSCAN", 0, 0.2, 3000, false, Double.NaN, Double.NaN));
        return points;
    }
}
