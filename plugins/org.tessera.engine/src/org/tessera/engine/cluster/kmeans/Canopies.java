package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import java.util.Comparator;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Canopies: in random order, a row joins the first canopy whose center is within a radius, or becomes the center of a
 * new one. McCallum, Nigam and Ungar (2000), <a
 * href="https://doi.org/10.1145/347090.347123">doi:10.1145/347090.347123</a>, with one radius instead of two. The
 * radius starts at the mean distance of the rows from their mean and halves until there are k canopies. O(n d) per
 * canopy and radius.
 */
final class Canopies {

    /** Maximum number of canopies, or 2 k if that is more; further rows outside of all are skipped. */
    private static final int MAX_CANOPIES = 1000;

    private static final int MAX_RADII = 30;

    private final Matrix rows;
    private final Distance distance;
    private final RandomStream random;
    private final RunContext run;
    private final int n;
    private final int d;
    private double[] sums;
    private double[] centers;
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

    /** Copies the means of the largest canopies to the centroids. @return their number, at most k */
    int largest(double[] centroids, int k) {
        int[] order = random.permutation(n);
        double radius = meanDistance();
        int maxCanopies = Math.max(MAX_CANOPIES, 2 * k);
        for (int i = 0; i < MAX_RADII; i++, radius /= 2) {
            build(order, radius, maxCanopies);
            if (count >= k) {
                break;
            }
        }
        Integer[] bySize = new Integer[count];
        Arrays.setAll(bySize, c -> c);
        Comparator<Integer> largestFirst = (a, b) -> Integer.compare(sizes[b], sizes[a]);
        Arrays.sort(bySize, largestFirst.thenComparing(Comparator.naturalOrder()));
        int used = Math.min(k, count);
        for (int c = 0; c < used; c++) {
            for (int j = 0; j < d; j++) {
                centroids[c * d + j] = sums[bySize[c] * d + j] / sizes[bySize[c]];
            }
        }
        return used;
    }

    /** The mean distance of the rows from their mean. */
    private double meanDistance() {
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

    private void build(int[] order, double radius, int maxCanopies) {
        double[] values = rows.values();
        sums = new double[maxCanopies * d];
        centers = new double[maxCanopies * d];
        sizes = new int[maxCanopies];
        count = 0;
        CancellationCheck cancellation = new CancellationCheck(run, (long) maxCanopies * d);
        for (int row : order) {
            cancellation.step();
            int canopy = 0;
            while (canopy < count && distance.between(values, row * d, centers, canopy * d, d) > radius) {
                canopy++;
            }
            if (canopy == count) {
                if (count == maxCanopies) {
                    continue;
                }
                System.arraycopy(values, row * d, centers, canopy * d, d);
                count++;
            }
            sizes[canopy]++;
            for (int j = 0; j < d; j++) {
                sums[canopy * d + j] += values[row * d + j];
            }
        }
    }
}
