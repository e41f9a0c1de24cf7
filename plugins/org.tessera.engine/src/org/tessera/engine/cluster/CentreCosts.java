package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * What rows cost at their centres, and what it would cost to replace a centre by a row. Sums run in the order of the
 * rows. O(n k d) to assign, O(n d) to price a row; not for use by several threads.
 */
final class CentreCosts {

    private final double[] values;
    private final int n;
    private final int d;
    private final Distance distance;
    private final RunContext run;
    private final int[] nearest;
    private final double[] first;
    private final double[] second;
    private double[] extra = {};
    private double kept;

    CentreCosts(Matrix rows, Distance distance, RunContext run) {
        values = rows.values();
        n = rows.rows();
        d = rows.columns();
        this.distance = distance;
        this.run = run;
        nearest = new int[n];
        first = new double[n];
        second = new double[n];
    }

    /** Finds for every row its two nearest centres. @return the sum of the costs */
    double assign(double[] centres) {
        int k = centres.length / d;
        extra = new double[k];
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

    /** A row with probability proportional to its cost, given the sum of the costs. */
    int draw(RandomStream random, double total) {
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

    /** Computes what the rows would cost if a row became a centre and one of the others went. */
    void price(int row) {
        Arrays.fill(extra, 0);
        kept = 0;
        Pace pace = new Pace(run, d);
        for (int i = 0; i < n; i++) {
            pace.tick();
            double cost = distance.cost(values, i * d, values, row * d, d);
            double now = Math.min(first[i], cost);
            kept += now;
            extra[nearest[i]] += Math.min(second[i], cost) - now;
        }
    }

    /** The sum of costs with the priced row in the place of a centre. */
    double without(int centre) {
        return kept + extra[centre];
    }

    /** The centre whose loss costs least (place 0) or next to least (place 1), after a row was priced. */
    int cheapest(int place) {
        int least = 0;
        for (int c = 1; c < extra.length; c++) {
            least = extra[c] < extra[least] ? c : least;
        }
        if (place == 0) {
            return least;
        }
        int next = least == 0 ? 1 : 0;
        for (int c = next + 1; c < extra.length; c++) {
            next = c != least && extra[c] < extra[next] ? c : next;
        }
        return next;
    }
}
