package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.RunContext;

/**
 * The centroids and sizes of the clusters that are left, with a search for the nearest one over all of them. Stored in
 * tiles without gaps, so that the distances of one centroid to many others come out of loops that vectorize. Callers
 * name a cluster by its representative, which it keeps while others are removed; positions change.
 */
final class ClusterCentroids {

    static final int TILE = 256;
    /** Clusters that one thread goes through at once. */
    private static final int CHUNK = 32 * TILE;
    /** Coordinates below which one thread searches all clusters. */
    private static final int MIN_PARALLEL_COORDINATES = 1 << 18;

    private static final int NONE = -1;

    private final int d;
    private final RunContext run;
    private final double[][][] tiles;
    private final double[] sizes;
    /** Per position the representative, and per representative the position or {@link #NONE}. */
    private final int[] representatives;

    private final int[] positions;
    private int count;

    /** Makes a cluster of every row. */
    ClusterCentroids(Matrix x, RunContext run) {
        this(x.rows(), x.rows(), x.columns(), run);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                set(i, j, x.values()[i * d + j]);
            }
            place(i, i, 1);
        }
    }

    /**
     * Takes over clusters with their representatives and sizes.
     *
     * @param rows number of rows, above the highest representative
     */
    ClusterCentroids(CentroidTiles clusters, int rows, RunContext run) {
        this(clusters.count(), rows, clusters.d, run);
        for (int position = 0; position < count; position++) {
            for (int j = 0; j < d; j++) {
                set(position, j, clusters.get(position, j));
            }
            place(position, clusters.representatives[position], clusters.sizes[position]);
        }
    }

    private ClusterCentroids(int count, int rows, int d, RunContext run) {
        this.count = count;
        this.d = d;
        this.run = run;
        tiles = new double[(count + TILE - 1) / TILE][d][TILE];
        sizes = new double[count];
        representatives = new int[count];
        positions = new int[rows];
        Arrays.fill(positions, NONE);
    }

    private void place(int position, int representative, double size) {
        representatives[position] = representative;
        positions[representative] = position;
        sizes[position] = size;
    }

    private double get(int position, int j) {
        return tiles[position / TILE][j][position % TILE];
    }

    private void set(int position, int j, double value) {
        tiles[position / TILE][j][position % TILE] = value;
    }

    int count() {
        return count;
    }

    int representative(int position) {
        return representatives[position];
    }

    /** Whether there still is a cluster with this representative. */
    boolean contains(int representative) {
        return positions[representative] >= 0;
    }

    /** The centroid of a cluster. */
    double[] centroid(int representative) {
        double[] centroid = new double[d];
        for (int j = 0; j < d; j++) {
            centroid[j] = get(positions[representative], j);
        }
        return centroid;
    }

    /** Moves the survivor to the centroid of both and removes the absorbed cluster. Equal centroids do not move. */
    void merge(int survivor, int absorbed) {
        int a = positions[survivor];
        int b = positions[absorbed];
        double share = sizes[b] / (sizes[a] + sizes[b]);
        for (int j = 0; j < d; j++) {
            set(a, j, get(a, j) + (get(b, j) - get(a, j)) * share);
        }
        sizes[a] += sizes[b];
        remove(absorbed);
    }

    /** The last cluster takes the position of the removed one. */
    private void remove(int representative) {
        int position = positions[representative];
        int last = --count;
        for (int j = 0; j < d; j++) {
            set(position, j, get(last, j));
        }
        sizes[position] = sizes[last];
        representatives[position] = representatives[last];
        positions[representatives[position]] = position;
        positions[representative] = NONE;
    }

    /** Squared distances of a point to the centroids of a tile, which begins at a position. */
    void squaredDistances(double[] point, int start, double[] squared) {
        ReducedDistances.fill(Distance.EUCLIDEAN, tiles[start / TILE], point, 0, squared, TILE);
    }

    /** Turns squared distances of the cluster at a position into squared heights of Ward's merges. */
    private void toWard(int position, int start, int end, double[] squared) {
        double own = sizes[position];
        for (int t = 0; t < end - start; t++) {
            double other = sizes[start + t];
            squared[t] *= 2 * own * other / (own + other);
        }
    }

    /**
     * The nearest neighbor of a cluster.
     *
     * @param representative that of the neighbor, or -1 if there is none
     * @param squaredHeight the square of the height of merging the two
     */
    record Neighbor(int representative, double squaredHeight) {

        private static final Neighbor NOBODY = new Neighbor(NONE, Double.POSITIVE_INFINITY);

        /** The nearer of two; of equally near ones the preferred, then the lower representative. */
        private static Neighbor nearer(Neighbor a, Neighbor b, int preferred) {
            if (a.squaredHeight != b.squaredHeight) {
                return a.squaredHeight < b.squaredHeight ? a : b;
            }
            if (a.representative == preferred || b.representative == preferred) {
                return a.representative == preferred ? a : b;
            }
            return a.representative >= 0 && (b.representative < 0 || a.representative < b.representative) ? a : b;
        }
    }

    /** The cluster with the nearest centroid; of equally near ones the lowest representative. */
    Neighbor nearestCentroid(int representative) {
        return nearest(representative, NONE, false);
    }

    /**
     * The cluster that Ward's criterion would merge with one.
     *
     * @param preferred the representative that wins ties, or -1; otherwise the lowest one does
     */
    Neighbor nearestByWard(int representative, int preferred) {
        return nearest(representative, preferred, true);
    }

    private Neighbor nearest(int representative, int preferred, boolean ward) {
        run.checkCanceled();
        if ((long) count * d < MIN_PARALLEL_COORDINATES || run.threads() == 1) {
            return nearest(representative, preferred, ward, 0, count);
        }
        int chunks = (count + CHUNK - 1) / CHUNK;
        Neighbor[] found = new Neighbor[chunks];
        run.forBlocks(
                chunks,
                chunk -> found[chunk] =
                        nearest(representative, preferred, ward, chunk * CHUNK, Math.min(count, (chunk + 1) * CHUNK)));
        Neighbor best = Neighbor.NOBODY;
        for (Neighbor neighbor : found) {
            best = Neighbor.nearer(best, neighbor, preferred);
        }
        return best;
    }

    private Neighbor nearest(int representative, int preferred, boolean ward, int from, int to) {
        int position = positions[representative];
        double[] point = centroid(representative);
        double[] squared = new double[TILE];
        double min = Double.POSITIVE_INFINITY;
        int nearest = NONE;
        for (int start = from; start < to; start += TILE) {
            int end = Math.min(to, start + TILE);
            squaredDistances(point, start, squared);
            if (ward) {
                toWard(position, start, end, squared);
            }
            for (int t = 0; t < end - start; t++) {
                if (squared[t] <= min && start + t != position) {
                    int other = representatives[start + t];
                    if (squared[t] < min || other == preferred || (nearest != preferred && other < nearest)) {
                        min = squared[t];
                        nearest = other;
                    }
                }
            }
        }
        return new Neighbor(nearest, min);
    }
}
