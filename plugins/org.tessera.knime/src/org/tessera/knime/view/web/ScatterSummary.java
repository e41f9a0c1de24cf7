package org.tessera.knime.view.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.reduce.Pca;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Customers on the first principal components. Positions are whole numbers from 0 to {@value #STEPS} across the range of a
 * component; customers far out lie at its ends. Where not all customers are
 * drawn the page also gets the numbers per cell of a grid, of all of them, for each pair of components, and shows these
 * first for more than {@value #DENSITY_ABOVE} customers.
 *
 * @param customers number of customers with a segment and all features
 * @param denseAbove number of customers above which the page shows densities first
 * @param explained the components' shares of the variance, 0 to 1
 * @param ranges per component its smallest and largest coordinate shown
 * @param features the features with the largest loadings
 * @param loadings per component the loadings of these features
 * @param centroids per group the position of its mean on each component, null of an empty group
 * @param groups the group of each customer drawn
 * @param positions per component the positions of the customers drawn
 * @param farOut number of customers drawn at the end of a range
 * @param details the values of the customers drawn in some of their own columns
 * @param grids a grid per pair of components, empty where all customers are drawn
 */
record ScatterSummary(
        int customers,
        int denseAbove,
        double[] explained,
        double[][] ranges,
        List<String> features,
        double[][] loadings,
        int[][] centroids,
        int[] groups,
        int[][] positions,
        int farOut,
        List<PointDetail> details,
        List<DensityGrid> grids) {

    /** Number of customers above which the page shows densities. */
    static final int DENSITY_ABOVE = 5_000;
    /** Largest position. */
    static final int STEPS = 1_000;

    /** Number of columns whose values the page tells of each customer drawn. */
    static final int DETAILS = 4;

    private static final int COMPONENTS = 4;
    private static final int MAX_LOADINGS = 24;
    /** Share of the customers in each tail of a component, which may lie beyond its range. */
    private static final double TAIL = 0.005;

    private static final double MARGIN = 0.15;
    private static final double EDGE = 0.03;

    /**
     * Projects customers and draws a sample of each segment.
     *
     * @param subject customers and segments
     * @param rows their features
     * @param columns the customers' columns of which the page tells the values
     * @param points number of customers drawn, more where small segments need it
     * @param run seed, threads, cancel
     * @return the summary
     */
    static ScatterSummary of(Subject subject, FeatureRows rows, List<String> columns, int points, RunContext run) {
        Matrix features = rows.matrix();
        Pca pca = Pca.fit(features, Math.max(2, Math.min(COMPONENTS, features.columns())), run);
        int components = pca.explained().length;
        double[][] ranges = new double[components][];
        for (int c = 0; c < components; c++) {
            ranges[c] = range(pca.scores(), c, run);
        }
        Positions all = new Positions(pca.scores(), ranges);
        int[] drawn = ScatterSample.draw(subject, rows.labels(), pca.scores(), Math.min(points, DENSITY_ABOVE), run);
        int[] tableRows = Arrays.stream(drawn).map(row -> rows.tableRows()[row]).toArray();
        int[] named = mostLoaded(pca.components());
        return new ScatterSummary(
                features.rows(),
                DENSITY_ABOVE,
                pca.explained(),
                ranges,
                Arrays.stream(named)
                        .mapToObj(f -> Texts.cut(rows.names().get(f), Texts.NAME))
                        .toList(),
                loadings(pca.components(), named),
                centroids(subject, rows.labels(), all, run),
                Arrays.stream(drawn)
                        .map(row -> subject.group(rows.labels().at(row)))
                        .toArray(),
                all.of(drawn),
                all.farOut(drawn),
                columns.stream()
                        .map(name -> PointDetail.of(subject.column(name).orElseThrow(), tableRows))
                        .toList(),
                features.rows() > drawn.length ? DensityGrid.all(subject, rows.labels(), all, run) : List.of());
    }

    /** All values, or with outliers the central ones with a margin. */
    private static double[] range(Matrix scores, int component, RunContext run) {
        double[] sorted = new double[scores.rows()];
        Arrays.setAll(sorted, i -> scores.at(i, component));
        KeySort.sort(sorted, run);
        int tail = (int) (sorted.length * TAIL);
        double low = sorted[tail];
        double high = sorted[sorted.length - 1 - tail];
        double margin = MARGIN * (high - low);
        double from = Math.max(sorted[0], low - margin);
        double to = Math.min(sorted[sorted.length - 1], high + margin);
        double edge = from < to ? EDGE * (to - from) : 1;
        return new double[] {from - edge, to + edge};
    }

    /** The features with the largest loading on any component, in order. */
    private static int[] mostLoaded(Matrix components) {
        double[] largest = new double[components.columns()];
        for (int f = 0; f < largest.length; f++) {
            for (int c = 0; c < components.rows(); c++) {
                largest[f] = Math.max(largest[f], Math.abs(components.at(c, f)));
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int f = 0; f < largest.length; f++) {
            order.add(f);
        }
        order.sort((a, b) -> Double.compare(largest[b], largest[a]));
        return order.stream()
                .limit(MAX_LOADINGS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static double[][] loadings(Matrix components, int[] features) {
        double[][] loadings = new double[components.rows()][];
        for (int c = 0; c < loadings.length; c++) {
            int component = c;
            loadings[c] = Arrays.stream(features)
                    .mapToDouble(f -> components.at(component, f))
                    .toArray();
        }
        return loadings;
    }

    private static int[][] centroids(Subject subject, Labels labels, Positions all, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        double[][] sums = new double[subject.groups()][all.components()];
        int[] sizes = new int[sums.length];
        for (int i = 0; i < labels.size(); i++) {
            cancellation.step();
            int group = subject.group(labels.at(i));
            if (group >= 0) {
                sizes[group]++;
                for (int c = 0; c < all.components(); c++) {
                    sums[group][c] += all.score(i, c);
                }
            }
        }
        int[][] centroids = new int[sums.length][];
        for (int g = 0; g < sums.length; g++) {
            if (sizes[g] > 0) {
                centroids[g] = new int[all.components()];
                for (int c = 0; c < all.components(); c++) {
                    centroids[g][c] = all.position(sums[g][c] / sizes[g], c);
                }
            }
        }
        return centroids;
    }
}
