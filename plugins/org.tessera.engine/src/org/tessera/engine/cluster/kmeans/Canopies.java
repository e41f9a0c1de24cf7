package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import java.util.Comparator;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Canopies: rows in random order open a canopy unless they lie within a radius of one. McCallum, Nigam and Ungar (2000),
 * <a href="https://doi.org/10.1145/347090.347123">doi:10.1145/347090.347123</a>. The radius starts at the mean distance
 * of the rows from their mean and halves until there are enough canopies.
 */
final class Canopies {

    private static final int MOST = 1000;
    private static final int HALVINGS = 30;

    private final Matrix rows;
    private final Distance distance;
    private final RandomStream random;
    private final RunContext run;
    private final int n;
    private final int d;
    private double[] sums;
    private double[] openers;
    private int[] sizes;
    private int count;

    Canopies(Matrix rows, Distance distance, RandomStream random, RunContext run) {
        this.rows = rows;
        this.distance = distance;
        this.random = random;
        this.run = run;
        n = rows.rows();
        d = rows.columns();
    }

    /** Writes the means of the largest canopies into the centroids. @return how many there are, at most k */
    int densest(double[] centroids, int k) {
        int[] order = random.permutation(n);
        double radius = spread();
        int most = Math.max(MOST, 2 * k);
        for (int halving = 0; halving < HALVINGS; halving++, radius /= 2) {
            open(order, radius, most);
            if (count >= k) {
                break;
            }
        }
        Integer[] bySize = new Integer[count];
        Arrays.setAll(bySize, c -> c);
        Comparator<Integer> largest = (a, b) -> Integer.compare(sizes[b], sizes[a]);
        Arrays.sort(bySize, largest.thenComparing(Comparator.naturalOrder()));
        int used = Math.min(k, count);
        for (int c = 0; c < used; c++) {
            for (int j = 0; j < d; j++) {
                centroids[c * d + j] = sums[bySize[c] * d + j] / sizes[bySize[c]];
            }
        }
        return used;
    }

    private double spread() {
        double[] values = rows.values();
        double[] mean = new double[d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                mean[j] += values[i * d + j] / n;
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += distance.between(values, i * d, mean, 0, d);
        }
        return sum / n;
    }

    private void open(int[] order, double radius, int most) {
        double[] values = rows.values();
        sums = new double[most * d];
        openers = new double[most * d];
        sizes = new int[most];
        count = 0;
        CancellationCheck cancellation = new CancellationCheck(run, (long) most * d);
        for (int row : order) {
            cancellation.step();
            int canopy = 0;
            while (canopy < count && distance.between(values, row * d, openers, canopy * d, d) > radius) {
                canopy++;
            }
            if (canopy == count) {
                if (count == most) {
                    continue;
                }
                System.arraycopy(values, row * d, openers, canopy * d, d);
                count++;
            }
            sizes[canopy]++;
            for (int j = 0; j < d; j++) {
                sums[canopy * d + j] += values[row * d + j];
            }
        }
    }
}
