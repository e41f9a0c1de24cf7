package org.tessera.engine.choose.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.Statistics;
import org.tessera.engine.run.RandomStream;

/**
 * Fills the gaps that lie in the nature of columns rather than between customers, so that a gap in a table has more than
 * one column behind it: equal numbers are spread at random to the middles between them and their neighbors, numbers with
 * spikes become normal scores of ranks with equal values in random order, and a category of L levels becomes L - 1 normal
 * variables, each drawn at random from where the level demands it. Other numbers stay as they are. Immutable.
 *
 * <p>Fitted to a table it can be applied to any table with the same values per column, such as draws of a
 * {@link Continuum}. O(n d log n).
 */
public final class Smoothing {

    private final List<Part> parts = new ArrayList<>();
    private final int columns;
    private final List<Integer> unchanged = new ArrayList<>();

    /** Smooths one column of a table. */
    private interface Part {

        /** @return the column's smooth variables, n values each */
        double[][] of(Matrix x, RandomStream random);
    }

    /**
     * Fits a smoothing.
     *
     * @param x n x d features
     * @param structure which features belong together
     */
    public Smoothing(Matrix x, FeatureColumns structure) {
        int variables = 0;
        for (FeatureColumn column : structure.list()) {
            int first = column.features().get(0);
            double[] values = values(x, first);
            if (column.category()) {
                Levels levels = new Levels(x, column.features());
                parts.add(levels);
                variables += levels.variables();
            } else {
                if (Spikes.hasManyValues(values) && Spikes.values(values).length == 0) {
                    unchanged.add(variables);
                }
                parts.add(number(values, first));
                variables++;
            }
        }
        columns = variables;
    }

    private static Part number(double[] values, int feature) {
        if (!Spikes.hasManyValues(values)) {
            return (x, random) -> new double[][] {spread(values(x, feature), random)};
        }
        if (Spikes.values(values).length == 0) {
            return (x, random) -> new double[][] {values(x, feature)};
        }
        double sd = Statistics.sd(values);
        return (x, random) -> new double[][] {scores(values(x, feature), sd, random)};
    }

    /**
     * Smooths a table.
     *
     * @param x a table with the values of the one that was fitted
     * @param random the stream of random numbers
     * @return n rows of smooth variables
     */
    public Matrix of(Matrix x, RandomStream random) {
        double[] smooth = new double[x.rows() * columns];
        int next = 0;
        for (Part part : parts) {
            for (double[] variable : part.of(x, random)) {
                for (int i = 0; i < variable.length; i++) {
                    smooth[i * columns + next] = variable[i];
                }
                next++;
            }
        }
        return Matrix.wrap(x.rows(), columns, smooth);
    }

    /** @return the indices of the smooth variables that are numbers as they were */
    public List<Integer> unchanged() {
        return List.copyOf(unchanged);
    }

    private static double[] values(Matrix x, int feature) {
        double[] values = new double[x.rows()];
        Arrays.setAll(values, i -> x.at(i, feature) + 0.0);
        return values;
    }

    /** Uniform numbers around each value, up to the middles between it and its neighbors. */
    private static double[] spread(double[] values, RandomStream random) {
        double[] levels = Arrays.stream(values).distinct().sorted().toArray();
        double[] spread = new double[values.length];
        for (int i = 0; i < spread.length; i++) {
            int level = Arrays.binarySearch(levels, values[i]);
            double up = level + 1 < levels.length ? (levels[level + 1] - values[i]) / 2 : 0;
            double down = level > 0 ? (values[i] - levels[level - 1]) / 2 : up;
            up = level + 1 < levels.length ? up : down;
            spread[i] = values[i] - down + random.nextDouble() * (up + down);
        }
        return spread;
    }

    /** Normal scores with the standard deviation of the values, equal values in random order. */
    private static double[] scores(double[] values, double sd, RandomStream random) {
        int[] shuffled = random.permutation(values.length);
        long[] places = new long[values.length];
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < places.length; i++) {
            places[i] = (long) Spikes.runStart(sorted, values[i]) << 32 | shuffled[i];
        }
        int[] rowOf = new int[values.length];
        for (int i = 0; i < rowOf.length; i++) {
            rowOf[shuffled[i]] = i;
        }
        Arrays.sort(places);
        double[] scores = new double[values.length];
        for (int r = 0; r < places.length; r++) {
            scores[rowOf[(int) places[r]]] = sd * NormalQuantile.of((r + 0.5) / places.length);
        }
        return scores;
    }

    /** A category: the level of each row by its features, and per level the shares among the rows without earlier ones. */
    private static final class Levels implements Part {

        private final int[] indices;
        private final Map<List<Double>, Integer> numbers = new HashMap<>();
        private final double[] shares;

        Levels(Matrix x, List<Integer> features) {
            indices = features.stream().mapToInt(Integer::intValue).toArray();
            Map<List<Double>, Integer> counts = new HashMap<>();
            for (int i = 0; i < x.rows(); i++) {
                counts.merge(key(x, i), 1, Integer::sum);
            }
            List<List<Double>> order = new ArrayList<>(counts.keySet());
            order.sort(Comparator.comparing((List<Double> k) -> -counts.get(k)).thenComparing(Levels::compare));
            shares = new double[Math.min(CategoryMargin.MAX_LATENTS, order.size() - 1)];
            int left = x.rows();
            for (int l = 0; l < order.size(); l++) {
                numbers.put(order.get(l), l);
                int count = counts.get(order.get(l));
                if (l < shares.length) {
                    shares[l] = (double) count / left;
                }
                left -= count;
            }
        }

        private static int compare(List<Double> a, List<Double> b) {
            return Arrays.compare(
                    a.stream().mapToDouble(Double::doubleValue).toArray(),
                    b.stream().mapToDouble(Double::doubleValue).toArray());
        }

        private List<Double> key(Matrix x, int row) {
            return Arrays.stream(indices).mapToObj(f -> x.at(row, f) + 0.0).toList();
        }

        int variables() {
            return shares.length;
        }

        @Override
        public double[][] of(Matrix x, RandomStream random) {
            double[][] smooth = new double[shares.length][x.rows()];
            for (int i = 0; i < x.rows(); i++) {
                int level = numbers.get(key(x, i));
                for (int l = 0; l < shares.length; l++) {
                    double low = level == l ? 1 - shares[l] : 0;
                    double high = level > l ? 1 - shares[l] : 1;
                    smooth[l][i] = NormalQuantile.of(low + (0.5 + random.nextInt(1 << 20)) / (1 << 20) * (high - low));
                }
            }
            return smooth;
        }
    }
}
