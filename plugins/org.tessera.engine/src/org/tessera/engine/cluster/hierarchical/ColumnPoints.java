package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.RunContext;

/**
 * Weighted points that can be removed and moved, stored in tiles without gaps, so that the costs of one point to many
 * others come out of loops that vectorize. A point keeps its name (its first number) when others are removed.
 */
final class ColumnPoints {

    static final int TILE = 256;
    private static final int CHUNK = 32 * TILE;
    private static final int WORTH_SHARING = 1 << 18;

    private final int d;
    private final Distance distance;
    private final RunContext run;
    private final double[][][] tiles;
    private final double[] weights;
    private final int[] names;
    private final int[] slots;
    private int count;

    ColumnPoints(Matrix x, Distance distance, RunContext run) {
        this(x.rows(), x.rows(), x.columns(), distance, run);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                set(i, j, x.values()[i * d + j]);
            }
            name(i, i, 1);
        }
    }

    /** Takes over points with their names and weights. */
    ColumnPoints(PointTiles points, int most, RunContext run) {
        this(points.count(), most, points.d, Distance.EUCLIDEAN, run);
        for (int slot = 0; slot < count; slot++) {
            for (int j = 0; j < d; j++) {
                set(slot, j, points.get(slot, j));
            }
            name(slot, points.names[slot], points.weights[slot]);
        }
    }

    private ColumnPoints(int count, int most, int d, Distance distance, RunContext run) {
        this.count = count;
        this.d = d;
        this.distance = distance;
        this.run = run;
        tiles = new double[(count + TILE - 1) / TILE][d][TILE];
        weights = new double[count];
        names = new int[count];
        slots = new int[most];
        Arrays.fill(slots, -1);
    }

    private void name(int slot, int name, double weight) {
        names[slot] = name;
        slots[name] = slot;
        weights[slot] = weight;
    }

    private double get(int slot, int j) {
        return tiles[slot / TILE][j][slot % TILE];
    }

    private void set(int slot, int j, double value) {
        tiles[slot / TILE][j][slot % TILE] = value;
    }

    int count() {
        return count;
    }

    int name(int slot) {
        return names[slot];
    }

    boolean holds(int name) {
        return slots[name] >= 0;
    }

    /** The coordinates of a point. */
    double[] point(int name) {
        double[] point = new double[d];
        for (int j = 0; j < d; j++) {
            point[j] = get(slots[name], j);
        }
        return point;
    }

    /** Removes a point; the last one takes its slot. */
    void remove(int name) {
        int slot = slots[name];
        int last = --count;
        for (int j = 0; j < d; j++) {
            set(slot, j, get(last, j));
        }
        weights[slot] = weights[last];
        names[slot] = names[last];
        slots[names[slot]] = slot;
        slots[name] = -1;
    }

    /** Moves a point to the weighted mean of itself and another one, which is removed. Equal points do not move. */
    void merge(int kept, int gone) {
        int a = slots[kept];
        int b = slots[gone];
        double share = weights[b] / (weights[a] + weights[b]);
        for (int j = 0; j < d; j++) {
            set(a, j, get(a, j) + (get(b, j) - get(a, j)) * share);
        }
        weights[a] += weights[b];
        remove(gone);
    }

    /** Squared distances (Manhattan: distances) of a point to those from a slot on, the first one of a tile. */
    void costs(double[] point, int from, double[] costs) {
        ReducedDistances.fill(distance, tiles[from / TILE], point, 0, costs, TILE);
    }

    /** Turns squared distances into squared heights of Ward's merges. */
    private void ward(int slot, int from, int to, double[] costs) {
        double own = weights[slot];
        for (int t = 0; t < to - from; t++) {
            double other = weights[from + t];
            costs[t] *= 2 * own * other / (own + other);
        }
    }

    /** A point and its cost. */
    record Near(int name, double cost) {
        static final Near NONE = new Near(-1, Double.POSITIVE_INFINITY);

        /** The nearer; of equal ones the preferred, then the lower name. */
        static Near nearer(Near a, Near b, int preferred) {
            if (a.cost != b.cost) {
                return a.cost < b.cost ? a : b;
            }
            if (a.name == preferred || b.name == preferred) {
                return a.name == preferred ? a : b;
            }
            return a.name >= 0 && (b.name < 0 || a.name < b.name) ? a : b;
        }
    }

    /**
     * The nearest other point.
     *
     * @param name the point
     * @param preferred a name that wins ties, or -1
     * @param ward whether costs are squared heights of Ward's merges
     */
    Near nearest(int name, int preferred, boolean ward) {
        run.checkCanceled();
        if ((long) count * d < WORTH_SHARING || run.threads() == 1) {
            return nearest(name, preferred, ward, 0, count);
        }
        int chunks = (count + CHUNK - 1) / CHUNK;
        Near[] found = new Near[chunks];
        run.forBlocks(
                chunks,
                chunk -> found[chunk] =
                        nearest(name, preferred, ward, chunk * CHUNK, Math.min(count, (chunk + 1) * CHUNK)));
        Near best = Near.NONE;
        for (Near near : found) {
            best = Near.nearer(best, near, preferred);
        }
        return best;
    }

    private Near nearest(int name, int preferred, boolean ward, int from, int to) {
        int slot = slots[name];
        double[] point = point(name);
        double[] costs = new double[TILE];
        double best = Double.POSITIVE_INFINITY;
        int bestName = -1;
        for (int start = from; start < to; start += TILE) {
            int end = Math.min(to, start + TILE);
            costs(point, start, costs);
            if (ward) {
                ward(slot, start, end, costs);
            }
            for (int t = 0; t < end - start; t++) {
                if (costs[t] <= best && start + t != slot) {
                    int other = names[start + t];
                    if (costs[t] < best || other == preferred || (bestName != preferred && other < bestName)) {
                        best = costs[t];
                        bestName = other;
                    }
                }
            }
        }
        return new Near(bestName, best);
    }
}
