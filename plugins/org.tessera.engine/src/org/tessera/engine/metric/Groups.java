package org.tessera.engine.metric;

import java.util.Arrays;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;

/**
 * The rows that a metric includes, by group: segments 0 to k - 1 and, if noise is a segment of its own, group k. Feature
 * values have to be multiplied by {@link #scale()}, a power of two (so nothing is rounded) that keeps their squares within
 * the range of doubles.
 */
final class Groups {

    /** Maximum binary exponent without scaling: squares and their sums stay finite and normal. */
    private static final int MAX_UNSCALED_EXPONENT = 400;

    /** Limit of the power of two, which has to stay finite itself. */
    private static final int MIN_EXPONENT = -1000;

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
        boolean noiseGroup = noise == NoisePolicy.OWN_SEGMENT && labels.noise() > 0;
        int k = labels.segments();
        int[] group = labels.toArray();
        int[] sizes = Arrays.copyOf(labels.sizes(), noiseGroup ? k + 1 : k);
        if (noiseGroup) {
            sizes[k] = labels.noise();
            for (int i = 0; i < group.length; i++) {
                group[i] = group[i] == Labels.NOISE ? k : group[i];
            }
        }
        return new Groups(group, sizes, scaleOf(x.values()));
    }

    private static double scaleOf(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, Math.abs(value));
        }
        int exponent = Math.getExponent(max);
        return max == 0 || Math.abs(exponent) <= MAX_UNSCALED_EXPONENT
                ? 1
                : Math.scalb(1.0, -Math.max(exponent, MIN_EXPONENT));
    }

    /** Number of groups. */
    int count() {
        return sizes.length;
    }

    /** Number of rows in all groups. */
    int rows() {
        return rows;
    }

    /** Number of rows of a group. */
    int sizeOf(int index) {
        return sizes[index];
    }

    /** The group of a row, or -1 if it is excluded. */
    int of(int row) {
        return group[row];
    }

    /** What feature values have to be multiplied by. */
    double scale() {
        return scale;
    }

    /** The included rows sorted by group, within a group in ascending order. */
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

    /** The index in {@link #sorted()} at which each group starts, and the end of the last group. */
    int[] starts() {
        int[] starts = new int[sizes.length + 1];
        for (int g = 0; g < sizes.length; g++) {
            starts[g + 1] = starts[g] + sizes[g];
        }
        return starts;
    }

    /** A value per group, all NaN. */
    double[] undefinedPerGroup() {
        double[] values = new double[sizes.length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Says that every row is noise. */
    static String allNoise(int rows) {
        return rows == 1 ? "the only row is noise" : "all " + Numbers.count(rows, "row") + " are noise";
    }

    /** Why a metric that compares segments is not defined, or "" if there are two. */
    String whyUndefined(MetricInfo metric) {
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
        return "The " + metric.name() + " needs at least 2 segments, but " + found;
    }
}
