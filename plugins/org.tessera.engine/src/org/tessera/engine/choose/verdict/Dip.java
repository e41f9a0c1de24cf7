package org.tessera.engine.choose.verdict;

import java.util.Arrays;

/**
 * The dip of a sample: the largest distance of its distribution function from the nearest unimodal one. Hartigan and
 * Hartigan (1985), The dip test of unimodality, <a href="https://doi.org/10.1214/aos/1176346577">doi:
 * 10.1214/aos/1176346577</a>, with the algorithm of Hartigan (1985), <a href="https://doi.org/10.2307/2347485">doi:
 * 10.2307/2347485</a>: the modal interval is narrowed to where the greatest convex minorant and the least concave majorant of
 * the distribution function are farthest apart, until nothing outside it is farther from them than they are from each other.
 *
 * <p>It is at least 1 / (2 n), at most 1/4. O(n) after sorting, in practice. Distances are counted in 2 n-ths.
 */
final class Dip {

    private final double[] x;
    private final int n;
    /** For each value the one before it on the convex minorant that ends there. */
    private final int[] below;
    /** For each value the one behind it on the concave majorant that begins there. */
    private final int[] above;

    private Dip(double[] sorted) {
        x = sorted;
        n = sorted.length;
        below = new int[n];
        above = new int[n];
        for (int j = 1; j < n; j++) {
            below[j] = j - 1;
            while (below[j] > 0 && isAbove(below[j], j)) {
                below[j] = below[below[j]];
            }
        }
        above[n - 1] = n - 1;
        for (int j = n - 2; j >= 0; j--) {
            above[j] = j + 1;
            while (above[j] < n - 1 && isBelow(above[j], j)) {
                above[j] = above[above[j]];
            }
        }
    }

    /** Whether the slope up to a vertex of the minorant is not below the slope from it to j. */
    private boolean isAbove(int vertex, int j) {
        int before = below[vertex];
        return (x[j] - x[vertex]) * (vertex - before) >= (x[vertex] - x[before]) * (j - vertex);
    }

    /** Whether the slope from j to a vertex of the majorant is not above the slope behind it. */
    private boolean isBelow(int vertex, int j) {
        int behind = above[vertex];
        return (x[behind] - x[vertex]) * (vertex - j) <= (x[vertex] - x[j]) * (behind - vertex);
    }

    /**
     * Computes the dip.
     *
     * @param values n finite values, in any order, at least one
     * @return the dip
     */
    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted[0] == sorted[sorted.length - 1]) {
            return 0.5 / sorted.length;
        }
        return new Dip(sorted).narrow() / (2.0 * sorted.length);
    }

    /** Where minorant and majorant are farthest apart within a modal interval, and the interval around it. */
    private record Gap(double size, int low, int high) {

        Gap orLarger(double other, int otherLow, int otherHigh) {
            return other > size ? new Gap(other, otherLow, otherHigh) : this;
        }
    }

    private double narrow() {
        int low = 0;
        int high = n - 1;
        double dip = 1;
        while (true) {
            Gap gap = gap(low, high);
            if (gap.size < dip) {
                return dip;
            }
            dip = Math.max(dip, Math.max(fromMinorant(low, gap.low), fromMajorant(gap.high, high)));
            if (gap.low == low && gap.high == high) {
                return dip;
            }
            low = gap.low;
            high = gap.high;
        }
    }

    /** Compares the two curves at every vertex of either, going down the minorant and up the majorant. */
    private Gap gap(int low, int high) {
        int[] minorant = vertices(below, high, low);
        int[] majorant = vertices(above, low, high);
        Gap gap = new Gap(1, low, high);
        int up = 1;
        for (int g = minorant.length - 1; g >= 0; g--) {
            while (up < majorant.length - 1 && majorant[up] < minorant[g]) {
                up++;
            }
            double height = height(majorant[up - 1], majorant[up], minorant[g]) + 1;
            gap = gap.orLarger(height - minorant[g], minorant[g], majorant[up]);
        }
        int down = minorant.length - 2;
        for (int vertex : majorant) {
            while (down > 0 && minorant[down] <= vertex) {
                down--;
            }
            double height = height(minorant[down + 1], minorant[down], vertex);
            gap = gap.orLarger(vertex + 1 - height, minorant[down + 1], vertex);
        }
        return gap;
    }

    /** The vertices from one value to another. */
    private static int[] vertices(int[] next, int from, int to) {
        int count = 1;
        for (int v = from; v != to; v = next[v]) {
            count++;
        }
        int[] vertices = new int[count];
        vertices[0] = from;
        for (int i = 1; i < count; i++) {
            vertices[i] = next[vertices[i - 1]];
        }
        return vertices;
    }

    /** The height at a value of the line from one vertex, as high as its index, to another. */
    private double height(int from, int to, int at) {
        return x[to] == x[from] ? from : from + (to - from) * (x[at] - x[from]) / (x[to] - x[from]);
    }

    /** The largest distance of the distribution function from the minorant. */
    private double fromMinorant(int low, int high) {
        double largest = 1;
        for (int to = high; to != low; to = below[to]) {
            int from = below[to];
            for (int j = from; j <= to && to - from > 1 && x[to] != x[from]; j++) {
                largest = Math.max(largest, j + 1 - height(from, to, j));
            }
        }
        return largest;
    }

    /** The largest distance of the distribution function from the majorant. */
    private double fromMajorant(int low, int high) {
        double largest = 1;
        for (int from = low; from != high; from = above[from]) {
            int to = above[from];
            for (int j = from; j <= to && to - from > 1 && x[to] != x[from]; j++) {
                largest = Math.max(largest, height(from, to, j) + 1 - j);
            }
        }
        return largest;
    }
}
