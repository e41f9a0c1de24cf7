package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Improves the first centres of k-means by swaps: a row drawn with probability proportional to its cost replaces the
 * centre whose loss lowers the sum of costs most, if any does. Lattanzi and Sohler (2019), A better k-means++ algorithm
 * via local search, PMLR 97:3662-3671. O(n d) per swap tried.
 */
final class StartSearch {

    private static final int MAX_ROWS = 20_000;
    private static final int SWAPS = 20;
    private static final int SWAPS_PER_CENTRE = 5;

    private final Matrix rows;
    private final RandomStream random;
    private final RunContext run;
    private final CentreCosts costs;

    StartSearch(Matrix rows, Distance distance, RandomStream random, RunContext run) {
        this.rows = rows;
        this.random = random;
        this.run = run;
        costs = new CentreCosts(rows, distance, run);
    }

    /** Every m-th of more than {@value #MAX_ROWS} canonical rows: enough to tell good first centres from bad ones. */
    static Matrix sample(Matrix rows) {
        int n = rows.rows();
        if (n <= MAX_ROWS) {
            return rows;
        }
        int[] every = new int[MAX_ROWS];
        Arrays.setAll(every, i -> (int) ((long) n * i / MAX_ROWS));
        return rows.select(every);
    }

    /** Swaps centres in place. */
    void improve(double[] centres) {
        int d = rows.columns();
        int k = centres.length / d;
        if (k == 1) {
            return;
        }
        double total = costs.assign(centres);
        for (int swap = 0; swap < SWAPS + SWAPS_PER_CENTRE * k && total > 0; swap++) {
            run.checkCanceled();
            int row = costs.draw(random, total);
            costs.price(row);
            int loser = costs.cheapest(0);
            if (costs.without(loser) < total) {
                System.arraycopy(rows.values(), row * d, centres, loser * d, d);
                total = costs.assign(centres);
            }
        }
    }
}
