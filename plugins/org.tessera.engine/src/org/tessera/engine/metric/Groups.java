package org.tessera.engine.metric;

import java.util.Arrays;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;

/**
 * The rows that take part in a metric, by group: segments 0 to k - 1 and, if noise is a segment of its own, group k.
 * Values are to be multiplied by {@link #scale()}, a power of two (so nothing is rounded) that keeps squares in range.
 */
final class Groups {

    /** Exponents up to this need no scaling: squares and their sums stay finite and normal. */
    private static final int SAFE_EXPONENT = 400;

    private final int[] group;
    private final int[] sizes;
    private final int rows;
    private final double scale;

    private Groups(int[] group, int[] sizes, double scale) {
        this.group = group;
        this.sizes = sizes;
        this.rows = Arrays.stream(sizes).sum();
        this.scale = scale;
    }

    static Groups of(Matrix x, Labels labels, NoisePolicy noise) {
        if (x.rows() != labels.size()) {
            throw new IllegalArgumentException(
                    labels.size() + " labels for " + x.rows() + " rows: the numbers must be equal");
        }
        x.requireFinite("The feature matrix");
        boolean extra = noise == NoisePolicy.OWN_SEGMENT && labels.noise() > 0;
        int k = labels.segments();
        int[] group = labels.toArray();
        int[] sizes = Arrays.copyOf(labels.sizes(), extra ? k + 1 : k);
        if (extra) {
            sizes[k] = labels.noise();
            for (int i = 0; i < group.length; i++) {
                group[i] = group[i] == Labels.NOISE ? k : group[i];
            }
        }
        return new Groups(group, sizes, scaleOf(x.values()));
    }

    private static double scaleOf(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        int exponent = Math.getExponent(largest);
        return largest == 0 || Math.abs(exponent) <= SAFE_EXPONENT ? 1 : Math.scalb(1.0, -Math.max(exponent, -1000));
    }

    /** Number of groups. */
    int count() {
        return sizes.length;
    }

    /** Number of rows in all groups. */
    int rows() {
        return rows;
    }

    int sizeOf(int index) {
        return sizes[index];
    }

    /** The group of a row, or -1 if it is left out. */
    int of(int row) {
        return group[row];
    }

    double scale() {
        return scale;
    }

    /** The rows sorted by group, in their own order within a group; left-out rows are not among them. */
    int[] sorted() {
        int[] next = starts();
        int[] order = new int[rows];
        for (int i = 0; i < group.length; i++) {
            if (group[i] >= 0) {
                order[next[group[i]]++] = i;
            }
        }
        return order;
    }

    /** Where each group begins in {@link #sorted()}, and the end of the last. */
    int[] starts() {
        int[] starts = new int[sizes.length + 1];
        for (int g = 0; g < sizes.length; g++) {
            starts[g + 1] = starts[g] + sizes[g];
        }
        return starts;
    }

    double[] undefinedPerGroup() {
        double[] values = new double[sizes.length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    static String allNoise(int rows) {
        return rows == 1 ? "the only row is noise" : "all " + Numbers.count(rows, "row") + " are noise";
    }

    /** Why a metric that compares segments is not defined, or empty if it is. */
    String whyUndefined(String metric) {
        if (sizes.length >= 2) {
            return "";
        }
        String found;
        if (sizes.length == 1) {
            found = "there is only 1";
        } else if (group.length == 0) {
            found = "there is no row";
        } else {
            found = allNoise(group.length);
        }
        return metric + " needs at least 2 segments, but " + found;
    }
}
