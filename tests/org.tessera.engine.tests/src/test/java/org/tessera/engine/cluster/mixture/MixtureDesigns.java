package org.tessera.engine.cluster.mixture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.tessera.engine.data.Matrix;

/**
 * Made-up customers whose segments are known: numbers from a normal distribution per segment, z-scored, and indicators of
 * categories times the square root of 1/2. {@code main} writes the tables for {@code mixture_designs.py}.
 */
final class MixtureDesigns {

    /** Levels of a category. */
    private static final int LEVELS = 4;

    /**
     * A design.
     *
     * @param rows number of customers
     * @param segments number of segments
     * @param numbers number of numbers
     * @param categories categories that depend on the segment
     * @param purity the probability of a segment's own level
     * @param noise categories that do not depend on the segment
     * @param kind whether numbers have heavy tails and zeros
     */
    enum Design {
        NUMBERS(400, 4, 6, 0, 0, 0, false),
        MIXED(400, 4, 4, 3, 0.7, 0, false),
        NOISE(400, 4, 4, 3, 0.7, 3, false),
        STRONG(400, 4, 3, 4, 0.9, 0, false),
        LARGE(3000, 5, 4, 4, 0.8, 0, false),
        ZEROS(400, 4, 6, 0, 0, 0, true);

        final int rows;
        final int segments;
        final int numbers;
        final int categories;
        final double purity;
        final int noise;
        final boolean zeros;

        Design(int rows, int segments, int numbers, int categories, double purity, int noise, boolean zeros) {
            this.rows = rows;
            this.segments = segments;
            this.numbers = numbers;
            this.categories = categories;
            this.purity = purity;
            this.noise = noise;
            this.zeros = zeros;
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
            truth[i] = i % design.segments;
        }
        double[] values = new double[design.rows * design.features()];
        for (int j = 0; j < design.numbers; j++) {
            number(design, truth, values, j, random);
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
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < design.rows; i++) {
            double value = means[truth[i]] + deviations[truth[i]] * random.nextGaussian();
            column[i] = design.zeros ? Math.max(0, Math.exp(value / 2) - 0.5) : value;
            sum += column[i];
            squares += column[i] * column[i];
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
