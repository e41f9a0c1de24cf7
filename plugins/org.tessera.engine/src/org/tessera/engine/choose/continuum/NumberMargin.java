package org.tessera.engine.choose.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;

/**
 * The distribution of a number: its spikes, values that many rows share, and its other values, which one latent variable
 * puts in order.
 */
final class NumberMargin implements Margin {

    private final int feature;
    private final int features;
    private final List<boolean[]> spikes = new ArrayList<>();
    private final int[] free;
    private final double[] values;
    private final Latent latent;

    /**
     * Takes a feature apart. O(n log n).
     *
     * @param x the features
     * @param feature the index of the number's feature
     */
    NumberMargin(Matrix x, int feature) {
        this.feature = feature;
        features = x.columns();
        double[] column = IntStream.range(0, x.rows())
                .mapToDouble(i -> x.at(i, feature) + 0.0)
                .toArray();
        double[] shared = Spikes.values(column);
        boolean[] isFree = new boolean[column.length];
        Arrays.fill(isFree, true);
        for (double value : shared) {
            boolean[] here = new boolean[column.length];
            for (int i = 0; i < column.length; i++) {
                here[i] = column[i] == value;
                isFree[i] &= !here[i];
            }
            spikes.add(here);
        }
        free = IntStream.range(0, column.length).filter(i -> isFree[i]).toArray();
        values = Arrays.stream(free).mapToDouble(i -> column[i]).sorted().toArray();
        latent = new Latent(scores(column), isFree);
    }

    private double[] scores(double[] column) {
        double[] scoreOf = new double[values.length];
        for (int from = 0; from < values.length; ) {
            int to = Spikes.runEnd(values, from);
            Arrays.fill(
                    scoreOf,
                    from,
                    to,
                    NormalQuantile.meanBetween((double) from / values.length, (double) to / values.length));
            from = to;
        }
        double[] scores = new double[column.length];
        for (int row : free) {
            scores[row] = scoreOf[Arrays.binarySearch(values, column[row])];
        }
        return scores;
    }

    /** Per spike whether a row has its value. */
    List<boolean[]> spikes() {
        return spikes;
    }

    @Override
    public List<Latent> latents() {
        return List.of(latent);
    }

    @Override
    public void draw(double[][] z, double[] into, RandomStream random) {
        int[] sorted = RowsByLatent.sorted(free, z[0]);
        for (int r = 0; r < sorted.length; r++) {
            into[sorted[r] * features + feature] = values[r];
        }
    }
}
