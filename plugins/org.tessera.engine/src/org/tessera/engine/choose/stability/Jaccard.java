package org.tessera.engine.choose.stability;

import org.tessera.engine.data.Labels;

/** The Jaccard index of two sets of rows: those in both, divided by those in either. */
final class Jaccard {

    private Jaccard() {}

    /**
     * The best index of each segment with any segment that was found. O(n + k m).
     *
     * @param labels n labels of the segments to find again, 0 to k - 1 or noise
     * @param segments number k of these segments
     * @param found the segments of the same rows that were found
     * @return k indices; NaN for a segment without rows
     */
    static double[] largest(int[] labels, int segments, Labels found) {
        int[][] common = new int[segments][found.segments()];
        int[] sizes = new int[segments];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                sizes[labels[i]]++;
                if (found.at(i) >= 0) {
                    common[labels[i]][found.at(i)]++;
                }
            }
        }
        double[] largest = new double[segments];
        for (int s = 0; s < segments; s++) {
            for (int f = 0; f < found.segments(); f++) {
                double either = sizes[s] + found.sizeOf(f) - common[s][f];
                largest[s] = Math.max(largest[s], common[s][f] / either);
            }
            largest[s] = sizes[s] == 0 ? Double.NaN : largest[s];
        }
        return largest;
    }
}
