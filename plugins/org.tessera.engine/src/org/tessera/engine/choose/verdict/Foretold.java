package org.tessera.engine.choose.verdict;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.choose.continuum.FeatureColumn;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Numbers that the other columns foretell, such as sums and shares of them: no copula has their correlations. Ranks of a
 * number are foretold by {@link RandomTrees} grown on half of a sample and measured on the other half; while the best
 * foretold number has an R² above {@value #MAX_R2}, it is left out.
 */
final class Foretold {

    private static final int SAMPLE_ROWS = 1500;
    private static final int MIN_ROWS = 200;
    private static final double MAX_R2 = 0.9;

    private final Matrix sample;
    private final FeatureColumns columns;
    private final RunContext run;
    private final Set<Integer> left = new HashSet<>();

    private Foretold(Matrix sample, FeatureColumns columns, RunContext run) {
        this.sample = sample;
        this.columns = columns;
        this.run = run;
    }

    /**
     * Finds the columns to leave out.
     *
     * @param x n x d features
     * @param columns their columns
     * @param random the stream of random numbers
     * @param run threads, cancel
     * @return indices of columns; at least one column is not among them
     */
    static Set<Integer> find(Matrix x, FeatureColumns columns, RandomStream random, RunContext run) {
        if (x.rows() < MIN_ROWS) {
            return Set.of();
        }
        int[] rows = Arrays.copyOf(random.permutation(x.rows()), Math.min(SAMPLE_ROWS, x.rows()));
        Foretold search = new Foretold(x.select(rows), columns, run);
        while (search.leaveOut()) {
            run.checkCanceled();
        }
        return search.left;
    }

    private boolean leaveOut() {
        int[] candidates = IntStream.range(0, columns.list().size())
                .filter(c -> !columns.list().get(c).category() && !left.contains(c))
                .toArray();
        if (columns.list().size() - left.size() < 2) {
            return false;
        }
        double[] r2 = new double[candidates.length];
        run.forBlocks(candidates.length, i -> r2[i] = r2(candidates[i]));
        int best = IntStream.range(0, r2.length)
                .reduce((a, b) -> r2[b] > r2[a] ? b : a)
                .orElse(-1);
        return best >= 0 && r2[best] > MAX_R2 && left.add(candidates[best]);
    }

    private double r2(int column) {
        int[] others = IntStream.range(0, columns.list().size())
                .filter(c -> c != column && !left.contains(c))
                .mapToObj(c -> columns.list().get(c))
                .map(FeatureColumn::features)
                .flatMap(f -> f.stream())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = ranks(columns.list().get(column).features().get(0));
        int half = ranks.length / 2;
        RandomTrees trees = RandomTrees.grow(sample, others, ranks, half, run.random(-2L - column));
        double mean = Arrays.stream(ranks, half, ranks.length).average().orElse(0);
        double residual = 0;
        double total = 0;
        for (int i = half; i < ranks.length; i++) {
            double error = ranks[i] - trees.foretell(sample, i);
            residual += error * error;
            total += (ranks[i] - mean) * (ranks[i] - mean);
        }
        return total > 0 ? 1 - residual / total : 0;
    }

    /** Mean ranks, equal values sharing theirs. */
    private double[] ranks(int feature) {
        int n = sample.rows();
        double[] column =
                IntStream.range(0, n).mapToDouble(i -> sample.at(i, feature)).toArray();
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[n];
        double[] meanRank = new double[n];
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && sorted[to] == sorted[from]) {
                to++;
            }
            Arrays.fill(meanRank, from, to, (from + to - 1) / 2.0);
            from = to;
        }
        Arrays.setAll(ranks, i -> meanRank[Arrays.binarySearch(sorted, column[i])]);
        return ranks;
    }
}
