package org.tessera.bench.verdict;

import java.util.Arrays;
import org.tessera.engine.run.RandomStream;

/** Customers with segments, which the standard deviation within them and the distance of their centers describe. */
final class Planted {

    private static final int COLUMNS = 10;
    private static final double STRETCH = 2;

    private Planted() {}

    static void apart(Draw draw, double separation) {
        add(draw, spherical(draw, segments(draw, 1, 1, 1), 3, COLUMNS, separation));
    }

    static void unequal(Draw draw) {
        add(draw, spherical(draw, segments(draw, 40, 27, 20, 10, 3), 5, COLUMNS, 5));
    }

    /** Three classes with their own means of four numbers and their own preferred levels of five categories. */
    static void mixed(Draw draw) {
        int[] truth = segments(draw, 4, 3, 3);
        add(draw, spherical(draw, truth, 3, 4, 3));
        for (int j = 0; j < 5; j++) {
            preferred(draw, truth, 3 + j % 2, 0.8);
        }
    }

    static void outliers(Draw draw) {
        double[][] x = spherical(draw, segments(draw, 1, 1, 1), 3, COLUMNS, 4);
        for (int i = 0; i < draw.rows(); i++) {
            if (draw.random().nextDouble() < 0.02) {
                for (double[] column : x) {
                    column[i] = 8 * draw.random().nextGaussian();
                }
            }
        }
        add(draw, x);
    }

    /** Three segments who buy in different departments: half of the amounts are zero. */
    static void zeroInflated(Draw draw) {
        int[] truth = segments(draw, 1, 1, 1);
        RandomStream random = draw.random();
        for (int j = 0; j < 9; j++) {
            double[] amounts = new double[truth.length];
            for (int i = 0; i < truth.length; i++) {
                boolean own = j % 3 == truth[i];
                amounts[i] = random.nextDouble() < (own ? 0.9 : 0.25)
                        ? Math.exp((own ? 4.5 : 3) + 0.6 * random.nextGaussian())
                        : 0;
            }
            draw.number(amounts);
        }
        draw.number(draw.normal());
    }

    /** Marks from 1 to 5 in twelve questions, by segment. */
    static void likert(Draw draw) {
        double[][] x = spherical(draw, segments(draw, 5, 3, 2), 3, 12, 5.5);
        for (double[] column : x) {
            draw.whole(draw.marks(column, 5));
        }
    }

    static void skewed(Draw draw) {
        double[][] x = spherical(draw, segments(draw, 5, 3, 2), 3, COLUMNS, 4.5);
        for (double[] column : x) {
            draw.number(Arrays.stream(column).map(v -> Math.exp(3 + 0.7 * v)).toArray());
        }
    }

    /** Four segments in half of forty columns; a tenth of the numbers is missing. */
    static void wide(Draw draw) {
        int[] truth = segments(draw, 4, 3, 2, 1);
        for (double[] column : spherical(draw, truth, 4, 14, 5)) {
            draw.number(draw.withMissing(column, 0.1));
        }
        for (int j = 0; j < 6; j++) {
            preferred(draw, truth, 4, 0.7);
        }
        for (double[] column : draw.correlated(14, 2)) {
            draw.number(column);
        }
        for (int j = 0; j < 6; j++) {
            draw.category(draw.levels(2 + j % 3), 2 + j % 3);
        }
    }

    /**
     * Segments of sizes 1 : 8 to count, all centers 4 standard deviations apart; spherical, or with a common factor of all
     * columns that stretches everything in its direction.
     */
    static void counted(Draw draw, int k, boolean factor) {
        double[] shares = new double[k];
        Arrays.setAll(shares, s -> Math.pow(8, -s / Math.max(1.0, k - 1)));
        double[][] x = spherical(draw, segments(draw, shares), k, 8, 4);
        for (int i = 0; factor && i < draw.rows(); i++) {
            double mean = 0;
            for (double[] column : x) {
                mean += column[i] / x.length;
            }
            for (double[] column : x) {
                column[i] += (STRETCH - 1) * mean;
            }
        }
        add(draw, x);
    }

    /** The segment of every customer, by shares. */
    private static int[] segments(Draw draw, double... shares) {
        double all = Arrays.stream(shares).sum();
        int[] truth = new int[draw.rows()];
        for (int i = 0; i < truth.length; i++) {
            double left = draw.random().nextDouble() * all;
            while (truth[i] < shares.length - 1 && left >= shares[truth[i]]) {
                left -= shares[truth[i]++];
            }
        }
        return truth;
    }

    /** Spherical segments of standard deviation 1 whose centers are all at the same distance, in random directions. */
    private static double[][] spherical(Draw draw, int[] truth, int k, int columns, double separation) {
        double[][] centers = orthonormal(draw.random(), k, columns);
        double[][] x = new double[columns][truth.length];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < truth.length; i++) {
                x[j][i] = separation / Math.sqrt(2) * centers[truth[i]][j]
                        + draw.random().nextGaussian();
            }
        }
        return x;
    }

    /** Random vectors of length 1, each at right angles to all others. */
    private static double[][] orthonormal(RandomStream random, int count, int columns) {
        double[][] vectors = new double[count][columns];
        for (int a = 0; a < count; a++) {
            Arrays.setAll(vectors[a], j -> random.nextGaussian());
            for (int b = 0; b < a; b++) {
                double product = dot(vectors[a], vectors[b]);
                for (int j = 0; j < columns; j++) {
                    vectors[a][j] -= product * vectors[b][j];
                }
            }
            double length = Math.sqrt(dot(vectors[a], vectors[a]));
            for (int j = 0; j < columns; j++) {
                vectors[a][j] /= length;
            }
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static void preferred(Draw draw, int[] truth, int levels, double preference) {
        int[] first = draw.random().permutation(levels);
        int[] codes = new int[truth.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = draw.random().nextDouble() < preference
                    ? first[truth[i] % levels]
                    : draw.random().nextInt(levels);
        }
        draw.category(codes, levels);
    }

    private static void add(Draw draw, double[][] x) {
        for (double[] column : x) {
            draw.number(column);
        }
    }
}
