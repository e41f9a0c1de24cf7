package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Improves the first centres of k-means by swaps: a row drawn with probability proportional to its cost replaces the
 * centre whose loss lowers the sum of costs most, if any does. Lattanzi and Sohler (2019), A better k-means++ algorithm
 * via local search, PMLR 97:3662-3671. O(n d) per swap tried; more than {@value #MAX_ROWS} rows are represented by every
 * m-th canonical row.
 */
final class StartSearch {

    private static final int MAX_ROWS = 20_000;
    private static final int SWAPS = 20;
    private static final int SWAPS_PER_CENTRE = 5;

    private final double[] values;
    private final int n;
    private final int d;
    private final Distance distance;
    private final RandomStream random;
    private final RunContext run;
    private final int[] nearest;
    private final double[] first;
    private final double[] second;

    StartSearch(Matrix rows, Distance distance, RandomStream random, RunContext run) {
        Matrix used = sample(rows);
        values = used.values();
        n = used.rows();
        d = used.columns();
        this.distance = distance;
        this.random = random;
        this.run = run;
        nearest = new int[n];
        first = new double[n];
        second = new double[n];
    }

    private static Matrix sample(Matrix rows) {
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
        int k = centres.length / d;
        if (k == 1) {
            return;
        }
        double total = assign(centres, k);
        for (int swap = 0; swap < SWAPS + SWAPS_PER_CENTRE * k && total > 0; swap++) {
            int row = draw(total);
            double lowest = costs(row, k);
            if (lowest < total) {
                System.arraycopy(values, row * d, centres, loser * d, d);
                total = assign(centres, k);
            }
        }
    }

    private int loser;

    /** The sum of costs if the row replaced the best centre to lose, which is noted. */
    private double costs(int row, int k) {
        run.checkCanceled();
        double[] extra = new double[k];
        double base = 0;
        for (int i = 0; i < n; i++) {
            double cost = distance.cost(values, i * d, values, row * d, d);
            double kept = Math.min(first[i], cost);
            base += kept;
            extra[nearest[i]] += Math.min(second[i], cost) - kept;
        }
        loser = 0;
        for (int c = 1; c < k; c++) {
            loser = extra[c] < extra[loser] ? c : loser;
        }
        return base + extra[loser];
    }

    private int draw(double total) {
        double left = random.nextDouble() * total;
        int row = 0;
        for (int i = 0; i < n && left >= 0; i++) {
            if (first[i] > 0) {
                row = i;
                left -= first[i];
            }
        }
        return row;
    }

    private double assign(double[] centres, int k) {
        Pace pace = new Pace(run, (long) k * d);
        double total = 0;
        for (int i = 0; i < n; i++) {
            pace.tick();
            first[i] = Double.POSITIVE_INFINITY;
            second[i] = Double.POSITIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                double cost = distance.cost(values, i * d, centres, c * d, d);
                if (cost < first[i]) {
                    second[i] = first[i];
                    first[i] = cost;
                    nearest[i] = c;
                } else if (cost < second[i]) {
                    second[i] = cost;
                }
            }
            total += first[i];
        }
        return total;
    }
}
