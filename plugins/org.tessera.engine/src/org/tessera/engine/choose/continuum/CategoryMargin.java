package org.tessera.engine.choose.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;

/**
 * The distribution of a category of L levels. L - 1 latent variables decide one after the other, the most frequent level
 * first, which of the rows without a level get it: those with the largest values. Levels after the first
 * {@value #MAX_LATENTS} are drawn at random.
 */
final class CategoryMargin implements Margin {

    /** Largest number of latent variables of a category. */
    static final int MAX_LATENTS = 10;

    private final int features;
    private final int[] indices;
    /** The features of each level, by decreasing frequency. */
    private final List<double[]> levels = new ArrayList<>();

    private final int[] counts;
    private final int rows;
    private final List<Latent> latents = new ArrayList<>();

    /**
     * Takes a category apart; its levels are the different values of its features.
     *
     * @param x the features
     * @param indices the indices of the category's features
     */
    CategoryMargin(Matrix x, List<Integer> indices) {
        features = x.columns();
        rows = x.rows();
        this.indices = indices.stream().mapToInt(Integer::intValue).toArray();
        int[] levelOf = new int[rows];
        counts = count(x, levelOf);
        int left = rows;
        boolean[] defined = new boolean[rows];
        Arrays.fill(defined, true);
        for (int l = 0; l < Math.min(MAX_LATENTS, counts.length - 1); l++) {
            latents.add(latent(l, levelOf, defined.clone(), left));
            left -= counts[l];
            for (int i = 0; i < rows; i++) {
                defined[i] &= levelOf[i] != l;
            }
        }
    }

    /** Numbers the levels by decreasing frequency, equal ones by their first row. @return their frequencies */
    private int[] count(Matrix x, int[] levelOf) {
        Map<List<Double>, Integer> numbers = new HashMap<>();
        List<double[]> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int row = i;
            double[] tuple =
                    Arrays.stream(indices).mapToDouble(f -> x.at(row, f) + 0.0).toArray();
            List<Double> key = Arrays.stream(tuple).boxed().toList();
            int level = numbers.computeIfAbsent(key, k -> {
                found.add(tuple);
                sizes.add(0);
                return found.size() - 1;
            });
            sizes.set(level, sizes.get(level) + 1);
            levelOf[i] = level;
        }
        List<Integer> order = new ArrayList<>(numbers.values());
        order.sort(Comparator.comparingInt((Integer l) -> -sizes.get(l)).thenComparing(Comparator.naturalOrder()));
        order.forEach(l -> levels.add(found.get(l)));
        Arrays.setAll(levelOf, i -> order.indexOf(levelOf[i]));
        return order.stream().mapToInt(sizes::get).toArray();
    }

    private Latent latent(int level, int[] levelOf, boolean[] defined, int left) {
        double below = 1 - (double) counts[level] / left;
        double with = NormalQuantile.meanBetween(below, 1);
        double without = NormalQuantile.meanBetween(0, below);
        double[] scores = new double[rows];
        for (int i = 0; i < rows; i++) {
            if (defined[i]) {
                scores[i] = levelOf[i] == level ? with : without;
            }
        }
        return new Latent(scores, defined, false);
    }

    @Override
    public List<Latent> latents() {
        return latents;
    }

    @Override
    public void draw(double[][] z, double[] into, RandomStream random) {
        int[] open = new int[rows];
        Arrays.setAll(open, i -> i);
        for (int l = 0; l < latents.size(); l++) {
            int[] sorted = RowsByLatent.sorted(open, z[l]);
            set(sorted, sorted.length - counts[l], sorted.length, l, into);
            open = Arrays.copyOf(sorted, sorted.length - counts[l]);
        }
        int[] order = random.permutation(open.length);
        int[] shuffled = open;
        int[] rest = Arrays.stream(order).map(i -> shuffled[i]).toArray();
        int from = 0;
        for (int l = latents.size(); l < counts.length; l++) {
            set(rest, from, from + counts[l], l, into);
            from += counts[l];
        }
    }

    private void set(int[] order, int from, int to, int level, double[] into) {
        double[] tuple = levels.get(level);
        for (int r = from; r < to; r++) {
            for (int f = 0; f < indices.length; f++) {
                into[order[r] * features + indices[f]] = tuple[f];
            }
        }
    }
}
