package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Ward's tree in rounds: all clusters that are each other's nearest are merged at once. Sumengen et al. (2021), Scaling
 * hierarchical agglomerative clustering to billion-sized datasets, <a
 * href="https://arxiv.org/abs/2105.11653">arXiv:2105.11653</a>. The tree is that of merging the closest two again and
 * again, because no merge brings a cluster nearer to others than the nearer of its halves was: who is nearest stays so
 * until it is merged, and only clusters that have lost their nearest look for another. They do so on all threads, on
 * means in {@link PointTiles}, without a matrix. Of equal costs the lowest name decides.
 *
 * <p>O(n d) memory. Time is usually far below n² d; when rounds merge little, a nearest-neighbor chain ends the work, so
 * that it is O(n² d) at worst.
 */
final class ReciprocalWardLinkage {

    private static final int BLOCK = 64;
    private static final int UNKNOWN = -1;
    /** Rounds may look at this many times n² pairs. */
    private static final long MOST_WORK = 8;

    private final RunContext run;
    private final int n;
    private final PointTiles points;
    private final DendrogramBuilder merges;
    /** Per slot: the slot of the nearest cluster, or unknown, and the cost of merging the two. */
    private final int[] nearest;

    private final double[] cost;
    /** Slots whose nearest cluster is to be looked up. */
    private final int[] open;

    private ReciprocalWardLinkage(Matrix x, RunContext run) {
        this.run = run;
        n = x.rows();
        merges = new DendrogramBuilder(n);
        double[] weights = new double[n];
        int[] rows = merges.joinEqual(x, weights);
        points = new PointTiles(x, rows, weights, run);
        nearest = new int[rows.length];
        cost = new double[rows.length];
        open = new int[rows.length];
        Arrays.fill(nearest, UNKNOWN);
    }

    /**
     * The merges of all rows, by height.
     *
     * @param x the rows in canonical order
     */
    static DendrogramBuilder merges(Matrix x, RunContext run) {
        return new ReciprocalWardLinkage(x, run).merges().sorted(run);
    }

    private DendrogramBuilder merges() {
        long left = MOST_WORK * n * n;
        while (points.count() > 1 && left > 0) {
            double part = (double) points.count() / n;
            run.progress(1 - part * part, "Merge " + merges.count() + " of " + (n - 1));
            left -= (long) points.count() * (BLOCK + lookUp());
            merge();
        }
        if (points.count() > 1) {
            CentroidLinkages.ward(new ColumnPoints(points, n, run), merges, run);
        }
        return merges;
    }

    /** Finds the nearest clusters that are not known. @return their number */
    private int lookUp() {
        int wanted = 0;
        for (int slot = 0; slot < points.count(); slot++) {
            if (nearest[slot] == UNKNOWN) {
                open[wanted++] = slot;
            }
        }
        int count = wanted;
        run.forBlocks((count + BLOCK - 1) / BLOCK, block -> {
            WardSearch search = new WardSearch(points);
            CancellationCheck cancellation = new CancellationCheck(run, (long) points.count() * points.d);
            for (int i = block * BLOCK; i < Math.min(count, (block + 1) * BLOCK); i++) {
                cancellation.step();
                search.run(open[i]);
                nearest[open[i]] = search.nearest();
                cost[open[i]] = search.cost();
            }
        });
        return count;
    }

    /** DendrogramBuilder every two clusters that are each other's nearest. */
    private void merge() {
        int count = points.count();
        boolean[] merged = new boolean[count];
        int[] moved = new int[count];
        for (int slot = 0; slot < count; slot++) {
            int other = nearest[slot];
            if (nearest[other] == slot && points.names[slot] > points.names[other]) {
                points.join(slot, other);
                merges.add(points.names[other], points.names[slot], Math.sqrt(cost[slot]));
                merged[slot] = true;
                merged[other] = true;
                moved[other] = -1;
            }
        }
        int left = 0;
        for (int slot = 0; slot < count; slot++) {
            moved[slot] = moved[slot] < 0 ? -1 : left++;
        }
        for (int slot = 0; slot < count; slot++) {
            int to = moved[slot];
            if (to >= 0) {
                boolean lost = merged[slot] || merged[nearest[slot]];
                cost[to] = cost[slot];
                nearest[to] = lost ? UNKNOWN : moved[nearest[slot]];
            }
        }
        points.compact(moved, run);
    }
}
