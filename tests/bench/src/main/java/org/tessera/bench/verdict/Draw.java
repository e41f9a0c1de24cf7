package org.tessera.bench.verdict;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RandomStream;

/** Draws the columns of one table. */
final class Draw {

    private final int n;
    private final RandomStream random;
    private final List<Column> columns = new ArrayList<>();

    Draw(int n, RandomStream random) {
        this.n = n;
        this.random = random;
    }

    int rows() {
        return n;
    }

    RandomStream random() {
        return random;
    }

    CustomerTable table() {
        return new CustomerTable(n, columns);
    }

    /** n standard normal numbers. */
    double[] normal() {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    /** n numbers between two bounds. */
    double[] uniform(double low, double high) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = low + random.nextDouble() * (high - low);
        }
        return values;
    }

    /** Standard normal columns that hang together by common factors with random loadings. */
    double[][] correlated(int columns, int factors) {
        double[][] common = new double[factors][];
        for (int f = 0; f < factors; f++) {
            common[f] = normal();
        }
        double[][] x = new double[columns][n];
        for (int j = 0; j < columns; j++) {
            double[] loadings = new double[factors];
            double squares = 1;
            for (int f = 0; f < factors; f++) {
                loadings[f] = 1.2 * (2 * random.nextDouble() - 1);
                squares += loadings[f] * loadings[f];
            }
            for (int i = 0; i < n; i++) {
                double sum = random.nextGaussian();
                for (int f = 0; f < factors; f++) {
                    sum += loadings[f] * common[f][i];
                }
                x[j][i] = sum / Math.sqrt(squares);
            }
        }
        return x;
    }

    /** Gamma numbers by the method of Marsaglia and Tsang (2000). */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + c * z, 3);
            if (v > 0 && Math.log(random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** A column of numbers. */
    Draw number(double[] values) {
        columns.add(new NumericColumn("number " + (columns.size() + 1), values, false));
        return this;
    }

    /** A column of whole numbers. */
    Draw whole(double[] values) {
        double[] rounded = new double[n];
        for (int i = 0; i < n; i++) {
            rounded[i] = Math.rint(values[i]);
        }
        columns.add(new NumericColumn("count " + (columns.size() + 1), rounded, true));
        return this;
    }

    /** A column of categories. */
    Draw category(int[] codes, int levels) {
        List<String> names = new ArrayList<>();
        for (int l = 0; l < levels; l++) {
            names.add("level " + (l + 1));
        }
        columns.add(new CategoryColumn("category " + (columns.size() + 1), codes, names));
        return this;
    }

    /** Levels by equal parts of a normal variable, shifted at random. */
    int[] cut(double[] z, int levels) {
        double shift = 0.4 * random.nextGaussian();
        int[] codes = new int[n];
        for (int i = 0; i < n; i++) {
            double place = levels / 2.0 + (z[i] + shift) * levels / 4.0;
            codes[i] = (int) Math.max(0, Math.min(levels - 1, Math.floor(place)));
        }
        return codes;
    }

    /** The same as whole numbers from 1. */
    double[] marks(double[] z, int levels) {
        int[] codes = cut(z, levels);
        double[] marks = new double[n];
        for (int i = 0; i < n; i++) {
            marks[i] = codes[i] + 1;
        }
        return marks;
    }

    /** Random levels, the first ones more frequent. */
    int[] levels(int levels) {
        int[] codes = new int[n];
        for (int i = 0; i < n; i++) {
            codes[i] = (int) (levels * Math.pow(random.nextDouble(), 1.5));
        }
        return codes;
    }

    /** Some numbers become missing. */
    double[] withMissing(double[] values, double share) {
        for (int i = 0; i < n; i++) {
            values[i] = random.nextDouble() < share ? Double.NaN : values[i];
        }
        return values;
    }
}
