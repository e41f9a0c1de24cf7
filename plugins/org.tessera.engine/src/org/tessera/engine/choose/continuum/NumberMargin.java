package org.tessera.engine.choose.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;

/**
 * The distribution of a number without its spikes: one latent variable puts its values in order, those of rows with the same
 * frequent pattern of spikes among themselves.
 */
final class NumberMargin implements Margin {

    private final int feature;
    private final int features;
    private final List<Part> parts = new ArrayList<>();
    private final Latent latent;

    /** Rows and their values, in ascending order. */
    private record Part(int[] rows, double[] values) {}

    /**
     * Takes a feature apart. O(n log n).
     *
     * @param x the features
     * @param feature the index of the number's feature
     * @param patterns the patterns of spikes of all numbers
     */
    NumberMargin(Matrix x, int feature, SpikePatterns patterns) {
        this.feature = feature;
        features = x.columns();
        double[] column = column(x, feature);
        boolean[] free = new boolean[column.length];
        Arrays.fill(free, true);
        for (boolean[] spike : spikes(column)) {
            for (int i = 0; i < free.length; i++) {
                free[i] &= !spike[i];
            }
        }
        double[] scores = new double[column.length];
        for (int[] group : patterns.groups()) {
            int[] rows = Arrays.stream(group).filter(i -> free[i]).toArray();
            double[] values =
                    Arrays.stream(rows).mapToDouble(i -> column[i]).sorted().toArray();
            parts.add(new Part(rows, values));
            double[] scoreOf = scores(values);
            for (int row : rows) {
                scores[row] = scoreOf[Arrays.binarySearch(values, column[row])];
            }
        }
        latent = new Latent(scores, free, true);
    }

    private static double[] column(Matrix x, int feature) {
        double[] column = new double[x.rows()];
        Arrays.setAll(column, i -> x.at(i, feature) + 0.0);
        return column;
    }

    private static double[] scores(double[] values) {
        double[] scores = new double[values.length];
        for (int from = 0; from < values.length; ) {
            int to = Spikes.runEnd(values, from);
            Arrays.fill(
                    scores,
                    from,
                    to,
                    NormalQuantile.meanBetween((double) from / values.length, (double) to / values.length));
            from = to;
        }
        return scores;
    }

    /** Per spike of a feature whether a row has its value. */
    static List<boolean[]> spikes(Matrix x, int feature) {
        return spikes(column(x, feature));
    }

    private static List<boolean[]> spikes(double[] column) {
        List<boolean[]> spikes = new ArrayList<>();
        for (double value : Spikes.kept(column)) {
            boolean[] here = new boolean[column.length];
            for (int i = 0; i < column.length; i++) {
                here[i] = column[i] == value;
            }
            spikes.add(here);
        }
        return spikes;
    }

    @Override
    public List<Latent> latents() {
        return List.of(latent);
    }

    @Override
    public void draw(double[][] z, double[] into, RandomStream random) {
        for (Part part : parts) {
            int[] sorted = RowsByLatent.sorted(part.rows, z[0]);
            for (int r = 0; r < sorted.length; r++) {
                into[sorted[r] * features + feature] = part.values[r];
            }
        }
    }
}
