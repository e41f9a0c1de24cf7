package org.tessera.engine.cluster.mixture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tessera.engine.data.Matrix;

/**
 * Made-up customers whose segments are known: numbers from a normal distribution per segment, z-scored, and indicators of
 * categories times the square root of 1/2. {@code main} writes the tables for {@code mixture_designs.py}.
 */
final class MixtureDesigns {

    /** Levels of a category. */
    private static final int LEVELS = 4;
    /** Shortest and longest standard deviation along the axes of a segment of correlated numbers. */
    private static final double SHORTEST = 0.3;

    private static final double LONGEST = 1.8;
    /** Segments of ten customers in turn where segments differ in size. */
    private static final int[] UNEQUAL = {0, 0, 0, 0, 1, 1, 1, 2, 2, 3};

    /** The distribution of the numbers of a segment. */
    private enum Shape {
        /** Independent, with a standard deviation per segment and number. */
        INDEPENDENT,
        /** Exponentials of independent numbers, cut off at 0: heavy tails and zeros. */
        ZEROS,
        /** Elongated along axes of a random rotation per segment, in segments of unequal size. */
        CORRELATED
    }

    /**
     * A design.
     *
     * @param rows number of customers
     * @param segments number of segments
     * @param numbers number of numbers
     * @param categories categories that depend on the segment
     * @param purity the probability of a segment's own level
     * @param noise categories that do not depend on the segment
     * @param shape the distribution of the numbers
     */
    enum Design {
        NUMBERS(400, 4, 6, 0, 0, 0, Shape.INDEPENDENT),
        MIXED(400, 4, 4, 3, 0.7, 0, Shape.INDEPENDENT),
        NOISE(400, 4, 4, 3, 0.7, 3, Shape.INDEPENDENT),
        STRONG(400, 4, 3, 4, 0.9, 0, Shape.INDEPENDENT),
        LARGE(3000, 5, 4, 4, 0.8, 0, Shape.INDEPENDENT),
        ZEROS(400, 4, 6, 0, 0, 0, Shape.ZEROS),
        CORRELATED(600, 4, 4, 0, 0, 0, Shape.CORRELATED);

        final int rows;
        final int segments;
        final int numbers;
        final int categories;
        final double purity;
        final int noise;
        final Shape shape;

        Design(int rows, int segments, int numbers, int categories, double purity, int noise, Shape shape) {
            this.rows = rows;
            this.segments = segments;
            this.numbers = numbers;
            this.categories = categories;
            this.purity = purity;
            this.noise = noise;
            this.shape = shape;
        }

        int features() {
            return numbers + LEVELS * (categories + noise);
        }
    }

    /** A table and the segment of each of its rows. */
    record Table(Matrix features, int[] truth) {}

    private MixtureDesigns() {}

    static Table table(Design design, int seed) {
        Random random = new Random(1000L * design.ordinal() + seed);
        int[] truth = new int[design.rows];
        for (int i = 0; i < design.rows; i++) {
            truth[i] = design.shape == Shape.CORRELATED ? UNEQUAL[i % UNEQUAL.length] : i % design.segments;
        }
        double[] values = new double[design.rows * design.features()];
        if (design.shape == Shape.CORRELATED) {
            correlated(design, truth, values, random);
        } else {
            for (int j = 0; j < design.numbers; j++) {
                number(design, truth, values, j, random);
            }
        }
        for (int j = 0; j < design.categories + design.noise; j++) {
            category(design, truth, values, j, random);
        }
        return new Table(Matrix.wrap(design.rows, design.features(), values), truth);
    }

    private static void number(Design design, int[] truth, double[] values, int j, Random random) {
        double[] means = random.doubles(design.segments, -2.5, 2.5).toArray();
        double[] deviations = random.doubles(design.segments, 0.6, 1.4).toArray();
        double[] column = new double[design.rows];
        for (int i = 0; i < design.rows; i++) {
            double value = means[truth[i]] + deviations[truth[i]] * random.nextGaussian();
            column[i] = design.shape == Shape.ZEROS ? Math.max(0, Math.exp(value / 2) - 0.5) : value;
        }
        scale(design, column, values, j);
    }

    /** Normal distributions whose standard deviations along the axes are spaced evenly in logarithms. */
    private static void correlated(Design design, int[] truth, double[] values, Random random) {
        int d = design.numbers;
        double[][] means = new double[design.segments][];
        double[][][] axes = new double[design.segments][][];
        for (int s = 0; s < design.segments; s++) {
            means[s] = random.doubles(d, -2.5, 2.5).toArray();
            axes[s] = axes(d, random);
        }
        double[][] columns = new double[d][design.rows];
        for (int i = 0; i < design.rows; i++) {
            for (int a = 0; a < d; a++) {
                double deviation = SHORTEST * Math.pow(LONGEST / SHORTEST, a / (d - 1.0));
                double along = deviation * random.nextGaussian();
                for (int j = 0; j < d; j++) {
                    columns[j][i] += along * axes[truth[i]][a][j] + (a == 0 ? means[truth[i]][j] : 0);
                }
            }
        }
        for (int j = 0; j < d; j++) {
            scale(design, columns[j], values, j);
        }
    }

    /** Orthonormal axes in random directions, by Gram and Schmidt. */
    private static double[][] axes(int d, Random random) {
        double[][] axes = new double[d][];
        for (int a = 0; a < d; a++) {
            double[] axis = DoubleStream.generate(random::nextGaussian).limit(d).toArray();
            for (int b = 0; b < a; b++) {
                double projection = dot(axis, axes[b]);
                for (int j = 0; j < d; j++) {
                    axis[j] -= projection * axes[b][j];
                }
            }
            double length = Math.sqrt(dot(axis, axis));
            axes[a] = Arrays.stream(axis).map(value -> value / length).toArray();
        }
        return axes;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j]).sum();
    }

    /** Writes z-scores of a column to a feature. */
    private static void scale(Design design, double[] column, double[] values, int j) {
        double sum = 0;
        double squares = 0;
        for (double value : column) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / design.rows;
        double deviation = Math.sqrt(squares / design.rows - mean * mean);
        for (int i = 0; i < design.rows; i++) {
            values[i * design.features() + j] = (column[i] - mean) / deviation;
        }
    }

    private static void category(Design design, int[] truth, double[] values, int j, Random random) {
        int[] own = random.ints(design.segments, 0, LEVELS).toArray();
        for (int i = 0; i < design.rows; i++) {
            boolean isOwn = j < design.categories && random.nextDouble() < design.purity;
            int level = isOwn ? own[truth[i]] : random.nextInt(LEVELS);
            values[i * design.features() + design.numbers + LEVELS * j + level] = Math.sqrt(0.5);
        }
    }

    /** Writes a file per design and table, the segment first: folder, number of tables. */
    public static void main(String[] arguments) throws IOException {
        for (Design design : Design.values()) {
            for (int seed = 0; seed < Integer.parseInt(arguments[1]); seed++) {
                Table table = table(design, seed);
                Path file = Path.of(arguments[0], design + "_" + seed + ".csv");
                try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
                    for (int i = 0; i < design.rows; i++) {
                        StringBuilder line = new StringBuilder().append(table.truth[i]);
                        for (double value : table.features.row(i)) {
                            line.append(',').append(value);
                        }
                        out.println(line);
                    }
                }
            }
        }
    }
}
